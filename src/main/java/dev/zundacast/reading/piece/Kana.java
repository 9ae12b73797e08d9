package dev.zundacast.reading.piece;

import java.util.regex.Pattern;

/** What the kana of a reading look like and how long they are. */
public final class Kana {
  private static final int HIRAGANA_TO_KATAKANA = 'ァ' - 'ぁ';
  private static final String SMALL = "ァィゥェォャュョヮ";

  /**
   * Full-width katakana that an engine's dictionary takes: a small vowel or ャュョ needs a mora before
   * it, and so does ー.
   */
  private static final Pattern READING =
      Pattern.compile("(?:[アイウエオカ-ヂツ-モヤユヨ-ロワ-ヴ&&[^ッ]][ァィゥェォャュョヮ]?[ーッ]*|ッ)+");

  private Kana() {}

  public static boolean isReading(String text) {
    return READING.matcher(text).matches();
  }

  /** Hiragana as katakana, the rest as it is. */
  public static String katakana(String text) {
    StringBuilder kana = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      kana.append(c >= 'ぁ' && c <= 'ゖ' ? (char) (c + HIRAGANA_TO_KATAKANA) : c);
    }
    return kana.toString();
  }

  /** The number of moras of a katakana text. */
  public static int moras(String katakana) {
    return (int) katakana.chars().filter(c -> SMALL.indexOf(c) < 0).count();
  }

  /**
   * Where the accent of a loanword usually falls: on the third mora from the end, one earlier when
   * that is no vowel of its own (ー, ッ, ン).
   */
  public static int usualAccent(String katakana) {
    int accent = Math.max(1, moras(katakana) - 2);
    while (accent > 1 && "ーッン".indexOf(moraAt(katakana, accent)) >= 0) {
      accent--;
    }
    return accent;
  }

  /** The first character of the mora with this number, from 1. */
  private static char moraAt(String katakana, int number) {
    int mora = 0;
    for (int i = 0; i < katakana.length(); i++) {
      mora += SMALL.indexOf(katakana.charAt(i)) < 0 ? 1 : 0;
      if (mora == number) {
        return katakana.charAt(i);
      }
    }
    throw new IllegalArgumentException(katakana + " has no mora " + number);
  }

  /** A kana, kanji or sign of repetition: what a Japanese sentence is made of. */
  public static boolean isJapanese(int c) {
    return (c >= 0x3041 && c <= 0x30FF && c != '・')
        || Character.isIdeographic(c)
        || c == '々'
        || c == '〆';
  }
}

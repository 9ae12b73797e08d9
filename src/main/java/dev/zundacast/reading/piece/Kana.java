package dev.zundacast.reading.piece;

import dev.zundacast.episode.DictionaryWord;
import java.util.regex.Pattern;

/** What the kana of a reading look like and how long they are. */
public final class Kana {
  private static final String UNKNOWN_MORA = "フュ";
  private static final String MORAS_SAID = "フユ";
  private static final String SMALL = "ァィゥェォャュョヮ";

  /**
   * Full-width katakana that an engine's dictionary takes: a small vowel or ャュョ needs a mora before
   * it, and so does ー. It never goes back, which would need a stack as deep as the text is long.
   */
  private static final Pattern READING =
      Pattern.compile("(?:[アイウエオカ-ヂツ-モヤユヨ-ロワ-ヴ&&[^ッ]][ァィゥェォャュョヮ]?[ーッ]*|ッ)++");

  private Kana() {}

  public static boolean isReading(String text) {
    return READING.matcher(text).matches();
  }

  /** Whether a text is katakana alone. */
  public static boolean isKatakana(String text) {
    return text.chars().allMatch(c -> c >= 'ァ' && c <= 'ー');
  }

  /** The number of moras of a katakana text. */
  public static int moras(String katakana) {
    return (int) katakana.chars().filter(c -> SMALL.indexOf(c) < 0).count();
  }

  /** A kana, kanji or sign of repetition: what a Japanese sentence is made of. */
  public static boolean isJapanese(int c) {
    return (c >= 0x3041 && c <= 0x30FF && c != '・')
        || Character.isIdeographic(c)
        || c == '々'
        || c == '〆';
  }

  /**
   * The word of an engine's dictionary that is written like its reading, with an accent that counts
   * the moras of {@code kana}. Open JTalk has no フュ and says フユ, in two moras, so that an accent
   * behind it is counted one further on.
   */
  public static DictionaryWord word(String kana, int accent) {
    int more = 0;
    for (int at = kana.indexOf(UNKNOWN_MORA); at >= 0; at = kana.indexOf(UNKNOWN_MORA, at + 1)) {
      if (moras(kana.substring(0, at)) + 1 < accent) {
        more++;
      }
    }
    return new DictionaryWord(kana, kana.replace(UNKNOWN_MORA, MORAS_SAID), accent + more);
  }
}

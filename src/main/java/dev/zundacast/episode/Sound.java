package dev.zundacast.episode;

import java.util.List;

/**
 * Kana to one spelling for each way they sound, as many letters as before, so that two readings can
 * be compared. Engines have no フュ and say フユ.
 */
public final class Sound {
  private static final String VOWELS = "アイウエオ";
  private static final List<String> ROWS =
      List.of(
          "アカサタナハマヤラワガザダバパャァヮ",
          "イキシチニヒミリギジヂビピィ",
          "ウクスツヌフムユルグズヅブプュゥヴ",
          "エケセテネヘメレゲゼデベペェ",
          "オコソトノホモヨロヲゴゾドボポョォ");

  private Sound() {}

  /** Kana as they sound: a long vowel as the vowel again, ei as ee, ou as oo. */
  public static String folded(String kana) {
    StringBuilder folded = new StringBuilder();
    String katakana = katakana(kana).replace("フュ", "フユ");
    for (int i = 0; i < katakana.length(); i++) {
      char c = katakana.charAt(i);
      char before = folded.isEmpty() ? ' ' : vowel(folded.charAt(folded.length() - 1));
      boolean whole = i + 1 == katakana.length() || "ァィェォ".indexOf(katakana.charAt(i + 1)) < 0;
      boolean longer =
          c == 'ー' || (c == 'イ' && before == 'エ') || (c == 'ウ' && before == 'オ' && whole);
      folded.append(longer && before != ' ' ? before : same(c));
    }
    return folded.toString();
  }

  private static char same(char c) {
    return switch (c) {
      case 'ヲ' -> 'オ';
      case 'ヅ' -> 'ズ';
      case 'ヂ' -> 'ジ';
      default -> c;
    };
  }

  private static char vowel(char c) {
    for (int row = 0; row < ROWS.size(); row++) {
      if (ROWS.get(row).indexOf(c) >= 0) {
        return VOWELS.charAt(row);
      }
    }
    return ' ';
  }

  /** Hiragana as katakana, the rest as it is. */
  public static String katakana(String kana) {
    StringBuilder katakana = new StringBuilder(kana.length());
    kana.chars().forEach(c -> katakana.append((char) (c >= 'ぁ' && c <= 'ゖ' ? c + 0x60 : c)));
    return katakana.toString();
  }
}

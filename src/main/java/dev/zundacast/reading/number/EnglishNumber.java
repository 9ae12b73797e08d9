package dev.zundacast.reading.number;

import java.util.Optional;

/** Small numbers in English, as names and versions are read: GPT-5, Switch2, 3D. */
public final class EnglishNumber {
  private static final String[] SMALL = {
    "ゼロ", "ワン", "ツー", "スリー", "フォー", "ファイブ", "シックス", "セブン", "エイト", "ナイン", "テン"
  };

  private static final String[] ORDINALS =
      ("- ファースト セカンド サード フォース フィフス シックスス セブンス エイス ナインス テンス "
              + "イレブンス トゥエルフス サーティーンス フォーティーンス フィフティーンス シックスティーンス セブンティーンス エイティーンス ナインティーンス")
          .split(" ");

  private static final String[] TENS = {
    "", "", "トゥエンティ", "サーティ", "フォーティ", "フィフティ", "シックスティ", "セブンティ", "エイティ", "ナインティ"
  };

  private EnglishNumber() {}

  /** The ordinal of 1 to 99, empty for any other number: 21 as トゥエンティファースト. */
  static Optional<String> ordinal(String digits) {
    int number = digits.length() > 2 ? 0 : Integer.parseInt(digits);
    if (number < ORDINALS.length) {
      return number == 0 ? Optional.empty() : Optional.of(ORDINALS[number]);
    }
    String tens = TENS[number / 10];
    return Optional.of(tens + (number % 10 == 0 ? "エス" : ORDINALS[number % 10]));
  }

  /** The reading of 0 to 10 without leading zeros, empty for any other number. */
  public static Optional<String> small(String digits) {
    boolean plain = digits.equals("10") || (digits.length() == 1 && "0123456789".contains(digits));
    return plain ? Optional.of(SMALL[Integer.parseInt(digits)]) : Optional.empty();
  }
}

package dev.zundacast.reading.number;

import java.util.Optional;

/** Small numbers in English, as names and versions are read: GPT-5, Switch2, 3D. */
public final class EnglishNumber {
  private static final String[] SMALL = {
    "ゼロ", "ワン", "ツー", "スリー", "フォー", "ファイブ", "シックス", "セブン", "エイト", "ナイン", "テン"
  };

  private EnglishNumber() {}

  /** The reading of 0 to 10 without leading zeros, empty for any other number. */
  public static Optional<String> small(String digits) {
    boolean plain = digits.equals("10") || (digits.length() == 1 && "0123456789".contains(digits));
    return plain ? Optional.of(SMALL[Integer.parseInt(digits)]) : Optional.empty();
  }
}

package dev.zundacast.reading.number;

import java.util.stream.Collectors;

/** A number written in digits to the katakana of its Japanese reading. */
public final class JapaneseNumber {
  private static final String[] DIGITS = {
    "ゼロ", "イチ", "ニ", "サン", "ヨン", "ゴ", "ロク", "ナナ", "ハチ", "キュー"
  };

  /** Digits behind a decimal point, where ニ and ゴ are drawn out. */
  private static final String[] DRAWN = {
    "ゼロ", "イチ", "ニー", "サン", "ヨン", "ゴー", "ロク", "ナナ", "ハチ", "キュー"
  };

  private static final String[] HUNDREDS = {
    "", "ヒャク", "ニヒャク", "サンビャク", "ヨンヒャク", "ゴヒャク", "ロッピャク", "ナナヒャク", "ハッピャク", "キューヒャク"
  };

  private static final String[] THOUSANDS = {
    "", "セン", "ニセン", "サンゼン", "ヨンセン", "ゴセン", "ロクセン", "ナナセン", "ハッセン", "キューセン"
  };

  private static final String[] MYRIADS = {"", "マン", "オク", "チョー", "ケー"};

  /** More digits than these are read one by one. */
  private static final int MAX_DIGITS = 4 * MYRIADS.length;

  private JapaneseNumber() {}

  /** {@code "120"} to ヒャクニジュー; a leading zero (001) or great length is read digit by digit. */
  public static String whole(String digits) {
    if (digits.length() > MAX_DIGITS || (digits.length() > 1 && digits.startsWith("0"))) {
      return oneByOne(digits);
    }
    return digits.equals("0") ? DIGITS[0] : groups(digits);
  }

  /** {@code "3.5"} to サンテンゴ, {@code "3.25"} to サンテンニーゴー. */
  public static String decimal(String whole, String fraction) {
    return point(whole) + digits(fraction, fraction.length() == 1 ? DIGITS : DRAWN);
  }

  /** {@code "1.10.3"} to イッテンジュッテンサン: each part is a number of its own. */
  public static String version(String... parts) {
    StringBuilder kana = new StringBuilder();
    for (int i = 0; i < parts.length - 1; i++) {
      kana.append(point(parts[i]));
    }
    return kana.append(whole(parts[parts.length - 1])).toString();
  }

  private static String point(String whole) {
    String kana = whole(whole);
    String stem = kana.substring(0, kana.length() - 1);
    if (kana.endsWith("イチ") || kana.endsWith("ハチ") || kana.endsWith("ジュー")) {
      return stem + "ッテン";
    }
    boolean drawn = kana.endsWith("ニ") || kana.endsWith("ゴ");
    return kana + (drawn ? "ーテン" : "テン");
  }

  /** {@code "07"} to ゼロナナ. */
  public static String oneByOne(String digits) {
    int last = digits.length() - 1;
    return digits(digits.substring(0, last), DRAWN) + digits(digits.substring(last), DIGITS);
  }

  private static String digits(String digits, String[] said) {
    return digits.chars().mapToObj(digit -> said[digit - '0']).collect(Collectors.joining());
  }

  private static String groups(String digits) {
    StringBuilder kana = new StringBuilder();
    int groups = (digits.length() + 3) / 4;
    for (int group = groups - 1; group >= 0; group--) {
      int to = digits.length() - 4 * group;
      int value = Integer.parseInt(digits.substring(Math.max(0, to - 4), to));
      if (value > 0) {
        kana.append(belowMyriad(value, group)).append(MYRIADS[group]);
      }
    }
    return kana.toString();
  }

  private static String belowMyriad(int value, int group) {
    String kana = THOUSANDS[value / 1000] + HUNDREDS[value / 100 % 10] + tens(value / 10 % 10);
    int ones = value % 10;
    if (ones == 0) {
      return kana;
    }
    // イッチョー, ハッチョー, ジュッチョー
    if (group == 3 && (ones == 1 || ones == 8)) {
      return kana + (ones == 1 ? "イッ" : "ハッ");
    }
    return kana + DIGITS[ones];
  }

  private static String tens(int tens) {
    return tens == 0 ? "" : (tens == 1 ? "" : DIGITS[tens]) + "ジュー";
  }
}

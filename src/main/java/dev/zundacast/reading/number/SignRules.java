package dev.zundacast.reading.number;

import java.util.List;
import java.util.regex.MatchResult;

/** Signs that stand before or behind a number: ±5, ▲5%, <1%, 50+, #4, №4. */
final class SignRules {
  private static final String NUMBER = "\\d+(?:,\\d{3})*(?:\\.\\d+)?";

  /**
   * A number with what it counts, as far as "more than" must stand behind that; Latin units are
   * read on their own.
   */
  private static final String AMOUNT =
      "\\s?(" + NUMBER + "[万億兆千]?)((?:[%％円個件人回年月日倍度]|ドル|ミリ秒)?)(?!\\s?[A-Za-zμ]|\\d)";

  /** A variable or number before the sign: x > 3. */
  private static final String COMPARED = "(?<=[A-Za-z0-9)）]\\s?)";

  static final List<Rule> ALL =
      List.of(
          Rule.of("±(?=\\d)", found -> "プラスマイナス"),
          Rule.of("[≒≈]\\s?(?=\\d)", found -> "ニアリーイコール"),
          Rule.of("(?<![\\p{L}\\d)）%])[-−](?=\\d)", found -> "マイナス"),
          Rule.of("(?<=[\\p{IsHiragana}])[-−](?=\\d)", found -> "マイナス"),
          Rule.of("[▲△](?=\\d)", found -> "マイナス"),
          Rule.of("(?<![\\p{L}\\d])\\+(?=\\d)", found -> "プラス"),
          Rule.of(
              "(" + NUMBER + "[%万]?)\\+(?![\\dA-Za-z\\p{IsHan}])", found -> found.group(1) + "以上"),
          Rule.of(COMPARED + "[<＜]\\s?(?=\\d)", found -> "小なり"),
          Rule.of(COMPARED + "[>＞]\\s?(?=\\d)", found -> "大なり"),
          Rule.of("[<＜]" + AMOUNT, found -> amount(found) + "未満"),
          Rule.of("[>＞]" + AMOUNT, found -> amount(found) + "超"),
          Rule.of("[≥≧]" + AMOUNT, found -> amount(found) + "以上"),
          Rule.of("[≤≦]" + AMOUNT, found -> amount(found) + "以下"),
          Rule.of("№\\s?(?=\\d)", found -> "ナンバー"),
          Rule.of("(?<=[A-Za-z] )#(?=\\d)", found -> "ナンバー"),
          Rule.of("#(?=\\d)", found -> ""));

  private SignRules() {}

  private static String amount(MatchResult found) {
    String unit = found.group(2);
    return found.group(1) + (unit.equals("%") || unit.equals("％") ? "パーセント" : unit);
  }
}

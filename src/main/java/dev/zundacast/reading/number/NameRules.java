package dev.zundacast.reading.number;

import java.util.List;

/** Numbers that are names, said digit by digit: Microsoft 365, HTTP 404, RTX 5090. */
final class NameRules {
  private static final String NO_DIGIT = "(?![\\d.,])";

  static final List<Rule> ALL =
      List.of(
          Rule.of("(?<=(?:Microsoft|Office|Dynamics) ?)365" + NO_DIGIT, found -> "サンロクゴ"),
          Rule.of(
              "(?<=HTTP ?|HTTP/1\\.[01] ?|ステータス|ステータスコード)[1-5]0[1-9]" + NO_DIGIT,
              found -> round(found.group())),
          Rule.of(
              "[45]0[1-9](?= ?(?:Not Found|Forbidden|Unauthorized|Bad Gateway|Service|エラー|Error))",
              found -> round(found.group())),
          Rule.of(
              "(?<=(?:RTX|RX|Ryzen \\d|Quadro|Arc) ?)[2-9]\\d{3}" + NO_DIGIT,
              found -> round(found.group())));

  private NameRules() {}

  /** A zero in such names is called by its shape. */
  private static String round(String digits) {
    return JapaneseNumber.oneByOne(digits).replace("ゼロ", "マル");
  }
}

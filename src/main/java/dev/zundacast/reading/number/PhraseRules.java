package dev.zundacast.reading.number;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;

/** Fractions, ranges, counts, versions, addresses and signs before a number. */
final class PhraseRules {
  private static final String NUMBER = "\\d+(?:,\\d{3})*(?:\\.\\d+)?";

  /**
   * What a number may count when another stands before it: 2-3週間 is a range, 2-3 may be a score.
   */
  private static final String COUNTER =
      "\\s?(?:[%件個回人名年月日時分秒週倍台本社円歳枚章割点位度万億千]|ページ|か月|ヶ月|カ月|ヵ月|ステップ|ドル|ユーロ|文字|トークン)";

  private static final List<String> PARTS =
      List.of("2", "3", "4", "5", "6", "8", "10", "20", "50", "100", "1000");

  static final List<Rule> ALL =
      List.of(
          Rule.of("(\\d+)分の(\\d+)(?![\\d.,])", PhraseRules::fraction),
          Rule.when("1/(\\d+)(?=[にのへでと、。以程未])", PhraseRules::part),
          Rule.of("24/7(?!\\d)", found -> "トゥエンティーフォーセブン"),
          Rule.of("((?:\\d[\\d,]*,?000|" + NUMBER + "[万千]))件(?!名)", found -> found.group(1) + "ケン"),
          Rule.of(
              "((?:19|20)\\d\\d年?)[-–—]((?:19|20)\\d\\d)(?![\\d-])",
              found -> found.group(1) + "から" + found.group(2)),
          Rule.of(
              "(" + NUMBER + "[%万億千]?)[-–—]" + "(" + NUMBER + ")(?=" + COUNTER + ")",
              found -> found.group(1) + "から" + found.group(2)),
          Rule.when(
              "(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})(?![\\d.])", PhraseRules::address),
          Rule.of(
              "\\d+(?:\\.\\d+){2,}",
              found -> JapaneseNumber.version(found.group().split("\\.", -1))),
          Rule.of(
              "(\\d+)(?:\\^|\\*\\*)(\\d+)", found -> found.group(1) + "の" + found.group(2) + "乗"),
          Rule.of("(\\d+)([²³])", found -> found.group(1) + "の" + power(found.group(2)) + "乗"),
          Rule.of("±(?=\\d)", found -> "プラスマイナス"),
          Rule.of("[≒≈]\\s?(?=\\d)", found -> "ニアリーイコール"),
          Rule.of("(?<![\\p{L}\\d)）%])[-−](?=\\d)", found -> "マイナス"),
          Rule.of("(?<=[\\p{IsHiragana}])[-−](?=\\d)", found -> "マイナス"),
          Rule.of("(?<![\\p{L}\\d])\\+(?=\\d)", found -> "プラス"),
          Rule.of("(" + NUMBER + "[%万]?)\\+(?![\\d\\p{L}])", found -> found.group(1) + "以上"),
          Rule.of("№\\s?(?=\\d)", found -> "ナンバー"),
          Rule.of("(?<=[A-Za-z] )#(?=\\d)", found -> "ナンバー"),
          Rule.of("#(?=\\d)", found -> ""));

  private PhraseRules() {}

  private static String fraction(MatchResult found) {
    return JapaneseNumber.whole(found.group(1)) + "ブンノ" + JapaneseNumber.whole(found.group(2));
  }

  private static Optional<String> part(MatchResult found) {
    return PARTS.contains(found.group(1))
        ? Optional.of(JapaneseNumber.whole(found.group(1)) + "ブンノイチ")
        : Optional.empty();
  }

  private static Optional<String> address(MatchResult found) {
    StringBuilder spoken = new StringBuilder();
    for (int i = 1; i <= 4; i++) {
      if (Integer.parseInt(found.group(i)) > 255) {
        return Optional.empty();
      }
      spoken.append(i == 1 ? "" : "ドット").append(JapaneseNumber.oneByOne(found.group(i)));
    }
    return Optional.of(spoken.toString());
  }

  private static String power(String sign) {
    return sign.equals("²") ? "2" : "3";
  }
}

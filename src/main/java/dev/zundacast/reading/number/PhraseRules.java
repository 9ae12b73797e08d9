package dev.zundacast.reading.number;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Fractions, ranges, counts, scores, versions, powers, addresses and telephone numbers. */
final class PhraseRules {
  private static final String NUMBER = "\\d+(?:,\\d{3})*(?:\\.\\d+)?";

  /**
   * What a number may count when another stands before it: 2-3週間 is a range, 2-3 may be a score.
   */
  private static final String COUNTER =
      "\\s?(?:[%件個回人名年月日時分秒週倍台本社円歳枚章割点位度万億千]|世紀|ページ|か月|ヶ月|カ月|ヵ月|ステップ|ドル|ユーロ|文字|トークン)";

  /** What shows that 3/4 is a part of something and no day. */
  private static final String MEASURED =
      "(?=\\s?(?:カップ|インチ|ページ|スケール|サイズ|拍子|倍|以上|以下|未満|程度|ほど|近く|の確率|の[1-9]|に減|に短縮|に縮))";

  private static final List<String> PARTS =
      List.of("2", "3", "4", "5", "6", "8", "10", "20", "50", "100", "1000");

  private static final List<String> ROMAN =
      List.of("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X");

  private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  /** Fractions of one sign, as numerator and denominator. */
  private static final Map<String, String> VULGAR =
      Map.of("¼", "1/4", "½", "1/2", "¾", "3/4", "⅓", "1/3", "⅔", "2/3", "⅕", "1/5", "⅛", "1/8");

  static final List<Rule> ALL =
      List.of(
          Rule.of("(\\d+)分の(\\d+)(?![\\d.,])", PhraseRules::fraction),
          Rule.when("1/(\\d+)(?=[にのへでと、。以程未])", PhraseRules::part),
          Rule.when("(\\d+)/(\\d+)" + MEASURED, PhraseRules::properFraction),
          Rule.when("(\\d)/([2-58])(?=[とをがはも。、」）]|$)", PhraseRules::properFraction),
          Rule.of("(\\d*)([¼½¾⅓⅔⅕⅛])", PhraseRules::vulgar),
          Rule.of("0\\d{1,4}-\\d{1,4}-\\d{3,4}(?![\\d-])", PhraseRules::telephone),
          Rule.of(
              "(\\d{1,2})-(\\d{1,2})(?=(?:の|で)(?:勝|敗|負|引き分|快勝|辛勝|完勝|大勝|惜敗|逆転))",
              found -> found.group(1) + "対" + found.group(2)),
          Rule.of("24/7(?!\\d)", found -> "トゥエンティーフォーセブン"),
          Rule.of("((?:\\d[\\d,]*,?000|" + NUMBER + "[万千]))件(?!名)", found -> found.group(1) + "ケン"),
          Rule.of(
              "((?:19|20)\\d\\d年?)\\s?[-–—]\\s?((?:19|20)\\d\\d)(?![\\d-])",
              found -> found.group(1) + "から" + found.group(2)),
          Rule.of(
              "(" + NUMBER + "[%万億千]?)\\s?[-–—]\\s?(" + NUMBER + ")(?=" + COUNTER + ")",
              found -> found.group(1) + "から" + found.group(2)),
          Rule.when(
              "(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})(?![\\d.])", PhraseRules::address),
          Rule.of(
              "\\d+(?:\\.\\d+){2,}+",
              found -> JapaneseNumber.version(found.group().split("\\.", -1))),
          Rule.of(
              "(\\d+)(?:\\^|\\*\\*)([-−]?)(\\d+)",
              found -> power(found.group(1), !found.group(2).isEmpty(), found.group(3))),
          Rule.of(
              "(\\d+)(⁻?)([⁰¹²³⁴⁵⁶⁷⁸⁹]+)",
              found -> power(found.group(1), !found.group(2).isEmpty(), raised(found.group(3)))),
          Rule.of("(?<=[A-Za-z])[²³]", found -> "の" + raised(found.group()) + "乗"),
          Rule.of(
              "(" + NUMBER + ")[eE]([-−]?)(\\d+)(?![A-Za-z\\d])",
              found -> power(found.group(1) + "カケル10", !found.group(2).isEmpty(), found.group(3))),
          Rule.of("0x(?=[0-9A-Fa-f]{2,}(?![A-Za-z\\d]))", found -> "ゼロエックス"),
          Rule.of("Ⅰ(?=[型種類期部章度世])|(?<=第)Ⅰ", found -> "1"),
          Rule.of("Ⅰ", found -> "ワン"),
          Rule.when(
              "(?<=第)(I{1,3}|IV|V|VI{1,3}|IX|X)(?=[章部回巻編期節条話])",
              found -> Optional.of(String.valueOf(ROMAN.indexOf(found.group(1)) + 1))));

  private PhraseRules() {}

  private static String fraction(MatchResult found) {
    return JapaneseNumber.whole(found.group(1)) + "ブンノ" + JapaneseNumber.whole(found.group(2));
  }

  private static Optional<String> part(MatchResult found) {
    return PARTS.contains(found.group(1))
        ? Optional.of(JapaneseNumber.whole(found.group(1)) + "ブンノイチ")
        : Optional.empty();
  }

  private static Optional<String> properFraction(MatchResult found) {
    String fraction =
        JapaneseNumber.whole(found.group(2)) + "ブンノ" + JapaneseNumber.whole(found.group(1));
    return new BigInteger(found.group(1)).compareTo(new BigInteger(found.group(2))) < 0
        ? Optional.of(fraction)
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

  private static String vulgar(MatchResult found) {
    String[] parts = VULGAR.getOrDefault(found.group(2), "1/2").split("/", -1);
    String fraction = JapaneseNumber.whole(parts[1]) + "ブンノ" + JapaneseNumber.whole(parts[0]);
    return found.group(1).isEmpty() ? fraction : found.group(1) + "ト" + fraction;
  }

  private static String telephone(MatchResult found) {
    return Stream.of(found.group().split("-", -1))
        .map(JapaneseNumber::oneByOne)
        .collect(Collectors.joining("ノ"));
  }

  private static String power(String base, boolean negative, String exponent) {
    return base + "の" + (negative ? "マイナス" : "") + exponent + "乗";
  }

  /** Small raised digits to ordinary ones. */
  private static String raised(String digits) {
    return digits
        .chars()
        .map(RAISED::indexOf)
        .mapToObj(String::valueOf)
        .collect(Collectors.joining());
  }
}

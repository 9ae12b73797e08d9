package dev.zundacast.reading.number;

import dev.zundacast.disk.Resource;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;

/** Numbers with Latin letters behind them: 7B, 8x7B, 3D, 1st, 25μm, 100ms. */
final class SizeRules {
  private static final String NUMBER = "(\\d+(?:,\\d{3})*(?:\\.\\d+)?)";
  private static final String NO_LETTER = "(?![A-Za-z\\d])";

  /** Units by their sign; capitals count (M is million in a model's size, m a metre). */
  private static final Map<String, String> UNITS = Resource.pairs(SizeRules.class, "units.tsv");

  /** The longest first, so that GB/s is no GB. */
  private static final String UNIT =
      UNITS.keySet().stream()
          .sorted(SizeRules::longestFirst)
          .map(unit -> unit.replace("2", "[2²]").replace("3", "[3³]"))
          .collect(Collectors.joining("|", "(", ")"));

  /** What stands before a unit in the place of a number; a single letter may be a name's. */
  private static final String SOME = "(?<=[数何十百千万億])";

  static final List<Rule> ALL =
      List.of(
          Rule.of(SOME + "()(?=[A-Za-z][A-Za-z]|[mg])" + UNIT + NO_LETTER, SizeRules::size),
          // An L behind a name is a size's letter: Hailo 8L.
          Rule.of("(?<=[A-Za-z] )(\\d+)L" + NO_LETTER, found -> english(found.group(1)) + "エル"),
          Rule.of("(\\d+)x(\\d+(?:\\.\\d+)?)B" + NO_LETTER, SizeRules::experts),
          Rule.of("(\\d+)\\s?[x×✕]\\s?(?=\\d)", found -> found.group(1) + "カケル"),
          Rule.of(NUMBER + "x" + NO_LETTER, found -> times(found.group(1))),
          Rule.of("(\\d+)(on|in|to)(\\d+)" + NO_LETTER, SizeRules::oneOnOne),
          Rule.of("(\\d+)(?:st|nd|rd|th)" + NO_LETTER, SizeRules::ordinal),
          Rule.of(NUMBER + "\\s?" + UNIT + NO_LETTER, SizeRules::size),
          // 3D and 5G, 2FA and 3DS are names, 8GPU counts.
          Rule.of("(\\d|10)(?=[DG]" + NO_LETTER + ")", found -> english(found.group(1))),
          Rule.of(
              "(\\d|10)(?=(?!GPU|CPU|TPU|PC|API|LLM|AI|(?<!1)S?L?DK)[A-Z]{2,})",
              found -> english(found.group(1))));

  private SizeRules() {}

  private static int longestFirst(String one, String other) {
    int longer = Integer.compare(other.length(), one.length());
    return longer != 0 ? longer : one.compareTo(other);
  }

  /** A unit with an ordinary digit for its power. */
  private static String plain(String unit) {
    return unit.replace('²', '2').replace('³', '3');
  }

  private static String size(MatchResult found) {
    return found.group(1) + UNITS.getOrDefault(plain(found.group(2)), "");
  }

  private static String experts(MatchResult found) {
    return english(found.group(1)) + "バイ" + english(found.group(2)) + "ビー";
  }

  /** 4x is said in English, 3.2x and 100x count. */
  private static String times(String number) {
    return EnglishNumber.small(number).map(small -> small + "エックス").orElse(number + "倍");
  }

  private static String oneOnOne(MatchResult found) {
    String between = Map.of("on", "オン", "in", "イン", "to", "トゥ").getOrDefault(found.group(2), "");
    return english(found.group(1)) + between + english(found.group(3));
  }

  private static String ordinal(MatchResult found) {
    return EnglishNumber.ordinal(found.group(1)).orElseGet(() -> found.group(1) + "番目");
  }

  private static String english(String number) {
    return EnglishNumber.small(number).orElse(number);
  }
}

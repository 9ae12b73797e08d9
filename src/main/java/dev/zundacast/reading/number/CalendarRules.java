package dev.zundacast.reading.number;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;

/** Dates written with signs: 2026/08/21, 8/21(金), 07月. */
final class CalendarRules {
  private static final String WEEKDAY = "\\s?[(（][月火水木金土日]";

  /** What shows that 8/21 is a day and no fraction. */
  private static final String DAY_FOLLOWS =
      "(?="
          + WEEKDAY
          + "|付|時点|以降|以前|まで|から|開催|発売|公開|開始|\\s\\d{1,2}:\\d{2}"
          + "|[〜～~–-]\\d{1,2}/\\d{1,2}(?![\\d/]))";

  /** The second day of 7/1〜7/31. */
  private static final String DAY_BEFORE = "(?<=\\d/\\d{1,2}[〜～~–-])";

  static final List<Rule> ALL =
      List.of(
          Rule.when("(\\d{4})([/.-])(\\d{1,2})\\2(\\d{1,2})(?![\\d/.-])", CalendarRules::date),
          Rule.when("(\\d{4})/(\\d{1,2})(?![\\d/])", CalendarRules::month),
          Rule.when("(\\d{1,2})/(\\d{1,2})" + DAY_FOLLOWS, CalendarRules::day),
          Rule.when(DAY_BEFORE + "(\\d{1,2})/(\\d{1,2})(?![\\d/])", CalendarRules::day),
          Rule.when("(\\d{1,2})/(1[3-9]|2\\d|3[01])(?=[にはのも])", CalendarRules::day),
          Rule.of("0([1-9])(?=[月日時分秒回号章話巻])", found -> found.group(1)));

  private CalendarRules() {}

  private static Optional<String> date(MatchResult found) {
    return monthAndDay(found.group(3), found.group(4)).map(day -> found.group(1) + "年" + day);
  }

  private static Optional<String> month(MatchResult found) {
    int month = Integer.parseInt(found.group(2));
    return isYear(found.group(1)) && month >= 1 && month <= 12
        ? Optional.of(found.group(1) + "年" + month + "月")
        : Optional.empty();
  }

  private static boolean isYear(String digits) {
    return digits.startsWith("19") || digits.startsWith("20");
  }

  private static Optional<String> day(MatchResult found) {
    return monthAndDay(found.group(1), found.group(2));
  }

  private static Optional<String> monthAndDay(String month, String day) {
    int m = Integer.parseInt(month);
    int d = Integer.parseInt(day);
    return m >= 1 && m <= 12 && d >= 1 && d <= 31
        ? Optional.of(m + "月" + d + "日")
        : Optional.empty();
  }
}

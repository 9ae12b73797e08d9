package dev.zundacast.reading.number;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;

/** Times of day, lengths, angles and ratios: 10:30, 3pm, 9:00-17:00, 13°18', 16:9. */
final class ClockRules {
  private static final String TIME = "(\\d{1,2}):([0-5]\\d)(?::([0-5]\\d))?(?![\\d:])";
  private static final String NO_LETTER = "(?![A-Za-z])";

  static final List<Rule> ALL =
      List.of(
          Rule.when(
              "(\\d{1,2})(?::([0-5]\\d))?\\s?([AaPp])\\.?[Mm]\\b\\.?" + NO_LETTER,
              found -> halfDay(found.group(3), found.group(1), found.group(2))),
          Rule.when(
              "(?<![A-Za-z])([AP])M\\s?(\\d{1,2})(?::([0-5]\\d))?(?![\\d:])",
              found -> halfDay(found.group(1), found.group(2), found.group(3))),
          Rule.of(TIME + "\\s?[-–—]\\s?(?=\\d{1,2}:[0-5]\\d)", found -> time(found) + "から"),
          Rule.of(
              "(\\d+)°\\s?(\\d{1,2})['′’](?:\\s?(\\d{1,2}(?:\\.\\d+)?)(?:[\"″”]|''))?",
              ClockRules::angle),
          Rule.of(TIME, ClockRules::time),
          Rule.of("(\\d+):(\\d+)(?![\\d:])", found -> found.group(1) + "対" + found.group(2)));

  private ClockRules() {}

  private static Optional<String> halfDay(String half, String hours, String minutes) {
    if (Integer.parseInt(hours) > 12) {
      return Optional.empty();
    }
    String name = half.equalsIgnoreCase("a") ? "午前" : "午後";
    return Optional.of(name + clock(Integer.parseInt(hours), minutes));
  }

  /** Degrees with their minutes and seconds: 13°18'. */
  private static String angle(MatchResult found) {
    String seconds = found.group(3);
    return found.group(1) + "度" + found.group(2) + "分" + (seconds == null ? "" : seconds + "秒");
  }

  private static String clock(int hours, String minutes) {
    int m = minutes == null ? 0 : Integer.parseInt(minutes);
    return hours + "時" + (m == 0 ? "" : m + "分");
  }

  /** A clock's time, or from 30 on the minutes and seconds of a length. */
  private static String time(MatchResult found) {
    int hours = Integer.parseInt(found.group(1));
    int minutes = Integer.parseInt(found.group(2));
    String seconds = found.group(3);
    if (seconds == null) {
      return hours >= 30 ? hours + "分" + minutes + "秒" : clock(hours, found.group(2));
    }
    return (hours < 1 ? "" : hours + "時") + minutes + "分" + Integer.parseInt(seconds) + "秒";
  }
}

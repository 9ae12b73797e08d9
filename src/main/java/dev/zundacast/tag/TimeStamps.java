package dev.zundacast.tag;

import java.util.List;

/** Chapters to the time-stamped lines that players look for in a description. */
final class TimeStamps {
  private TimeStamps() {}

  static String write(List<Chapter> chapters) {
    StringBuilder lines = new StringBuilder();
    for (Chapter chapter : chapters) {
      // The first line has to say 00:00, or no player takes any.
      long start = lines.isEmpty() ? 0 : chapter.startMillis();
      lines.append(stamp(start)).append(' ').append(chapter.title()).append('\n');
    }
    return lines.toString();
  }

  /** Rounded down, so that a jump never cuts the first word. */
  private static String stamp(long millis) {
    long seconds = millis / 1000;
    long hours = seconds / 3600;
    StringBuilder stamp = new StringBuilder(hours == 0 ? "" : hours + ":");
    CueTime.digits(stamp, seconds / 60 % 60, 10).append(':');
    return CueTime.digits(stamp, seconds % 60, 10).toString();
  }
}

package dev.zundacast.tag;

import java.util.List;
import java.util.Locale;

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
    String minutes = String.format(Locale.ROOT, "%02d:%02d", seconds / 60 % 60, seconds % 60);
    return hours == 0 ? minutes : hours + ":" + minutes;
  }
}

package dev.zundacast.post;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of audio as a post's {@code duration} states them. */
public final class Durations {
  private static final Pattern CLOCK =
      Pattern.compile("(?:(\\d{1,3}):(?=[0-5]?\\d:))?(\\d{1,3}):([0-5]\\d)(?:\\.\\d+)?");
  private static final Pattern SECONDS = Pattern.compile("(\\d{1,7})(?:\\.(\\d)\\d*)?");

  private Durations() {}

  /**
   * {@code MM:SS}, from one hour {@code HH:MM:SS}. A second that has begun counts whole: no sound
   * lies behind the stated end, and no audio states {@code 00:00}, which means that it is unknown.
   */
  public static String format(long millis) {
    if (millis < 0) {
      throw new IllegalArgumentException("a length of " + millis + " ms");
    }
    long seconds = (millis + 999) / 1000;
    long hours = seconds / 3600;
    String clock = String.format(Locale.ROOT, "%02d:%02d", seconds / 60 % 60, seconds % 60);
    return hours == 0 ? clock : String.format(Locale.ROOT, "%02d:%s", hours, clock);
  }

  /** The seconds that {@code M:SS}, {@code H:MM:SS} or a number of seconds states. */
  public static OptionalLong seconds(String text) {
    Matcher clock = CLOCK.matcher(text.strip());
    if (clock.matches()) {
      long hours = clock.group(1) == null ? 0 : Long.parseLong(clock.group(1));
      long minutes = Long.parseLong(clock.group(2));
      return OptionalLong.of((hours * 60 + minutes) * 60 + Long.parseLong(clock.group(3)));
    }
    Matcher plain = SECONDS.matcher(text.strip());
    if (plain.matches()) {
      boolean up = plain.group(2) != null && plain.group(2).charAt(0) >= '5';
      return OptionalLong.of(Long.parseLong(plain.group(1)) + (up ? 1 : 0));
    }
    return OptionalLong.empty();
  }
}

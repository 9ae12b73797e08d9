package dev.zundacast.voice;

import java.time.Duration;

/** Lengths of time in words. */
final class Spans {
  private Spans() {}

  /** {@code 300 ms}, {@code 5 s} or {@code 3 min}, whichever reads best. */
  static String words(Duration span) {
    long millis = span.toMillis();
    if (millis < 1000) {
      return millis + " ms";
    }
    if (millis < 120_000) {
      return Math.round(millis / 1000.0) + " s";
    }
    return Math.round(millis / 60_000.0) + " min";
  }
}

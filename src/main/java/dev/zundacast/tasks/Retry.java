package dev.zundacast.tasks;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Work that is tried again when its failure may pass, so often altogether. The wait before each
 * further attempt doubles (exponential back-off), so that a server that just starts is found soon
 * and one that is in trouble is not asked all the time.
 */
public record Retry(int attempts, Duration firstWait, Duration longestWait) {
  /** More doublings would overflow; every longest wait is reached before. */
  private static final int MOST_DOUBLINGS = 20;

  /**
   * Tries the work until it succeeds, fails for good or has failed {@code attempts} times.
   *
   * @param passing how long a failure asks to be waited for, zero when it does not say; empty when
   *     another attempt is of no use
   */
  public <T> T call(IoSupplier<T> work, Function<IOException, Optional<Duration>> passing)
      throws IOException {
    for (int failures = 1; ; failures++) {
      try {
        return work.get();
      } catch (IOException e) {
        Optional<Duration> asked = passing.apply(e);
        if (failures >= attempts || asked.isEmpty()) {
          throw e;
        }
        try {
          BackgroundTask.sleep(waitAfter(failures, asked.get()));
        } catch (IOException interrupted) {
          throw e;
        }
      }
    }
  }

  /** The wait after so many failures in a row, and at least what the other side asks for. */
  public Duration waitAfter(int failures, Duration asked) {
    Duration doubled = firstWait.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
    Duration own = doubled.compareTo(longestWait) > 0 ? longestWait : doubled;
    return asked.compareTo(own) > 0 ? asked : own;
  }

  /** What a Retry-After header asks for, in seconds or until a date; empty when it says neither. */
  public static Optional<Duration> asked(@Nullable String header) {
    String wish = header == null ? "" : header.strip();
    if (wish.matches("\\d{1,9}(\\.\\d{1,9})?")) {
      return Optional.of(Duration.ofMillis((long) (1000 * Double.parseDouble(wish))));
    }
    try {
      ZonedDateTime until = ZonedDateTime.parse(wish, DateTimeFormatter.RFC_1123_DATE_TIME);
      Duration wait = Duration.between(Instant.now(), until.toInstant());
      return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
    } catch (DateTimeException neither) {
      return Optional.empty();
    }
  }
}

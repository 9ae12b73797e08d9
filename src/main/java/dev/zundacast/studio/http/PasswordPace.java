package dev.zundacast.studio.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Tries of a password to when each is looked at: nobody guesses fast, and nobody's guesses keep
 * anybody else out.
 */
final class PasswordPace {
  /** Slips of the keyboard that cost nothing. */
  private static final int FREE = 10;

  /** A password of twelve letters is not found at this pace. */
  private static final Duration BETWEEN = Duration.ofMillis(500);

  /** What would have to wait longer is refused. */
  static final Duration LONGEST = Duration.ofSeconds(10);

  /** What one subscriber has of IPv6. */
  private static final int SUBSCRIBER_BYTES = 8;

  private final LongSupplier nanos;
  private final Map<String, Long> full = new HashMap<>();

  /**
   * @param nanos the time, as {@link System#nanoTime}
   */
  PasswordPace(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** How long a try from this address has to wait; empty where it is one too many. */
  synchronized Optional<Duration> wait(InetAddress from) {
    long now = nanos.getAsLong();
    full.values().removeIf(until -> until <= now);
    String address = subscriber(from);
    long until = full.getOrDefault(address, now) + BETWEEN.toNanos();
    long wait = Math.max(0, until - now - FREE * BETWEEN.toNanos());
    if (wait > LONGEST.toNanos()) {
      return Optional.empty();
    }
    full.put(address, until);
    return Optional.of(Duration.ofNanos(wait));
  }

  private static String subscriber(InetAddress from) {
    byte[] bytes = from.getAddress();
    return Arrays.toString(
        from instanceof Inet6Address ? Arrays.copyOf(bytes, SUBSCRIBER_BYTES) : bytes);
  }
}

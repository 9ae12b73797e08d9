package dev.zundacast.voice;

import java.time.Duration;
import java.util.Optional;

/** How long an engine that failed is left in peace before it is asked again. */
final class Rest {
  /** However often it failed: an engine that comes back is found within this time. */
  private static final Duration LONGEST = Duration.ofSeconds(15);

  /** An engine that does not end two syntheses in a row is not asked a third time. */
  private static final int HANGS = 2;

  /** What the engine failed at. */
  enum Asked {
    QUERY,
    SYNTHESIS
  }

  private final PoolOptions options;
  private long untilNanos = System.nanoTime();
  private long downSinceNanos = untilNanos;
  private int failures;
  private int hangsInARow;

  Rest(PoolOptions options) {
    this.options = options;
  }

  /** The engine did what it was asked. */
  synchronized void well() {
    failures = 0;
    hangsInARow = 0;
  }

  /**
   * The engine failed: it rests.
   *
   * @return why it should not be asked again at all, empty when it may come back
   */
  synchronized Optional<String> after(EngineFault fault, Asked asked) {
    if (failures++ == 0) {
      downSinceNanos = System.nanoTime();
    }
    boolean hangs = asked == Asked.SYNTHESIS && fault.kind() == EngineFault.Kind.TIMEOUT;
    if (hangs && ++hangsInARow >= HANGS) {
      return Optional.of("and not the next time either; restart the engine");
    }
    // What was not answered is still being worked on: a second request would only queue up.
    Duration rest = hangs ? options.timeouts().synthesis() : length(fault);
    untilNanos = System.nanoTime() + rest.toNanos();
    return rest.compareTo(options.patience()) > 0 && fault.retryAfter().isPresent()
        ? Optional.of("it asks to come back in " + Spans.words(rest) + ", which is too long")
        : Optional.empty();
  }

  private Duration length(EngineFault fault) {
    Duration doubled = options.rest().multipliedBy(1L << Math.min(failures - 1, 10));
    Duration own = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    return fault.retryAfter().filter(wish -> wish.compareTo(own) > 0).orElse(own);
  }

  /** Whether the engine was out of order for longer than anybody's patience. */
  synchronized boolean isTooLong() {
    return failures > 0 && System.nanoTime() - downSinceNanos > options.patience().toNanos();
  }

  /** What is left of the rest. */
  synchronized Duration left() {
    return Duration.ofNanos(Math.max(0, untilNanos - System.nanoTime()));
  }
}

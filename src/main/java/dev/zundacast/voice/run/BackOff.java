package dev.zundacast.voice.run;

import dev.zundacast.message.Message;
import dev.zundacast.voice.PoolOptions;
import dev.zundacast.voice.engine.EngineFault;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** How long an engine that failed is left in peace before it is asked again. */
final class BackOff {
  /** An engine that does not end two syntheses in a row is not asked a third time. */
  private static final int HANGS = 2;

  enum Asked {
    QUERY,
    SYNTHESIS
  }

  private final PoolOptions options;
  private final LongSupplier nanos;
  private long untilNanos;
  private long downSinceNanos;
  private int failures;
  private int hangsInARow;

  BackOff(PoolOptions options, LongSupplier nanos) {
    this.options = options;
    this.nanos = nanos;
    this.untilNanos = nanos.getAsLong();
    this.downSinceNanos = untilNanos;
  }

  synchronized void succeeded() {
    failures = 0;
    hangsInARow = 0;
  }

  /** The engine failed and rests for a while; gives why it should not be asked again, if so. */
  synchronized Optional<Message> failed(EngineFault fault, Asked asked) {
    if (failures++ == 0) {
      downSinceNanos = nanos.getAsLong();
    }
    boolean hangs = asked == Asked.SYNTHESIS && fault.kind() == EngineFault.Kind.TIMEOUT;
    if (hangs && ++hangsInARow >= HANGS) {
      return Optional.of(Message.of("speaking.failedAgain"));
    }
    Duration wish = fault.retryAfter().orElse(Duration.ZERO);
    // What was not answered is still being worked on: a second request would only queue up.
    Duration wait =
        hangs ? options.timeouts().synthesis() : options.retry().waitAfter(failures, wish);
    untilNanos = nanos.getAsLong() + wait.toNanos();
    return wait.compareTo(options.patience()) > 0 && fault.retryAfter().isPresent()
        ? Optional.of(Message.of("speaking.waitsTooLong", EngineFault.words(wait)))
        : Optional.empty();
  }

  /** Whether the engine was out of order for longer than anybody's patience. */
  synchronized boolean isTooLong() {
    return failures > 0 && nanos.getAsLong() - downSinceNanos > options.patience().toNanos();
  }

  /** For how long the engine has been out of order, while it is. */
  synchronized Optional<Duration> down() {
    return failures == 0
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(nanos.getAsLong() - downSinceNanos));
  }

  synchronized Duration left() {
    return Duration.ofNanos(Math.max(0, untilNanos - nanos.getAsLong()));
  }
}

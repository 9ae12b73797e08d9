package dev.zundacast.voice;

import java.time.Duration;

/**
 * A request that costs an engine nothing, asked again when it failed in a way that passes: without
 * an answer to it no work can begin.
 */
final class SmallRequest {
  private static final int TRIES = 3;

  private final PoolOptions options;

  SmallRequest(PoolOptions options) {
    this.options = options;
  }

  /** What is asked. */
  @FunctionalInterface
  interface Asking<T> {
    T ask() throws EngineFault;
  }

  <T> T ask(Asking<T> asking) throws EngineFault {
    for (int tried = 1; ; tried++) {
      try {
        return asking.ask();
      } catch (EngineFault fault) {
        if (tried == TRIES || !passes(fault)) {
          throw fault;
        }
        rest(fault, options.rest().multipliedBy(tried));
      }
    }
  }

  private boolean passes(EngineFault fault) {
    return switch (fault.kind()) {
      case DROPPED, FAILING -> true;
      case BUSY -> fault.retryAfter().orElse(Duration.ZERO).compareTo(options.patience()) <= 0;
      default -> false;
    };
  }

  private static void rest(EngineFault fault, Duration usual) throws EngineFault {
    try {
      Thread.sleep(fault.retryAfter().orElse(usual).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw fault;
    }
  }
}

package dev.zundacast.voice.store.shared;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a store is asked: one that failed is left alone for a while, a refusal for good. */
final class StoreHealth {
  private static final int MOST_DOUBLINGS = 8;

  private final Duration firstPause;
  private final Duration longestPause;
  private int failures;
  private long untilNanos = System.nanoTime();
  private @Nullable String refusal;
  private @Nullable String failure;

  StoreHealth(Duration firstPause, Duration longestPause) {
    this.firstPause = firstPause;
    this.longestPause = longestPause;
  }

  /** Whether it may be asked now. */
  synchronized boolean isFit() {
    return refusal == null && (failures == 0 || System.nanoTime() - untilNanos >= 0);
  }

  /** Whether it will not be asked again in this run. */
  synchronized boolean isRefused() {
    return refusal != null;
  }

  synchronized void succeeded() {
    failures = 0;
    failure = null;
  }

  /** It failed, with all attempts: the next one is made later, or never. */
  synchronized void failed(IOException e) {
    String message = e.getMessage() == null ? e.toString() : e.getMessage();
    if (e instanceof ObjectStore.RefusedException) {
      refusal = message;
      return;
    }
    // Those that were under way together fail together.
    if (isFit()) {
      Duration pause = firstPause.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
      failures++;
      Duration bounded = pause.compareTo(longestPause) > 0 ? longestPause : pause;
      untilNanos = System.nanoTime() + bounded.toNanos();
    }
    failure = message;
  }

  /** Why it is not asked, or did not answer last. */
  synchronized Optional<String> trouble() {
    return Optional.ofNullable(refusal == null ? failure : refusal);
  }
}

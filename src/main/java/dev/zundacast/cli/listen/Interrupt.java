package dev.zundacast.cli.listen;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl-C, which lets a command that waits end as it should. */
final class Interrupt {
  private static final long PATIENCE_SECONDS = 10;

  private Interrupt() {}

  /** Lets the command end, and waits until it has. */
  static void end(CountDownLatch end, CountDownLatch ended) {
    end.countDown();
    try {
      boolean whole = ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
      assert whole;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits for Ctrl-C. */
  static void await(CountDownLatch end) {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

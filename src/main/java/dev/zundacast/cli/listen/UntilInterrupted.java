package dev.zundacast.cli.listen;

import dev.zundacast.tasks.BackgroundTask;
import java.io.Closeable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets a command go on until Ctrl-C, and then end as it should before the process does. */
final class UntilInterrupted implements Closeable {
  private static final long PATIENCE_SECONDS = 10;

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread command = Thread.currentThread();
  private final Runnable forgetExit = BackgroundTask.atExit(this::interrupted);

  private void interrupted() {
    // In this order: nothing interrupts the command once it no longer waits.
    command.interrupt();
    asked.countDown();
    try {
      // The process ends whether or not the command did.
      ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits for Ctrl-C; what is left to do then must not be cut short. */
  void await() {
    try {
      asked.await();
    } catch (InterruptedException e) {
      // Whoever interrupts this thread wants the same.
    } finally {
      Thread.interrupted();
    }
  }

  @Override
  public void close() {
    ended.countDown();
    forgetExit.run();
  }
}

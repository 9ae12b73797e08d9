package dev.zundacast.pipeline;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Work that is done beside the thread that will need it, on a thread of its own: what a build waits
 * for one after the other, it waits for at once.
 */
public final class Beside<T> {
  private final FutureTask<T> task;

  private Beside(FutureTask<T> task) {
    this.task = task;
  }

  /** Work that may fail. */
  @FunctionalInterface
  public interface Work<T> {
    T run() throws IOException;
  }

  /** Starts the work; {@code what} names its thread. */
  public static <T> Beside<T> start(String what, Work<T> work) {
    FutureTask<T> task = new FutureTask<>(work::run);
    Thread thread = new Thread(task, what);
    thread.setDaemon(true);
    thread.start();
    return new Beside<>(task);
  }

  /** Work that leaves nothing but its effect. */
  @FunctionalInterface
  public interface Action {
    void run() throws IOException;
  }

  /** Starts such work; {@code what} names its thread. */
  public static Beside<?> run(String what, Action action) {
    return start(
        what,
        () -> {
          action.run();
          return what;
        });
  }

  /** Waits for the work although {@code failure} is what matters now. */
  void awaitAfter(Exception failure) {
    try {
      await();
    } catch (IOException | RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  /** What came of the work; fails as it did. */
  public T await() throws IOException {
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw rethrown(e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** Throws what is unchecked, and gives the rest as an IOException to throw. */
  public static IOException rethrown(Throwable cause) {
    if (cause instanceof RuntimeException exception) {
      throw exception;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof IOException exception ? exception : new IOException(cause);
  }
}

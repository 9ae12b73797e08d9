package dev.zundacast.tasks;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Work on a thread of its own, joined by whoever started it. {@link #join} gives its result or its
 * failure; {@link #close} waits for its end, so that nothing goes on behind a command's back.
 */
public final class BackgroundTask<T> implements Closeable {
  private static final Duration FOREVER = Duration.ofDays(365);

  private final FutureTask<T> task;
  private boolean joined;

  private BackgroundTask(FutureTask<T> task) {
    this.task = task;
  }

  /** Starts the work on a thread with this name. */
  public static <T> BackgroundTask<T> start(String name, IoSupplier<T> work) {
    FutureTask<T> task = new FutureTask<>(work::get);
    thread(name, task).start();
    return new BackgroundTask<>(task);
  }

  /** Threads with this name that take work in turn; whoever asks for them shuts them down. */
  public static ExecutorService pool(String name, int threads) {
    return Executors.newFixedThreadPool(threads, threads(name));
  }

  /** Makes the threads of a pool: they are daemons, so none keeps a finished command alive. */
  public static ThreadFactory threads(String name) {
    return work -> thread(name, work);
  }

  private static Thread thread(String name, Runnable work) {
    Thread thread = new Thread(work, "zundacast " + name);
    thread.setDaemon(true);
    return thread;
  }

  /** Has work done when the process is told to end; what is given back takes that back. */
  public static Runnable atExit(Runnable work) {
    Thread hook = thread("exit", work);
    Runtime.getRuntime().addShutdownHook(hook);
    return () -> {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException ending) {
        // The process is ending already, and the hook runs.
      }
    };
  }

  /** Whether the work has ended, in whatever way. */
  public boolean isDone() {
    return task.isDone();
  }

  /** Waits for the result; fails as the work did, or when the waiting thread is interrupted. */
  public T join() throws IOException {
    joined = true;
    return result(task);
  }

  /**
   * Waits so long for the result; work that takes longer is left behind, hears nothing of it and is
   * told of by an {@link InterruptedIOException}.
   */
  public T join(Duration longest) throws IOException {
    joined = true;
    return result(task, longest);
  }

  /** Waits for the end of the work; a failure that nobody heard of by {@link #join} is thrown. */
  @Override
  public void close() throws IOException {
    if (!joined) {
      join();
    }
  }

  /** Waits until a pool that was shut down has ended its work, also when interrupted meanwhile. */
  public static void awaitEnd(ExecutorService pool) {
    boolean interrupted = false;
    boolean ended = false;
    while (!ended) {
      try {
        // Work that was interrupted ends by itself; a disk may take its time.
        ended = pool.awaitTermination(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** The result of a future, whose failure is thrown as it happened. */
  public static <T> T result(Future<T> future) throws IOException {
    return result(future, FOREVER);
  }

  /** The result of a future; an {@link InterruptedIOException} when it takes longer than this. */
  public static <T> T result(Future<T> future, Duration longest) throws IOException {
    try {
      return future.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      String message = "no answer in " + longest.toMillis() / 1000.0 + " seconds";
      throw (IOException) new InterruptedIOException(message).initCause(e);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      if (cause instanceof RuntimeException unchecked) {
        throw unchecked;
      }
      if (cause instanceof Error error) {
        throw error;
      }
      throw cause instanceof IOException io ? io : new IOException(cause);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** Waits so long; fails when the thread is interrupted. */
  public static void sleep(Duration time) throws IOException {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** What work ends with whose thread is interrupted, which the thread stays. */
  public static IOException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return (IOException) new InterruptedIOException("interrupted").initCause(e);
  }
}

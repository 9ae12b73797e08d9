package dev.zundacast.audio;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads, one for each core, that work on lines while clips still arrive. */
final class Workers implements AutoCloseable {
  private final int cores = Runtime.getRuntime().availableProcessors();
  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          cores, cores, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Workers::thread);
  private final Map<String, Future<?>> running = new ConcurrentHashMap<>();

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "encoder");
    thread.setDaemon(true);
    return thread;
  }

  /** Work that may fail. */
  interface Work {
    void run() throws IOException;
  }

  /** Starts work, unless work of that name runs already; tells whether it does. */
  boolean submit(String name, Work work) {
    FutureTask<?> task =
        new FutureTask<>(
            () -> {
              work.run();
              return name;
            });
    boolean isNew = running.putIfAbsent(name, task) == null;
    if (isNew) {
      threads.execute(task);
    }
    return isNew;
  }

  /** Whether a core would begin with new work at once. */
  boolean haveTime() {
    return threads.getActiveCount() < cores && threads.getQueue().isEmpty();
  }

  /** Runs what can be done beside other work, if a core has nothing to do. */
  @FunctionalInterface
  interface Spare {
    /** Whether the task is taken; one that is left alone is run by whoever needs it. */
    boolean take(Runnable task);
  }

  /** The cores without work; no thread waits for one that waits as well. */
  Spare spare() {
    return task -> {
      try {
        if (threads.getActiveCount() < cores) {
          threads.execute(task);
          return true;
        }
      } catch (RejectedExecutionException closed) {
        // Then it is left alone as well.
      }
      return false;
    };
  }

  /** Waits for all work; the first failure is thrown once all has ended. */
  void await() throws IOException {
    ExecutionException failure = null;
    try {
      for (Future<?> work : running.values()) {
        try {
          work.get();
        } catch (ExecutionException e) {
          failure = failure == null ? e : failure;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while encoding", e);
    } finally {
      running.clear();
    }
    if (failure != null) {
      throw asIoException(failure);
    }
  }

  private static IOException asIoException(ExecutionException failure) {
    Throwable cause = failure.getCause();
    if (cause instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    return cause instanceof IOException io ? io : new IOException(cause);
  }

  @Override
  public void close() {
    threads.shutdownNow();
    try {
      // An encoder must not write into a store that is closed under it.
      threads.awaitTermination(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

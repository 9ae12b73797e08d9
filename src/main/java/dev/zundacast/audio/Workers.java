package dev.zundacast.audio;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Threads, one for each core, that work on lines while clips still arrive: first on what is new,
 * for which somebody waits.
 */
final class Workers implements AutoCloseable {
  private final int cores = Runtime.getRuntime().availableProcessors();
  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          cores, cores, 0, TimeUnit.SECONDS, new PriorityBlockingQueue<>(), Workers::thread);
  private final Map<String, Future<?>> running = new ConcurrentHashMap<>();
  private final AtomicLong begun = new AtomicLong();
  private final AtomicInteger urgent = new AtomicInteger();

  /** When work is begun; earlier constants go first. */
  enum Turn {
    /** Before all that is not new: an encoder takes long. */
    NEW,
    /** What was encoded by an earlier run, and is most likely only read. */
    KEPT
  }

  /** Work in its place among the work that waits. */
  private final class Task implements Runnable, Comparable<Task> {
    private final Turn turn;
    private final long number = begun.getAndIncrement();
    private final Runnable work;

    Task(Turn turn, Runnable work) {
      this.turn = turn;
      this.work = work;
    }

    void begin() {
      if (turn == Turn.NEW) {
        urgent.incrementAndGet();
      }
      try {
        threads.execute(this);
      } catch (RejectedExecutionException closed) {
        end();
        throw closed;
      }
    }

    @Override
    public void run() {
      try {
        work.run();
      } finally {
        end();
      }
    }

    private void end() {
      if (turn == Turn.NEW) {
        urgent.decrementAndGet();
      }
    }

    @Override
    public int compareTo(Task other) {
      return turn == other.turn ? Long.compare(number, other.number) : turn.compareTo(other.turn);
    }
  }

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
  boolean submit(String name, Turn turn, Work work) {
    FutureTask<?> task =
        new FutureTask<>(
            () -> {
              work.run();
              return name;
            });
    boolean isNew = running.putIfAbsent(name, task) == null;
    if (isNew) {
      new Task(turn, task).begin();
    }
    return isNew;
  }

  /** Whether a core would begin with new work at once, or after what takes no time. */
  boolean haveTime() {
    return urgent.get() < cores;
  }

  /** Runs what can be done beside other work, if a core has nothing new to do. */
  @FunctionalInterface
  interface Spare {
    /** Whether the task is taken; one that is left alone is run by whoever needs it. */
    boolean take(Runnable task);
  }

  /** The cores without new work; no thread waits for one that waits as well. */
  Spare spare() {
    return task -> {
      try {
        if (haveTime()) {
          new Task(Turn.NEW, task).begin();
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

package dev.zundacast.tasks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Items to results in the order of the items, several at once. It works only a little ahead of the
 * reader, so that memory does not grow with the number of items.
 */
public final class Parallel<T, R> implements AutoCloseable {
  /** Items begun for each thread before somebody takes their results. */
  private static final int AHEAD = 4;

  private final AtomicReferenceArray<@Nullable FutureTask<R>> tasks;
  private final AtomicInteger begun = new AtomicInteger();
  private final Semaphore ahead;
  private final ExecutorService threads;
  private int read;

  private Parallel(List<T> items, IoFunction<T, R> work, int threads) {
    this.tasks = new AtomicReferenceArray<>(items.size());
    for (int i = 0; i < items.size(); i++) {
      T item = items.get(i);
      tasks.set(i, new FutureTask<>(() -> work.apply(item)));
    }
    this.ahead = new Semaphore(AHEAD * threads);
    this.threads = BackgroundTask.pool("parallel", Math.max(1, threads - 1));
    for (int i = 1; i < threads; i++) {
      this.threads.execute(this::work);
    }
  }

  /** Begins to work on the items on at most {@code threads} threads, the reader's among them. */
  public static <T, R> Parallel<T, R> over(List<T> items, int threads, IoFunction<T, R> work) {
    return new Parallel<>(items, work, Math.max(1, Math.min(threads, items.size())));
  }

  /** The result of each item, one thread a core; the first failure in their order is thrown. */
  public static <T, R> List<R> map(List<T> items, IoFunction<T, R> work) throws IOException {
    return map(items, Runtime.getRuntime().availableProcessors(), work);
  }

  /** The same on at most so many threads. */
  public static <T, R> List<R> map(List<T> items, int threads, IoFunction<T, R> work)
      throws IOException {
    List<R> results = new ArrayList<>();
    try (Parallel<T, R> all = over(items, threads, work)) {
      for (int i = 0; i < items.size(); i++) {
        results.add(all.next());
      }
    }
    return results;
  }

  /** The result of the next item; fails as the work on it did. */
  public R next() throws IOException {
    FutureTask<R> first = Objects.requireNonNull(tasks.getAndSet(read++, null));
    // Does nothing where a thread has begun it already.
    first.run();
    // The reader is one of the threads: it takes what nobody has begun while it would wait.
    while (!first.isDone() && ahead.tryAcquire()) {
      runOne();
    }
    ahead.release();
    return BackgroundTask.result(first);
  }

  /** Each thread takes the next item itself: to hand one over takes as long as to read a post. */
  private void work() {
    try {
      while (begun.get() < tasks.length() && !threads.isShutdown()) {
        ahead.acquire();
        runOne();
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void runOne() {
    int item = begun.getAndIncrement();
    FutureTask<R> task = item < tasks.length() ? tasks.get(item) : null;
    if (task != null) {
      task.run();
    }
  }

  /** Interrupts what is still worked on, and waits for its end. */
  @Override
  public void close() {
    threads.shutdownNow();
    BackgroundTask.awaitEnd(threads);
  }
}

package dev.zundacast.tasks;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/**
 * Items to results in the order of the items, several at once. It works only a little ahead of the
 * reader, so that memory does not grow with the number of items.
 */
public final class Parallel<T, R> implements AutoCloseable {
  /** Items begun for each thread before somebody takes their results. */
  private static final int AHEAD = 4;

  private final Iterator<T> items;
  private final IoFunction<T, R> work;
  private final ExecutorService threads;
  private final Deque<Future<R>> begun = new ArrayDeque<>();

  private Parallel(List<T> items, IoFunction<T, R> work, int threads) {
    this.items = items.iterator();
    this.work = work;
    this.threads = BackgroundTask.pool("parallel", threads);
    for (int i = 0; i < AHEAD * threads; i++) {
      begin();
    }
  }

  private void begin() {
    if (items.hasNext()) {
      T item = items.next();
      begun.add(threads.submit(() -> work.apply(item)));
    }
  }

  /** Begins to work on the items on at most {@code threads} threads, the reader's among them. */
  public static <T, R> Parallel<T, R> over(List<T> items, int threads, IoFunction<T, R> work) {
    return new Parallel<>(items, work, Math.max(1, Math.min(threads, items.size())));
  }

  /** The result of each item, one thread a core; the first failure in their order is thrown. */
  public static <T, R> List<R> map(List<T> items, IoFunction<T, R> work) throws IOException {
    return map(items, Runtime.getRuntime().availableProcessors(), work, done -> {});
  }

  /** The same on at most so many threads, told after each how many are done. */
  public static <T, R> List<R> map(
      List<T> items, int threads, IoFunction<T, R> work, IntConsumer progress) throws IOException {
    List<R> results = new ArrayList<>();
    try (Parallel<T, R> all = over(items, threads, work)) {
      for (int done = 1; done <= items.size(); done++) {
        results.add(all.next());
        progress.accept(done);
      }
    }
    return results;
  }

  /** The result of the next item; fails as the work on it did. */
  public R next() throws IOException {
    begin();
    return BackgroundTask.result(begun.remove());
  }

  /** Interrupts what is still worked on, and waits for its end. */
  @Override
  public void close() {
    threads.shutdownNow();
    BackgroundTask.awaitEnd(threads);
  }
}

package dev.zundacast.tasks;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;

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
  private final int most;
  private final Deque<FutureTask<R>> begun = new ArrayDeque<>();

  private Parallel(Iterator<T> items, IoFunction<T, R> work, int threads) {
    this.items = items;
    this.work = work;
    this.threads = BackgroundTask.pool("parallel", Math.max(1, threads - 1));
    this.most = AHEAD * threads;
  }

  /** Begins to work on the items on at most {@code threads} threads, the reader's among them. */
  public static <T, R> Parallel<T, R> over(List<T> items, int threads, IoFunction<T, R> work) {
    return new Parallel<>(items.iterator(), work, Math.max(1, Math.min(threads, items.size())));
  }

  /** The result of each item, one thread a core; the first failure in their order is thrown. */
  public static <T, R> List<R> map(List<T> items, IoFunction<T, R> work) throws IOException {
    List<R> results = new ArrayList<>();
    try (Parallel<T, R> all = over(items, Runtime.getRuntime().availableProcessors(), work)) {
      for (int i = 0; i < items.size(); i++) {
        results.add(all.next());
      }
    }
    return results;
  }

  /** The result of the next item; fails as the work on it did. */
  public R next() throws IOException {
    while (items.hasNext() && begun.size() < most) {
      T item = items.next();
      FutureTask<R> task = new FutureTask<>(() -> work.apply(item));
      begun.add(task);
      threads.execute(task);
    }
    FutureTask<R> first = begun.remove();
    // Does nothing where a thread has begun it already.
    first.run();
    // The reader is one of the threads: it takes what nobody has begun while it would wait.
    Iterator<FutureTask<R>> others = begun.iterator();
    while (!first.isDone() && others.hasNext()) {
      others.next().run();
    }
    return BackgroundTask.result(first);
  }

  /** Interrupts what is still worked on, and waits for its end. */
  @Override
  public void close() {
    threads.shutdownNow();
    BackgroundTask.awaitEnd(threads);
  }
}

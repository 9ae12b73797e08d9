package dev.zundacast.cli;

import dev.zundacast.pipeline.Beside;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Works on several posts at once and hands over what came of them in their order. It works only a
 * few posts ahead, so that memory does not grow with their number.
 */
final class Ahead<T> implements AutoCloseable {
  /** More threads than this wait for the disk. */
  private static final int MOST_THREADS = 4;

  private static final int POSTS_AHEAD = 4 * MOST_THREADS;

  private final Iterator<Path> posts;
  private final Work<T> work;
  private final ExecutorService threads;
  private final Deque<Future<T>> begun = new ArrayDeque<>();

  Ahead(List<Path> posts, Work<T> work) {
    this.posts = posts.iterator();
    this.work = work;
    int cores = Runtime.getRuntime().availableProcessors();
    this.threads =
        Executors.newFixedThreadPool(Math.min(Math.min(MOST_THREADS, cores), posts.size()));
  }

  /** What is done with each post. */
  @FunctionalInterface
  interface Work<T> {
    T on(Path post) throws IOException;
  }

  /** What came of the next post; fails as the work on it did. */
  T next() throws IOException {
    while (posts.hasNext() && begun.size() < POSTS_AHEAD) {
      Path post = posts.next();
      begun.add(threads.submit(() -> work.on(post)));
    }
    try {
      return begun.remove().get();
    } catch (ExecutionException e) {
      throw Beside.rethrown(e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}

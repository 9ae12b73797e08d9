package dev.zundacast.audio;

import dev.zundacast.tasks.BackgroundTask;
import dev.zundacast.tasks.IoSupplier;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Threads, one for each core, that encode lines while clips still arrive. */
final class Workers implements AutoCloseable {
  private final ExecutorService threads =
      BackgroundTask.pool("encoder", Runtime.getRuntime().availableProcessors());
  private final Map<String, Future<?>> running = new ConcurrentHashMap<>();

  /** Starts work, unless work of that name was started since the last {@link #await}. */
  void submit(String name, IoSupplier<?> work) {
    running.computeIfAbsent(name, it -> threads.submit(work::get));
  }

  /** Waits for all work; the first failure is thrown once all has ended. */
  void await() throws IOException {
    Exception failure = null;
    for (Future<?> work : running.values()) {
      try {
        BackgroundTask.result(work);
      } catch (IOException | RuntimeException e) {
        failure = failure == null ? e : failure;
      }
    }
    running.clear();
    throwIfAny(failure);
  }

  private static void throwIfAny(@Nullable Exception failure) throws IOException {
    if (failure instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    if (failure instanceof IOException io) {
      throw io;
    }
  }

  /** Interrupts what is still worked on and waits for its end: the store is closed after it. */
  @Override
  public void close() {
    threads.shutdownNow();
    BackgroundTask.awaitEnd(threads);
  }
}

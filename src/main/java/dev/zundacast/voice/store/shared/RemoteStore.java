package dev.zundacast.voice.store.shared;

import dev.zundacast.disk.SharedStore;
import dev.zundacast.tasks.BackgroundTask;
import dev.zundacast.tasks.IoSupplier;
import dev.zundacast.tasks.Parallel;
import dev.zundacast.tasks.Retry;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A shared store on objects somewhere else: each with a record that is written last and holds its
 * SHA-256. What is half there, damaged or not to be had counts as missing; a store that is away is
 * asked again later, and what waits to be kept is kept then.
 */
final class RemoteStore implements SharedStore {
  private static final int WRITERS = 4;
  private static final int READERS = 16;

  /** More than a day's lines of one engine. */
  private static final int MOST_WAITING = 50_000;

  /** Whoever asks for longer pauses is away. */
  private static final Duration LONGEST_ASKED = Duration.ofSeconds(5);

  private final ObjectStore objects;
  private final Timing timing;
  private final StoreHealth health;
  private final Consumer<String> notes;
  private final ExecutorService writers = BackgroundTask.pool("shared store", WRITERS);
  private final Set<String> damaged = ConcurrentHashMap.newKeySet();
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicInteger unsent = new AtomicInteger();
  private volatile boolean closing;

  /**
   * How patient it is.
   *
   * @param retry attempts at one object
   * @param pause after a failure of all attempts, doubled from then on
   * @param longestPause it grows no further
   * @param close the longest that what waits is still written at the end
   */
  record Timing(Retry retry, Duration pause, Duration longestPause, Duration close) {
    static final Timing USUAL =
        new Timing(
            new Retry(4, Duration.ofMillis(200), Duration.ofSeconds(2)),
            Duration.ofSeconds(15),
            Duration.ofMinutes(5),
            Duration.ofMinutes(1));
  }

  RemoteStore(ObjectStore objects, Timing timing, Consumer<String> notes) {
    this.objects = objects;
    this.timing = timing;
    this.health = new StoreHealth(timing.pause(), timing.longestPause());
    this.notes = notes;
  }

  @Override
  public Optional<Entry> get(Kind kind, String key) {
    if (!health.isFit()) {
      return Optional.empty();
    }
    try {
      Optional<Entry> found = found(kind, key);
      health.succeeded();
      return found;
    } catch (IOException e) {
      failed(e);
      return Optional.empty();
    }
  }

  private Optional<Entry> found(Kind kind, String key) throws IOException {
    Optional<byte[]> json = retried(() -> objects.get(kind.recordPath(key)));
    if (json.isEmpty()) {
      return Optional.empty();
    }
    Optional<SharedRecord> record = SharedRecord.read(json.get(), key);
    Optional<byte[]> bytes = retried(() -> objects.get(kind.path(key)));
    if (record.isPresent() && bytes.isPresent() && record.get().isOf(bytes.get())) {
      return Optional.of(new Entry(bytes.get(), record.get().about()));
    }
    if (damaged.add(kind.path(key))) {
      notes.accept("the shared store's " + kind.path(key) + " is damaged; it is made again");
    }
    return Optional.empty();
  }

  private <T> T retried(IoSupplier<T> request) throws IOException {
    return timing.retry().call(request, RemoteStore::passing);
  }

  /** A time-out took long enough, and a refusal will not change. */
  private static Optional<Duration> passing(IOException e) {
    if (e instanceof ObjectStore.RefusedException || e instanceof InterruptedIOException) {
      return Optional.empty();
    }
    Duration asked =
        e instanceof ObjectStore.BusyException busy ? busy.retryAfter() : Duration.ZERO;
    return asked.compareTo(LONGEST_ASKED) > 0 ? Optional.empty() : Optional.of(asked);
  }

  private void failed(IOException e) {
    if (closing) {
      // Interrupted as time is up, which says nothing of the store.
      return;
    }
    boolean wasWell = health.trouble().isEmpty();
    health.failed(e);
    if (wasWell) {
      String what = health.isRefused() ? "is not used" : "is away for now";
      notes.accept("the shared store " + what + ": " + health.trouble().orElse(""));
    }
  }

  @Override
  public void put(Kind kind, String key, Condition condition, IoSupplier<Entry> entry) {
    if (closing || health.isRefused() || waiting.get() >= MOST_WAITING) {
      unsent.incrementAndGet();
      return;
    }
    waiting.incrementAndGet();
    writers.execute(
        () -> {
          if (!isKept(kind, key, condition, entry)) {
            unsent.incrementAndGet();
          }
          waiting.decrementAndGet();
        });
  }

  /** Tries until the store has it, refuses, or nobody can wait any longer. */
  private boolean isKept(Kind kind, String key, Condition condition, IoSupplier<Entry> entry) {
    while (awaitFit()) {
      try {
        keep(kind, key, condition, entry.get());
        health.succeeded();
        return true;
      } catch (IOException e) {
        failed(e);
      }
    }
    return false;
  }

  private void keep(Kind kind, String key, Condition condition, Entry entry) throws IOException {
    // What was found damaged would stay so for ever, were it not replaced.
    Condition now = damaged.contains(kind.path(key)) ? Condition.REPLACE : condition;
    byte[] record = SharedRecord.of(key, entry.bytes(), entry.about()).toJson();
    retried(() -> put(kind.path(key), entry.bytes(), now));
    retried(() -> put(kind.recordPath(key), record, now));
    damaged.remove(kind.path(key));
  }

  private boolean put(String name, byte[] bytes, Condition condition) throws IOException {
    objects.put(name, bytes, condition);
    return true;
  }

  private boolean awaitFit() {
    try {
      while (!health.isFit()) {
        if (health.isRefused() || closing) {
          return false;
        }
        TimeUnit.MILLISECONDS.sleep(100);
      }
      return !Thread.currentThread().isInterrupted();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public Set<String> among(Kind kind, Collection<String> keys) {
    Set<String> there = new HashSet<>();
    List<String> all = List.copyOf(new HashSet<>(keys));
    try (Parallel<String, Boolean> looked =
        Parallel.over(all, READERS, key -> retried(() -> objects.has(kind.recordPath(key))))) {
      for (String key : all) {
        if (health.isFit() && looked.next()) {
          there.add(key);
        }
      }
    } catch (IOException e) {
      failed(e);
    }
    return there;
  }

  @Override
  public boolean isShared() {
    return true;
  }

  @Override
  public Optional<String> trouble() {
    int missing = unsent.get();
    return health
        .trouble()
        .or(
            () ->
                missing == 0
                    ? Optional.empty()
                    : Optional.of(missing + " objects did not reach it in time"));
  }

  @Override
  public void close() {
    writers.shutdown();
    try {
      long end = System.nanoTime() + timing.close().toNanos();
      // A store that is away is not waited for: the next run keeps what this one made.
      while (waiting.get() > 0 && health.isFit() && System.nanoTime() < end) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    closing = true;
    writers.shutdownNow().forEach(left -> unsent.incrementAndGet());
    objects.close();
    BackgroundTask.awaitEnd(writers);
  }
}

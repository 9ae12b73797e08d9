package dev.zundacast.disk;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.zundacast.message.Message;
import dev.zundacast.message.MessageException;
import dev.zundacast.tasks.BackgroundTask;
import dev.zundacast.tasks.IoSupplier;
import dev.zundacast.tasks.Retry;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A shared store in a folder that many machines have mounted: each object with a record that is
 * written last and holds its SHA-256. What is half there, damaged or not to be had counts as
 * missing; a folder that is away is asked again later, and what waits to be kept is kept then.
 */
public final class SharedFolder implements SharedStore {
  private static final int WRITERS = 4;

  /** More than a day's lines of one engine. */
  private static final int MOST_WAITING = 50_000;

  private final Path folder;
  private final Timing timing;
  private final Consumer<Message> notes;
  private final ExecutorService writers = BackgroundTask.pool("shared store", WRITERS);
  private final Set<String> damaged = ConcurrentHashMap.newKeySet();
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicInteger unsent = new AtomicInteger();
  private volatile boolean closing;
  private int failures;
  private long untilNanos;
  private @Nullable Message failure;

  /**
   * How patient it is: the longest that a file is waited for, how long a folder is left alone after
   * failures, and the longest that what waits is still written at the end.
   */
  record Timing(Duration read, Duration write, Retry pauses, Duration close) {
    static final Timing USUAL =
        new Timing(
            Duration.ofSeconds(15),
            Duration.ofSeconds(60),
            new Retry(Integer.MAX_VALUE, Duration.ofSeconds(15), Duration.ofMinutes(5)),
            Duration.ofMinutes(1));
  }

  /** What lies beside each object as JSON, with what its owner wants to know of it. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Sums(
      @Nullable String key, long bytes, @Nullable String sha256, @Nullable String about) {
    static Sums of(String key, Entry entry) {
      return new Sums(key, entry.bytes().length, sha256(entry.bytes()), entry.about());
    }

    boolean isOf(String name, byte[] object) {
      return name.equals(key) && object.length == bytes && sha256(object).equals(sha256);
    }

    private static String sha256(byte[] bytes) {
      return HexFormat.of().formatHex(Digest.of("SHA-256", bytes));
    }
  }

  /** The store in a folder; whether it answers is found when it is asked. */
  public SharedFolder(Path folder, Consumer<Message> notes) {
    this(folder, Timing.USUAL, notes);
  }

  SharedFolder(Path folder, Timing timing, Consumer<Message> notes) {
    this.folder = folder;
    this.timing = timing;
    this.notes = notes;
  }

  @Override
  public Optional<Entry> get(Kind kind, String key) {
    if (!isFit()) {
      return Optional.empty();
    }
    try {
      Optional<Entry> found = found(kind, key);
      succeeded();
      return found;
    } catch (IOException e) {
      failed(e);
      return Optional.empty();
    }
  }

  private Optional<Entry> found(Kind kind, String key) throws IOException {
    Optional<byte[]> json = read(kind.recordPath(key));
    if (json.isEmpty()) {
      return Optional.empty();
    }
    Optional<Sums> sums = sums(json.get());
    Optional<byte[]> bytes = read(kind.path(key));
    if (sums.isPresent() && bytes.filter(it -> sums.get().isOf(key, it)).isPresent()) {
      String about = sums.get().about();
      return Optional.of(new Entry(bytes.get(), about == null ? "" : about));
    }
    if (damaged.add(kind.path(key))) {
      notes.accept(Message.of("store.damaged", kind.path(key)));
    }
    return Optional.empty();
  }

  private static Optional<Sums> sums(byte[] json) {
    try {
      return Optional.ofNullable(Json.read(json, Sums.class));
    } catch (IOException torn) {
      return Optional.empty();
    }
  }

  private Optional<byte[]> read(String name) throws IOException {
    return within(
        timing.read(),
        () -> {
          try {
            return Optional.of(Files.readAllBytes(folder.resolve(name)));
          } catch (NoSuchFileException missing) {
            return Optional.empty();
          }
        });
  }

  /**
   * A mount whose server is gone answers nothing and cannot be interrupted, so each access has a
   * thread of its own that is left behind. A folder that is not mounted must not be made on the
   * disk below it.
   */
  private <T> T within(Duration longest, IoSupplier<T> access) throws IOException {
    IoSupplier<T> mounted =
        () -> {
          if (!Files.isDirectory(folder)) {
            throw new MessageException(Message.of("store.noFolder", folder));
          }
          return access.get();
        };
    try (BackgroundTask<T> task = BackgroundTask.start("store folder", mounted)) {
      return task.join(longest);
    } catch (InterruptedIOException e) {
      throw (IOException) new InterruptedIOException(folder + ": " + e.getMessage()).initCause(e);
    }
  }

  @Override
  public void put(Kind kind, String key, Condition condition, IoSupplier<Entry> entry) {
    if (closing || waiting.get() >= MOST_WAITING) {
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

  /** Tries until the store has it or nobody can wait any longer. */
  private boolean isKept(Kind kind, String key, Condition condition, IoSupplier<Entry> entry) {
    while (awaitFit()) {
      try {
        keep(kind, key, condition, entry.get());
        succeeded();
        return true;
      } catch (IOException e) {
        failed(e);
      }
    }
    return false;
  }

  private boolean awaitFit() {
    try {
      while (!isFit()) {
        if (closing) {
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

  private void keep(Kind kind, String key, Condition condition, Entry entry) throws IOException {
    // What was found damaged would stay so for ever, were it not replaced.
    Condition now = damaged.contains(kind.path(key)) ? Condition.REPLACE : condition;
    write(kind.path(key), entry.bytes(), now);
    String sums = Json.text(Sums.of(key, entry));
    write(kind.recordPath(key), sums.getBytes(StandardCharsets.UTF_8), now);
    damaged.remove(kind.path(key));
  }

  /** Two writers of one name may both come through, each whole: that is what checksums are for. */
  private void write(String name, byte[] bytes, Condition condition) throws IOException {
    Path file = folder.resolve(name);
    within(
        timing.write(),
        () -> {
          if (condition == Condition.REPLACE || !Files.isRegularFile(file)) {
            AtomicFile.write(file, bytes);
          }
          return file;
        });
  }

  private synchronized boolean isFit() {
    return failures == 0 || System.nanoTime() - untilNanos >= 0;
  }

  private synchronized void succeeded() {
    failures = 0;
    failure = null;
  }

  private synchronized void failed(IOException e) {
    if (closing) {
      // Interrupted as time is up, which says nothing of the store.
      return;
    }
    boolean wasWell = failure == null;
    failure = e.getMessage() == null ? Message.plain(e.toString()) : Message.of(e);
    // Accesses that were under way together fail together.
    if (isFit()) {
      failures++;
      untilNanos = System.nanoTime() + timing.pauses().waitAfter(failures, Duration.ZERO).toNanos();
    }
    if (wasWell) {
      notes.accept(Message.of("store.away", failure));
    }
  }

  @Override
  public synchronized Optional<Message> trouble() {
    int missing = unsent.get();
    return Optional.ofNullable(failure)
        .or(
            () ->
                missing == 0
                    ? Optional.empty()
                    : Optional.of(Message.of("store.objectsLost", missing)));
  }

  @Override
  public void close() {
    writers.shutdown();
    try {
      long end = System.nanoTime() + timing.close().toNanos();
      // A store that is away is not waited for: the next run keeps what this one made.
      while (waiting.get() > 0 && isFit() && System.nanoTime() < end) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    closing = true;
    writers.shutdownNow().forEach(left -> unsent.incrementAndGet());
    BackgroundTask.awaitEnd(writers);
  }
}

package dev.zundacast.pipeline.engine;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.zundacast.disk.CacheFile;
import dev.zundacast.disk.SafePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is written down of the engines that were started from here, a file each. */
record EngineRecords(Path folder) {
  /** An engine writes its dictionary when it is asked to end. */
  private static final int SECONDS_TO_END = 10;

  void add(EngineRecord record) throws IOException {
    CacheFile.write(file(record), record);
  }

  /** Stops an engine and the processes that it started, and forgets it. */
  void stop(EngineRecord record) {
    // The programs are packed: what is started unpacks itself and runs as a child.
    List<ProcessHandle> all =
        record.process().handle().stream()
            .flatMap(it -> Stream.concat(it.descendants(), Stream.of(it)))
            .toList();
    all.forEach(ProcessHandle::destroy);
    all.forEach(EngineRecords::awaitEnd);
    all.forEach(ProcessHandle::destroyForcibly);
    try {
      Files.deleteIfExists(file(record));
      Files.deleteIfExists(log(record.url()));
    } catch (IOException onlyRemembered) {
      // The next run finds that it ended.
    }
  }

  private static void awaitEnd(ProcessHandle process) {
    try {
      process.onExit().get(SECONDS_TO_END, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException stillThere) {
      // It is ended by force next.
    }
  }

  /** Where an engine's messages go. */
  Path log(String url) {
    return folder.resolve(port(url) + ".log");
  }

  private static String port(String url) {
    return url.substring(url.lastIndexOf(':') + 1);
  }

  private Path file(EngineRecord record) {
    return folder.resolve(port(record.url()) + ".json");
  }

  /** Those that still run; the records of others go. */
  List<EngineRecord> running() throws IOException {
    List<EngineRecord> running = new ArrayList<>();
    for (Path file : SafePath.named(".*\\.json", folder)) {
      Optional<EngineRecord> record = CacheFile.read(file, EngineRecord.class);
      if (record.filter(EngineRecord::isRunning).isPresent()) {
        running.add(record.get());
      } else {
        Files.deleteIfExists(file);
        String log = file.getFileName().toString().replace(".json", ".log");
        Files.deleteIfExists(file.resolveSibling(log));
      }
    }
    return running;
  }

  /**
   * An engine that was started from here.
   *
   * @param program what was started
   * @param url where it answers
   * @param owner the process that will stop it; null when it is to stay until somebody asks
   */
  record EngineRecord(String program, String url, Owned process, @Nullable Owned owner) {
    EngineRecord {
      requireNonNull(process);
    }

    /**
     * A process that cannot be taken for a later one of the same number.
     *
     * @param pid its number
     * @param began when it began, in ms since 1970, 0 where the system does not say
     */
    record Owned(long pid, long began) {
      static Owned of(ProcessHandle process) {
        return new Owned(process.pid(), began(process));
      }

      private static long began(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
      }

      /** The process, while it is still the same. */
      Optional<ProcessHandle> handle() {
        return ProcessHandle.of(pid)
            .filter(ProcessHandle::isAlive)
            .filter(it -> began(it) == began);
      }
    }

    @JsonIgnore
    boolean isRunning() {
      return process.handle().isPresent();
    }

    /** Whether whoever was to stop it was killed before. */
    @JsonIgnore
    boolean isAbandoned() {
      return owner != null && owner.handle().isEmpty();
    }

    @JsonIgnore
    boolean isKept() {
      return owner == null;
    }
  }
}

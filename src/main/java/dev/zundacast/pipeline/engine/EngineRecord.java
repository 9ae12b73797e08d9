package dev.zundacast.pipeline.engine;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An engine that was started from here.
 *
 * @param program what was started
 * @param url where it answers
 * @param process its process
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
      return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(it -> began(it) == began);
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

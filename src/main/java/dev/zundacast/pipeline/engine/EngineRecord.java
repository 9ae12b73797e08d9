package dev.zundacast.pipeline.engine;

import java.time.Instant;
import java.util.Optional;

/**
 * An engine that was started from here.
 *
 * @param program what was started
 * @param url where it answers
 * @param process its process
 * @param owner the process that will stop it; none when it is to stay until somebody asks
 */
record EngineRecord(String program, String url, Owned process, Optional<Owned> owner) {

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

  boolean isRunning() {
    return process.handle().isPresent();
  }

  /** Whether whoever was to stop it was killed before. */
  boolean isAbandoned() {
    return owner.isPresent() && owner.get().handle().isEmpty();
  }

  boolean isKept() {
    return owner.isEmpty();
  }
}

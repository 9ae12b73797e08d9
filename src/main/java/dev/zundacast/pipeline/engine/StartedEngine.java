package dev.zundacast.pipeline.engine;

import dev.zundacast.pipeline.engine.EngineRecords.EngineRecord;
import java.io.Closeable;

/**
 * An engine that runs on this machine.
 *
 * @param url where it answers, without a slash at the end
 * @param isOurs whether this run started it
 * @param stop what ends it if it was started for this run
 */
public record StartedEngine(String url, boolean isOurs, Runnable stop) implements Closeable {
  /** One that somebody else started, which is left alone. */
  static StartedEngine found(String url) {
    return new StartedEngine(url, false, () -> {});
  }

  /** One that stops with this run. */
  static StartedEngine owned(EngineRecord record, EngineRecords records) {
    Thread atExit = new Thread(() -> records.stop(record));
    Runtime.getRuntime().addShutdownHook(atExit);
    return new StartedEngine(
        record.url(),
        true,
        () -> {
          records.stop(record);
          try {
            Runtime.getRuntime().removeShutdownHook(atExit);
          } catch (IllegalStateException e) {
            // The process is ending already; the hook finds nothing left to do.
          }
        });
  }

  @Override
  public void close() {
    stop.run();
  }
}

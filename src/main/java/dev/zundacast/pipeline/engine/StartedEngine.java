package dev.zundacast.pipeline.engine;

import java.io.Closeable;

/** An engine that runs on this machine; closing stops it if it was started for this run. */
public final class StartedEngine implements Closeable {
  private final String url;
  private final boolean isOurs;
  private final Runnable stop;
  private final Thread atExit;

  private StartedEngine(String url, boolean isOurs, Runnable stop) {
    this.url = url;
    this.isOurs = isOurs;
    this.stop = stop;
    this.atExit = new Thread(stop);
  }

  /** One that somebody else started, which is left alone. */
  static StartedEngine found(String url) {
    return new StartedEngine(url, false, () -> {});
  }

  /** One that stops with this run. */
  static StartedEngine owned(EngineRecord record, EngineRecords records) {
    StartedEngine engine = new StartedEngine(record.url(), true, () -> records.stop(record));
    Runtime.getRuntime().addShutdownHook(engine.atExit);
    return engine;
  }

  /** Where it answers, without a slash at the end. */
  public String url() {
    return url;
  }

  /** Whether this run started it. */
  public boolean isOurs() {
    return isOurs;
  }

  @Override
  public void close() {
    stop.run();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // The process is ending already; the hook finds nothing left to do.
    }
  }
}

package dev.zundacast.voice;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The engines at work in one run. */
final class Crew implements AutoCloseable {
  private final RunSetting setting;
  private final WorkList work;
  private final Finisher finisher;
  private final List<EngineWorker> workers = new CopyOnWriteArrayList<>();

  Crew(RunSetting setting, WorkList work, Finisher finisher) {
    this.setting = setting;
    this.work = work;
    this.finisher = finisher;
  }

  /** The engine takes its share of the work from now on. */
  void join(PoolEngine engine) {
    EngineWorker worker = new EngineWorker(engine, setting, work, finisher);
    workers.add(worker);
    work.joined();
    worker.start();
  }

  /** Ends every request that is under way. */
  @Override
  public void close() {
    workers.forEach(EngineWorker::cancel);
  }
}

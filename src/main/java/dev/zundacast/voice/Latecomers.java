package dev.zundacast.voice;

import dev.zundacast.episode.Problem;
import java.time.Duration;
import java.util.List;

/** Asks for absent engines from time to time while a run lasts, and lets in those that come. */
final class Latecomers {
  private final Absent absent;
  private final List<PoolEngine> pool;
  private final RunSetting setting;
  private final WorkList work;
  private final Crew crew;

  Latecomers(Absent absent, List<PoolEngine> pool, RunSetting setting, WorkList work, Crew crew) {
    this.absent = absent;
    this.pool = pool;
    this.setting = setting;
    this.work = work;
    this.crew = crew;
  }

  /** Begins to wait, unless every engine is there already; ends with the work. */
  void await() {
    if (!absent.isEmpty()) {
      Thread thread = new Thread(this::ask, "zundacast waits for engines");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void ask() {
    try {
      // A request to a closed port costs nobody anything, and a starting engine takes a while.
      Duration between = setting.pool().rest().multipliedBy(20);
      for (work.pause(between); !work.ended() && !absent.isEmpty(); work.pause(between)) {
        absent.meet().forEach(this::letIn);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void letIn(PoolEngine engine) {
    try {
      if (setting.pool().mixed() == PoolOptions.Mixed.REFUSE) {
        List<PoolEngine> both = List.of(pool.get(0), engine);
        Alike.requireSameVersion(both);
        Alike.requireSameWords(both, setting);
      }
      setting.writeDictionary(engine);
      setting.listener().note("the engine at " + engine.info().url() + " has come and helps");
      pool.add(engine);
      crew.join(engine);
    } catch (Problem unlike) {
      engine.close();
      setting.listener().note(unlike.getMessage() + "\nThe others go on without it.");
    } catch (EngineFault fault) {
      engine.close();
      absent.put(engine.info().url(), String.valueOf(fault.getMessage()));
    }
  }
}

package dev.zundacast.voice.run;

import dev.zundacast.episode.Problem;
import dev.zundacast.tasks.BackgroundTask;
import dev.zundacast.voice.ClipListener;
import dev.zundacast.voice.PoolOptions;
import dev.zundacast.voice.engine.CompatibilityCheck;
import dev.zundacast.voice.engine.Engine;
import dev.zundacast.voice.engine.EngineConnections;
import dev.zundacast.voice.engine.EngineDictionary;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;

/**
 * The engines at work in one run. Unreachable ones are asked from time to time, and join when they
 * answer.
 */
final class EngineWorkers implements AutoCloseable {
  private final EngineConnections connections;
  private final EngineDictionary.Required required;
  private final ClipListener listener;
  private final WorkList work;
  private final Function<Engine, EngineWorker> make;
  private final List<EngineWorker> workers = new CopyOnWriteArrayList<>();
  private final ExecutorService reconnecting = BackgroundTask.pool("reconnects", 1);

  /**
   * No engine is at work yet.
   *
   * @param make the worker of an engine
   */
  EngineWorkers(
      EngineConnections connections,
      EngineDictionary.Required required,
      ClipListener listener,
      WorkList work,
      Function<Engine, EngineWorker> make) {
    this.connections = connections;
    this.required = required;
    this.listener = listener;
    this.work = work;
    this.make = make;
  }

  /** These engines begin to work, and unreachable ones are looked out for. */
  void start(List<Engine> engines) {
    engines.forEach(this::start);
    if (!connections.faults().isEmpty()) {
      reconnecting.execute(this::reconnect);
    }
  }

  private void start(Engine engine) {
    EngineWorker worker = make.apply(engine);
    workers.add(worker);
    work.joined();
    worker.start();
  }

  private void reconnect() {
    try {
      // A request to a closed port costs nobody anything, and a starting engine takes a while.
      Duration between = connections.options().firstWait().multipliedBy(20);
      work.pause(between);
      while (!work.ended() && !connections.faults().isEmpty()) {
        connections.reconnect().forEach(this::join);
        work.pause(between);
      }
    } catch (Throwable e) {
      work.stop(e);
    }
  }

  private void join(Engine engine) {
    try {
      if (connections.options().mixed() == PoolOptions.Mixed.REFUSE) {
        List<Engine> both = List.of(connections.connected().get(0), engine);
        CompatibilityCheck.requireSameVersion(both);
        CompatibilityCheck.requireSameWords(both, required);
      }
      engine.words().write(required, listener::note);
      listener.note("the engine at " + engine.info().url() + " has come and helps");
      connections.connected().add(engine);
      start(engine);
    } catch (Problem unlike) {
      engine.close();
      listener.note(unlike.getMessage() + "\nThe others go on without it.");
    } catch (IOException e) {
      connections.disconnect(engine, String.valueOf(e.getMessage()));
    }
  }

  /** Ends the work where it stands, interrupts every thread and waits for its end. */
  @Override
  public void close() {
    work.end();
    reconnecting.shutdownNow();
    BackgroundTask.awaitEnd(reconnecting);
    workers.forEach(EngineWorker::cancel);
    workers.forEach(EngineWorker::awaitEnd);
  }
}

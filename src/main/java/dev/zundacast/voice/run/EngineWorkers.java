package dev.zundacast.voice.run;

import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
import dev.zundacast.tasks.BackgroundTask;
import dev.zundacast.voice.engine.Engine;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;

/**
 * The engines at work in one run. Unreachable ones are asked from time to time, and join when they
 * answer.
 */
final class EngineWorkers implements AutoCloseable {
  private final SpeakingRun run;
  private final WorkList work;
  private final List<EngineWorker> workers = new CopyOnWriteArrayList<>();
  private final ExecutorService reconnecting = BackgroundTask.pool("reconnects", 1);

  /** No engine is at work yet. */
  EngineWorkers(SpeakingRun run, WorkList work) {
    this.run = run;
    this.work = work;
  }

  /** These engines begin to work, and unreachable ones are looked out for. */
  void start(List<Engine> engines) {
    engines.forEach(this::start);
    if (!run.connections.faults().isEmpty()) {
      reconnecting.execute(this::reconnect);
    }
  }

  private void start(Engine engine) {
    EngineWorker worker = new EngineWorker(engine, run, work);
    workers.add(worker);
    work.joined();
    worker.start();
  }

  private void reconnect() {
    try {
      // A request to a closed port costs nobody anything, and a starting engine takes a while.
      Duration between = run.connections.options().firstWait().multipliedBy(20);
      work.pause(between);
      while (!work.ended() && !run.connections.faults().isEmpty()) {
        run.connections.reconnect().forEach(this::join);
        work.pause(between);
      }
    } catch (Throwable e) {
      work.stop(e);
    }
  }

  private void join(Engine engine) {
    try {
      List<Engine> both = List.of(run.connections.connected().get(0), engine);
      run.connections.requireSameVersion(both);
      run.connections.requireSameWords(both, run.required);
      engine.words().write(run.required, run.listener::note);
      run.listener.note(Message.of("speaking.engineCame", engine.info().url()));
      run.connections.connected().add(engine);
      start(engine);
    } catch (Problem unlike) {
      engine.close();
      run.listener.note(Message.of("speaking.othersGoOn", unlike.said()));
    } catch (IOException e) {
      run.connections.disconnect(engine, Message.of(e));
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

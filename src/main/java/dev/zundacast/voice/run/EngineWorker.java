package dev.zundacast.voice.run;

import dev.zundacast.message.Message;
import dev.zundacast.tasks.BackgroundTask;
import dev.zundacast.voice.engine.Engine;
import dev.zundacast.voice.engine.EngineFault;
import dev.zundacast.voice.run.WorkList.PreparedRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;

/**
 * Three threads for one engine: one asks for the query of the next line while the second has the
 * engine speak, and the third stores what it said, so that the engine is never idle and never has
 * two syntheses at once. Whatever goes wrong in one of them ends the run.
 */
final class EngineWorker {
  /** A disk that is slower than the engine makes it wait, before memory fills with sound. */
  private static final int CLIPS_TO_STORE = 2;

  /** How often it is told that an engine is still away. */
  private static final Duration TICK = Duration.ofSeconds(1);

  private final Engine engine;
  private final SpeakingRun run;
  private final WorkList work;
  private final ClipIdentities identities;
  private final BackOff backOff;
  private final ExecutorService asking;
  private final ExecutorService storing;
  private final Semaphore room = new Semaphore(CLIPS_TO_STORE);
  private boolean saidNotation;
  private volatile boolean left;

  EngineWorker(Engine engine, SpeakingRun run, WorkList work) {
    this.engine = engine;
    this.run = run;
    this.work = work;
    this.identities = new ClipIdentities(engine, run.required);
    this.backOff = new BackOff(run.plan.connections().options(), System::nanoTime);
    this.asking = BackgroundTask.pool("asks " + engine.info().url(), 2);
    this.storing = BackgroundTask.pool("stores of " + engine.info().url(), 1);
  }

  void start() {
    asking.execute(() -> repeat(this::prepareNext));
    asking.execute(() -> repeat(this::speakNext));
  }

  /** Ends this run's requests that are under way; nothing more is begun. */
  void cancel() {
    asking.shutdownNow();
  }

  /** Waits until the threads have ended; what was spoken is stored first. */
  void awaitEnd() {
    BackgroundTask.awaitEnd(asking);
    storing.shutdown();
    BackgroundTask.awaitEnd(storing);
  }

  /** What a thread does with each request that it gets. */
  private interface Step {
    void make() throws IOException, InterruptedException;
  }

  private void repeat(Step step) {
    try {
      while (waitUntilFit()) {
        step.make();
      }
    } catch (Throwable e) {
      work.stop(e);
    }
  }

  private void prepareNext() throws InterruptedException, IOException {
    Optional<WorkList.ClipRequest> next = work.toPrepare(this::isFit);
    if (next.isPresent()) {
      try {
        work.prepared(prepare(next.get()));
      } catch (EngineFault fault) {
        work.notPrepared(next.get(), fault);
        failed(fault, BackOff.Asked.QUERY);
      }
    }
  }

  private void speakNext() throws InterruptedException, IOException {
    Optional<PreparedRequest> next = work.toSpeak(engine, this::isFit);
    if (next.isPresent()) {
      speak(next.get());
    }
  }

  private void speak(PreparedRequest prepared) throws InterruptedException, IOException {
    try {
      PreparedRequest own = prepared.isFor(engine) ? prepared : prepare(prepared.request());
      List<byte[]> parts = engine.speak(own.queries());
      engine.requireSameVersion();
      if (left) {
        // Meanwhile it turned out to be another engine than the clip would be named after.
        work.putBack(prepared);
        return;
      }
      backOff.succeeded();
      work.up(this);
      store(own, parts);
    } catch (EngineFault fault) {
      work.failed(prepared.request(), fault);
      // A query that is not answered in time keeps no engine busy, a synthesis may.
      failed(fault, BackOff.Asked.SYNTHESIS);
    }
  }

  private PreparedRequest prepare(WorkList.ClipRequest request) throws IOException {
    Engine.Queries queries = engine.queries(request.line());
    engine.requireUnchanged(request.line().spoken(), run.required);
    if (!saidNotation) {
      engine.notationRefusal().ifPresent(run.listener::note);
      saidNotation = engine.notationRefusal().isPresent();
    }
    return new PreparedRequest(request, identities.of(request.line()), queries);
  }

  private void store(PreparedRequest prepared, List<byte[]> parts) throws InterruptedException {
    room.acquire();
    storing.execute(
        () -> {
          try {
            run.save(work, prepared, parts);
          } catch (Throwable e) {
            work.stop(e); // The disk is full, or a listener failed: no engine can help.
          } finally {
            room.release();
          }
        });
  }

  /** Waits while the engine is left in peace; false when there is nothing more to do for it. */
  private boolean waitUntilFit() throws InterruptedException {
    while (!left && !work.isOver() && !isFit()) {
      backOff.down().ifPresent(this::reportWait);
      Duration left = backOff.left();
      work.pause(left.compareTo(TICK) < 0 ? left : TICK);
    }
    return !left && !work.isOver();
  }

  private void reportWait(Duration down) {
    long patience = run.plan.connections().options().patience().toSeconds();
    Message what = Message.of("speaking.waiting", engine.info().url());
    run.waiting().report(what, Math.min(down.toSeconds(), patience), patience);
  }

  private boolean isFit() {
    return !left && backOff.left().isZero();
  }

  private void failed(EngineFault fault, BackOff.Asked asked) {
    switch (fault.kind()) {
      case REFUSED, UNREADABLE, BAD_SOUND -> {
        // The line's fault, not the engine's.
      }
      case CHANGED -> leave(fault);
      case UNREACHABLE, DROPPED -> {
        engine.forgetStyles();
        backOff(fault, asked);
      }
      default -> backOff(fault, asked);
    }
  }

  private void backOff(EngineFault fault, BackOff.Asked asked) {
    Optional<Message> hopeless = backOff.failed(fault, asked);
    if (hopeless.isPresent()) {
      Message message = Message.plain(Message.of(fault), ", ", hopeless.get());
      leave(EngineFault.of(fault.kind(), message).causedBy(fault));
    } else if (backOff.isTooLong()) {
      work.downTooLong(this, fault);
    }
  }

  private synchronized void leave(EngineFault why) {
    if (!left) {
      left = true;
      work.leave(this, why);
      run.listener.note(Message.of(why));
    }
  }
}

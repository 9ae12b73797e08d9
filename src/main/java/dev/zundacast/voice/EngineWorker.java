package dev.zundacast.voice;

import dev.zundacast.episode.Problem;
import java.util.List;
import java.util.Optional;

/**
 * Two threads for one engine: one asks for the next queries while the other has the engine speak,
 * so that the engine is never idle and never has two syntheses at once.
 */
final class EngineWorker {
  private final PoolEngine engine;
  private final RunSetting setting;
  private final Finisher finisher;
  private final WorkList work;
  private final Rest rest;
  private volatile boolean left;
  private final Thread asking;
  private final Thread speaking;

  EngineWorker(PoolEngine engine, RunSetting setting, WorkList work, Finisher finisher) {
    this.engine = engine;
    this.setting = setting;
    this.work = work;
    this.finisher = finisher;
    this.rest = new Rest(setting.pool());
    this.asking = thread("asks", this::ask);
    this.speaking = thread("speaks", this::speak);
  }

  /** A loop that runs until the work is over. */
  @FunctionalInterface
  private interface Loop {
    void run() throws InterruptedException;
  }

  private Thread thread(String what, Loop loop) {
    Runnable guarded =
        () -> {
          try {
            loop.run();
          } catch (InterruptedException e) {
            // The run is being cancelled, and the work list knows why.
            Thread.currentThread().interrupt();
          } catch (RuntimeException | Error e) {
            work.stop(e instanceof RuntimeException known ? known : new IllegalStateException(e));
          }
        };
    Thread thread = new Thread(guarded, "zundacast " + what + " " + engine.info().url());
    thread.setDaemon(true);
    return thread;
  }

  void start() {
    asking.start();
    speaking.start();
  }

  void cancel() {
    asking.interrupt();
    speaking.interrupt();
    engine.cancelAll();
  }

  private void ask() throws InterruptedException {
    while (isReady()) {
      Optional<Utterance> next = work.toPrepare();
      if (next.isEmpty()) {
        return;
      }
      Utterance utterance = next.get();
      if (left || isResting()) {
        work.putBack(utterance);
        continue;
      }
      try {
        work.prepared(prepare(utterance));
      } catch (EngineFault fault) {
        work.notPrepared(utterance, fault);
        fell(fault, Rest.Asked.QUERY);
      } catch (EngineChanged changed) {
        work.notPrepared(utterance, changed.asFault());
        leave(changed.problem());
      }
    }
  }

  private void speak() throws InterruptedException {
    while (isReady()) {
      Optional<Prepared> next = work.toSpeak(engine);
      if (next.isEmpty()) {
        return;
      }
      Prepared prepared = next.get();
      if (left || isResting()) {
        work.putBack(prepared);
        continue;
      }
      try {
        Prepared own = prepared.isFor(engine) ? prepared : prepare(prepared.utterance());
        List<byte[]> parts = engine.speak(own);
        if (left) {
          // Meanwhile it turned out to be another engine than the clip would be named after.
          work.putBack(prepared);
          return;
        }
        rest.well();
        work.up(this);
        finisher.finish(own, parts);
      } catch (EngineFault fault) {
        work.failed(prepared.utterance(), fault);
        fell(fault, Rest.Asked.SYNTHESIS);
      } catch (EngineChanged changed) {
        work.failed(prepared.utterance(), changed.asFault());
        leave(changed.problem());
      }
    }
  }

  private Prepared prepare(Utterance utterance) throws EngineFault, EngineChanged {
    boolean hasWords = setting.wantedFor(engine).isPresent();
    Prepared prepared = engine.prepare(utterance, setting.review(), hasWords);
    engine.requireUnchanged(utterance.line().spoken(), setting.wantedFor(engine));
    if (engine.isWithoutNotation()) {
      setting
          .listener()
          .note(
              engine.info().title()
                  + " takes no accents in kana notation; it reads such lines by its own lights");
    }
    return prepared;
  }

  /** Waits while the engine rests; false when there is nothing more to do for it. */
  private boolean isReady() throws InterruptedException {
    while (!left && !work.ended() && isResting()) {
      work.pause(rest.left());
    }
    return !left && !work.ended();
  }

  private boolean isResting() {
    return !rest.left().isZero();
  }

  private void fell(EngineFault fault, Rest.Asked asked) {
    EngineFault.Kind kind = fault.kind();
    if (kind == EngineFault.Kind.REFUSED
        || kind == EngineFault.Kind.UNREADABLE
        || kind == EngineFault.Kind.BAD_SOUND) {
      return;
    }
    if (kind == EngineFault.Kind.UNREACHABLE || kind == EngineFault.Kind.DROPPED) {
      engine.forgetStyles();
    }
    Optional<String> hopeless = rest.after(fault, asked);
    if (hopeless.isPresent()) {
      leave(EngineFault.of(kind, fault.getMessage() + ", " + hopeless.get()).causedBy(fault));
    } else if (rest.isTooLong()) {
      work.downTooLong(this, fault);
    }
  }

  private synchronized void leave(Exception why) {
    if (!left) {
      left = true;
      work.leave(this, why);
      if (why instanceof Problem || why instanceof EngineFault) {
        setting.listener().note(String.valueOf(why.getMessage()));
      }
    }
  }
}

package dev.zundacast.voice;

import dev.zundacast.episode.Clip;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.sound.Wav;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Spoken parts to a clip in the store: read, checked, joined, written, announced. It has threads of
 * its own, so that an engine can begin its next line meanwhile.
 */
final class Finisher implements AutoCloseable {
  private final RunSetting setting;
  private final ClipStore store;
  private final WorkList work;
  private final Delivery delivery;
  private final ExecutorService threads;
  private final Semaphore room;

  /** Hands a finished clip to the lines that it is for. */
  @FunctionalInterface
  interface Delivery {
    void deliver(Utterance utterance, Clip clip, List<String> remarks);
  }

  Finisher(RunSetting setting, ClipStore store, WorkList work, Delivery delivery, int engines) {
    this.setting = setting;
    this.store = store;
    this.work = work;
    this.delivery = delivery;
    this.threads =
        Executors.newFixedThreadPool(
            engines,
            task -> {
              Thread thread = new Thread(task, "zundacast finishes clips");
              thread.setDaemon(true);
              return thread;
            });
    // A disk that is slower than the engines makes them wait, before memory fills with sound.
    this.room = new Semaphore(2 * engines);
  }

  /** Takes what the engine of {@code prepared} said. */
  void finish(Prepared prepared, List<byte[]> parts) throws InterruptedException {
    room.acquire();
    threads.execute(
        () -> {
          try {
            store(prepared, read(parts));
          } catch (EngineFault fault) {
            work.failed(prepared.utterance(), fault);
          } catch (IOException | RuntimeException e) {
            // The disk is full, or a listener failed: no engine can help.
            work.stop(e);
          } catch (Error e) {
            // Unsaid, it would end this thread alone, and the run would wait for it forever.
            work.stop(new IllegalStateException(e));
          } finally {
            room.release();
          }
        });
  }

  private static List<Wav> read(List<byte[]> files) throws EngineFault {
    List<Wav> parts = new ArrayList<>();
    for (byte[] file : files) {
      parts.add(EngineWav.read(file));
    }
    return parts;
  }

  private void store(Prepared prepared, List<Wav> parts) throws IOException {
    Utterance utterance = prepared.utterance();
    List<String> remarks = remarks(prepared, parts);
    if (!remarks.isEmpty() && work.againForDoubt(utterance)) {
      return;
    }
    SpokenLine line = utterance.line();
    ClipStore.Label label =
        new ClipStore.Label(
            line.voice().name(), line.spoken(), prepared.by().info().title(), remarks);
    Wav sound = EngineWav.joined(parts, utterance.gaps());
    ClipStore.Fresh fresh = store.fresh(setting.identity(prepared.by(), utterance), sound);
    setting.listener().made(line, fresh.clip(), fresh.file());
    Clip clip = store.add(fresh, label);
    delivery.deliver(utterance, clip, remarks);
    work.done();
  }

  private List<String> remarks(Prepared prepared, List<Wav> parts) throws EngineFault {
    List<String> remarks = new ArrayList<>();
    if (setting.options().checks() == SpeakOptions.Checks.ON) {
      for (int i = 0; i < parts.size(); i++) {
        remarks.addAll(ClipCheck.remarks(prepared.queries().get(i), parts.get(i)));
      }
    }
    return remarks;
  }

  /** Waits until every clip that was handed over is stored. */
  void awaitAll() throws InterruptedException {
    threads.shutdown();
    threads.awaitTermination(1, TimeUnit.MINUTES);
  }

  @Override
  public void close() {
    threads.shutdown();
  }
}

package dev.zundacast.pipeline;

import dev.zundacast.audio.EpisodeAudio;
import dev.zundacast.episode.Clip;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.voice.ClipListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Hands clips on to be encoded as they arrive, on the engines' threads, and keeps what there is to
 * say of them.
 */
final class ArrivingClips implements ClipListener {
  private final Opening<EpisodeAudio> audio;
  private final List<String> notes = new ArrayList<>();
  private final List<Remark> remarks = new ArrayList<>();
  private final CountDownLatch first = new CountDownLatch(1);

  /** Something about a line's clip that a person should listen to. */
  private record Remark(String id, String text) {}

  ArrivingClips(Opening<EpisodeAudio> audio) {
    this.audio = audio;
  }

  @Override
  public void clip(int index, SpokenLine line, Clip clip) {
    try {
      audio.await().prepare(clip, line.voice());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (clip.origin() == Clip.Origin.MADE) {
      first.countDown();
    }
  }

  /** No more clips will arrive. */
  void end() {
    first.countDown();
  }

  /** Whether the first new clip arrives soon, or none will. */
  boolean hasFirstWithin(long millis) throws IOException {
    try {
      return first.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** Waits until the first new clip is being encoded: from then on a core may have time. */
  void awaitFirst() throws IOException {
    try {
      first.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public synchronized void doubtful(SpokenLine line, String remark) {
    remarks.add(new Remark(line.line().id(), remark));
  }

  @Override
  public synchronized void note(String text) {
    notes.add(text);
  }

  /**
   * What there is to say once all have arrived. What was said of a clip when it was made is not
   * said again whenever it is found.
   *
   * @param clips by their lines' ids
   */
  synchronized List<String> notes(Map<String, Clip> clips) {
    List<String> all = new ArrayList<>(notes);
    for (Remark remark : remarks) {
      Clip clip = clips.get(remark.id());
      if (clip != null && clip.origin() == Clip.Origin.MADE) {
        all.add(remark.id() + ": " + remark.text());
      }
    }
    return all;
  }
}

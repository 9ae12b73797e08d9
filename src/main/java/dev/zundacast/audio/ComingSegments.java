package dev.zundacast.audio;

import dev.zundacast.audio.pcm.Wav;
import dev.zundacast.episode.Clip;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The segments of clips as they arrive, each made in the background: how long one is is known
 * before its frames are.
 */
final class ComingSegments {
  private final SegmentMaker maker;
  private final FrameStore store;
  private final Segments segments;
  private final Workers workers;
  // By what they are made from.
  private final Map<String, CompletableFuture<Segment>> coming = new ConcurrentHashMap<>();

  ComingSegments(SegmentMaker maker, FrameStore store, Segments segments, Workers workers) {
    this.maker = maker;
    this.store = store;
    this.segments = segments;
    this.workers = workers;
  }

  /** Where a clip's sound is read from. */
  @FunctionalInterface
  interface Sound {
    Wav read() throws IOException;
  }

  /** Begins to make the segment of a clip at a gain, unless that is begun already. */
  void begin(Clip clip, int gain, Sound sound) {
    CompletableFuture<Segment> shape = new CompletableFuture<>();
    Workers.Turn turn = clip.origin() == Clip.Origin.MADE ? Workers.Turn.NEW : Workers.Turn.KEPT;
    if (workers.submit(clip.identity(), turn, () -> make(clip, gain, sound, shape))) {
      coming.put(SegmentMaker.source(clip, gain), shape);
    }
  }

  private void make(Clip clip, int gain, Sound sound, CompletableFuture<Segment> shape)
      throws IOException {
    try {
      shape.complete(
          segments.intact(
              maker.key(clip, gain),
              frames -> maker.make(sound.read(), clip, gain, frames, shape::complete)));
    } finally {
      // After a failure nobody has to wait; whoever awaits the workers hears of it.
      shape.cancel(false);
    }
  }

  /** The clip's segment, maybe still without frames; waits until its length is known. */
  Optional<Segment> foreseen(Clip clip, int gain) {
    CompletableFuture<Segment> shape = coming.get(SegmentMaker.source(clip, gain));
    if (shape == null) {
      return Optional.empty();
    }
    try {
      Segment foreseen = shape.join();
      boolean made = segments.isVerified(foreseen.key());
      return made ? store.find(foreseen.key()) : Optional.of(foreseen);
    } catch (CancellationException failed) {
      return Optional.empty();
    }
  }
}

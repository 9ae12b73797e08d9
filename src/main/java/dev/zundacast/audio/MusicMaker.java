package dev.zundacast.audio;

import dev.zundacast.audio.level.GatedLoudness;
import dev.zundacast.audio.level.KWeighting;
import dev.zundacast.audio.mp3.Mp3Format;
import java.io.IOException;
import java.util.Optional;

/** Turns a show's music files into segments and a bed: their levels, their fades, frames. */
final class MusicMaker {
  private final SegmentMaker maker;
  private final double lufs;

  private MusicMaker(SegmentMaker maker, AudioSettings settings) {
    this.maker = maker;
    this.lufs = settings.lufs();
  }

  /**
   * A show's music, ready to be laid between and under the lines.
   *
   * @param interludes the pieces between
   * @param bed the music under them
   */
  record Ready(TrackLayout.Interludes interludes, Optional<Bed> bed) {}

  /**
   * Makes the segments that the store does not have, and reads the bed.
   *
   * @throws IOException when a file cannot be used
   */
  static Ready open(AudioSettings settings, SegmentMaker maker, FrameStore store)
      throws IOException {
    MusicMaker music = new MusicMaker(maker, settings);
    Music files = settings.music();
    TrackLayout.Interludes interludes =
        new TrackLayout.Interludes(
            music.segment(files.opening(), store),
            music.segment(files.jingle(), store),
            music.segment(files.closing(), store));
    Optional<Music.Bed> bed = files.bed();
    return new Ready(
        interludes, bed.isPresent() ? Optional.of(music.bed(bed.get())) : Optional.empty());
  }

  private Optional<Segment> segment(Optional<Music.Piece> piece, FrameStore store)
      throws IOException {
    if (piece.isEmpty()) {
      return Optional.empty();
    }
    String key = key(piece.get());
    return Optional.of(store.get(key, () -> make(piece.get(), key)));
  }

  private Bed bed(Music.Bed bed) throws IOException {
    float[] music = MusicFile.read(bed.file(), Mp3Format.SAMPLE_RATE);
    float factor = (float) SegmentMaker.factor(gain(music, bed.level()));
    for (int i = 0; i < music.length; i++) {
      music[i] *= factor;
    }
    String key =
        String.join(
            "\n", maker.content(bed.file()), String.valueOf(bed.level()), String.valueOf(lufs));
    return new Bed(key, music, Mp3Format.SAMPLE_RATE);
  }

  /** What the segment depends on: the file's content, not its name. */
  private String key(Music.Piece piece) throws IOException {
    return maker.key(
        "music",
        maker.content(piece.file()),
        String.valueOf(piece.level()),
        String.valueOf(piece.fadeInMillis()),
        String.valueOf(piece.fadeOutMillis()),
        String.valueOf(lufs));
  }

  private Segment.Made make(Music.Piece piece, String key) throws IOException {
    float[] music = MusicFile.read(piece.file(), Mp3Format.SAMPLE_RATE);
    float factor = (float) SegmentMaker.factor(gain(music, piece.level()));
    int in = Math.min(samples(piece.fadeInMillis()), music.length);
    int out = Math.min(samples(piece.fadeOutMillis()), music.length);
    for (int i = 0; i < music.length; i++) {
      float coming = i < in ? shape((float) i / in) : 1;
      int left = music.length - 1 - i;
      float going = left < out ? shape((float) left / out) : 1;
      music[i] *= factor * coming * going;
    }
    return maker.make(music, key, SegmentMaker.Ends.KEPT);
  }

  /** What brings the music to its loudness, in dB; silence stays silence. */
  private double gain(float[] music, double level) {
    GatedLoudness loudness = new GatedLoudness(Mp3Format.SAMPLE_RATE);
    loudness.add(KWeighting.energies(music, Mp3Format.SAMPLE_RATE));
    double measured = loudness.integrated();
    return measured <= GatedLoudness.SILENCE ? 0 : lufs + level - Loudness.TWO_SPEAKERS - measured;
  }

  private int samples(int millis) {
    return (int) ((long) millis * Mp3Format.SAMPLE_RATE / 1000);
  }

  /** A fade that starts and ends level: half a cosine. */
  static float shape(float part) {
    return (float) (0.5 - 0.5 * Math.cos(Math.PI * part));
  }
}

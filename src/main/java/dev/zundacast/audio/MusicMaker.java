package dev.zundacast.audio;

import dev.zundacast.audio.level.Cells;
import dev.zundacast.audio.level.GatedLoudness;
import dev.zundacast.audio.mp3.Mp3Format;
import dev.zundacast.audio.pcm.MusicFile;
import java.io.IOException;

/** Turns a music file into a segment: its level, its fades, frames. */
final class MusicMaker {
  private final SegmentMaker maker;
  private final Mp3Format format;
  private final double lufs;

  /**
   * @param lufs the episode's loudness as podcast apps play it
   */
  MusicMaker(SegmentMaker maker, Mp3Format format, double lufs) {
    this.maker = maker;
    this.format = format;
    this.lufs = lufs;
  }

  double lufs() {
    return lufs;
  }

  /** What the segment depends on: the file's content, not its name. */
  String key(Music.Piece piece) throws IOException {
    return maker.key(
        "music",
        maker.content(piece.file()),
        String.valueOf(piece.level()),
        String.valueOf(piece.fadeInMillis()),
        String.valueOf(piece.fadeOutMillis()),
        String.valueOf(lufs));
  }

  Segment make(Music.Piece piece, String key, FrameStore store) throws IOException {
    float[] music = MusicFile.read(piece.file(), format.sampleRate());
    float factor = (float) SegmentMaker.factor(gain(music, piece.level()));
    int in = Math.min(samples(piece.fadeInMillis()), music.length);
    int out = Math.min(samples(piece.fadeOutMillis()), music.length);
    for (int i = 0; i < music.length; i++) {
      float coming = i < in ? shape((float) i / in) : 1;
      int left = music.length - 1 - i;
      float going = left < out ? shape((float) left / out) : 1;
      music[i] *= factor * coming * going;
    }
    return maker.make(music, key, SegmentMaker.Ends.KEPT, store);
  }

  /** What brings the music to its loudness, in dB; silence stays silence. */
  double gain(float[] music, double level) {
    GatedLoudness loudness = new GatedLoudness(format.sampleRate());
    loudness.add(Cells.of(music, format.sampleRate()), 1);
    double measured = loudness.integrated();
    return measured <= GatedLoudness.SILENCE ? 0 : lufs + level - Loudness.TWO_SPEAKERS - measured;
  }

  private int samples(int millis) {
    return (int) ((long) millis * format.sampleRate() / 1000);
  }

  /** A fade that starts and ends level: half a cosine. */
  static float shape(float part) {
    return (float) (0.5 - 0.5 * Math.cos(Math.PI * part));
  }
}

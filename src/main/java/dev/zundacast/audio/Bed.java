package dev.zundacast.audio;

import dev.zundacast.audio.mp3.Mp3Format;
import dev.zundacast.audio.pcm.MusicFile;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A bed's file as music without end at its level: its end runs over into its start. */
final class Bed {
  private static final int CROSSFADE_SECONDS = 2;

  private final Music.Bed settings;
  private final Mp3Format format;
  private final MusicMaker maker;
  private float @Nullable [] samples;

  Bed(Music.Bed settings, Mp3Format format, MusicMaker maker) {
    this.settings = settings;
    this.format = format;
    this.maker = maker;
  }

  Music.Bed settings() {
    return settings;
  }

  /** The episode's loudness, against which its level is. */
  double lufs() {
    return maker.lufs();
  }

  /** Adds what is heard from {@code position} of the endless music on, each sample at its gain. */
  void addTo(float[] sum, int at, long position, float[] gains) throws IOException {
    float[] music = samples();
    int fade = Math.min(CROSSFADE_SECONDS * format.sampleRate(), music.length / 2);
    int period = music.length - fade;
    for (int i = 0; i < gains.length && period > 0; i++) {
      int in = (int) ((position + i) % period);
      float sample = music[in];
      if (in < fade && position + i >= period) {
        // Both at equal power, as two sounds that know nothing of each other need it.
        double turn = Math.PI / 2 * in / fade;
        sample = (float) (sample * Math.sin(turn) + music[period + in] * Math.cos(turn));
      }
      sum[at + i] += sample * gains[i];
    }
  }

  /** Reads the file. */
  void read() throws IOException {
    samples();
  }

  private synchronized float[] samples() throws IOException {
    float[] known = samples;
    if (known == null) {
      known = MusicFile.read(settings.file(), format.sampleRate());
      float factor = (float) SegmentMaker.factor(maker.gain(known, settings.level()));
      for (int i = 0; i < known.length; i++) {
        known[i] *= factor;
      }
      samples = known;
    }
    return known;
  }
}

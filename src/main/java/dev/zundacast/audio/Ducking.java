package dev.zundacast.audio;

/** How loud the bed is: ducked while someone speaks, higher in pauses, faded at both ends. */
final class Ducking {
  /** How much higher it is in a long pause, in dB. */
  private static final double RISE_DB = 6;

  /** It has gone down when the speech starts, and comes up more slowly than it went. */
  private static final int DOWN_MILLIS = 400;

  private static final int UP_MILLIS = 800;
  private static final int FADE_IN_MILLIS = 1000;
  private static final int FADE_OUT_MILLIS = 1000;

  private final int sampleRate;

  Ducking(int sampleRate) {
    this.sampleRate = sampleRate;
  }

  private int samples(int millis) {
    return millis * sampleRate / 1000;
  }

  /** How long before speech it goes down, in samples. */
  int down() {
    return samples(DOWN_MILLIS);
  }

  /** How long after speech it comes up, in samples. */
  int up() {
    return samples(UP_MILLIS);
  }

  int fadeOut() {
    return samples(FADE_OUT_MILLIS);
  }

  /** Ducks, from 0 to 1, under speech from one sample to another. */
  void add(float[] ducked, int start, int end) {
    if (start == end) {
      return;
    }
    int last = Math.min(ducked.length, end + up());
    for (int i = Math.max(0, start - down()); i < last; i++) {
      float depth = 1;
      if (i < start) {
        depth = MusicMaker.shape((float) (i - start + down()) / down());
      } else if (i >= end) {
        depth = MusicMaker.shape((float) (end + up() - i) / up());
      }
      ducked[i] = Math.max(ducked[i], depth);
    }
  }

  /** The factor for music at its ducked level. */
  float gain(float ducked) {
    return ducked == 1 ? 1 : (float) SegmentMaker.factor(RISE_DB * (1 - ducked));
  }

  /** The factor at a sample of a stretch of that length. */
  float fade(long sample, long length) {
    float in = Math.min(1, (float) sample / samples(FADE_IN_MILLIS));
    float out = Math.min(1, (float) (length - sample) / samples(FADE_OUT_MILLIS));
    return MusicMaker.shape(in) * MusicMaker.shape(out);
  }
}

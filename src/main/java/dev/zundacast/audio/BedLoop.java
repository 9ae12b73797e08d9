package dev.zundacast.audio;

/** A bed's file as music without end at its level: its end runs over into its start. */
final class BedLoop {
  private static final int CROSSFADE_SECONDS = 2;

  private final String key;
  private final float[] music;
  private final int fade;

  /**
   * Music at its level.
   *
   * @param key what it was made from
   */
  BedLoop(String key, float[] music, int sampleRate) {
    this.key = key;
    this.music = music;
    this.fade = Math.min(CROSSFADE_SECONDS * sampleRate, music.length / 2);
  }

  String key() {
    return key;
  }

  /** Adds what is heard from {@code position} of the endless music on, each sample at its gain. */
  void addTo(float[] sum, int at, long position, float[] gains) {
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
}

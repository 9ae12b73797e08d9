package dev.zundacast.audio;

import dev.zundacast.audio.mp3.Mp3Format;

/**
 * A bed's file as music without end at its level: its end runs over into its start.
 *
 * @param key what it was made from
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record BedLoop(String key, float[] music) {
  private static final int CROSSFADE = Mp3Format.samples(2_000);

  /** Adds what is heard from {@code position} of the endless music on, each sample at its gain. */
  void addTo(float[] sum, int at, long position, float[] gains) {
    int fade = Math.min(CROSSFADE, music.length / 2);
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

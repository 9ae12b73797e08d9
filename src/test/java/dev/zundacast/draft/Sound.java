package dev.zundacast.draft;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A WAV file as a test hears it: read with none of the engine's own code. */
record Sound(int rate, int channels, short[] samples) {
  static Sound read(byte[] wav) {
    ByteBuffer in = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
    if (in.getInt(40) != wav.length - 44) {
      throw new AssertionError("the data chunk is not what follows a header of 44 bytes");
    }
    short[] samples = new short[(wav.length - 44) / 2];
    in.position(44);
    in.asShortBuffer().get(samples);
    return new Sound(in.getInt(24), in.getShort(22), samples);
  }

  int frames() {
    return samples.length / channels;
  }

  double loudness(double from, double to) {
    double sum = 0;
    int start = (int) (from * rate);
    int end = (int) (to * rate);
    for (int n = start; n < end; n++) {
      sum += (double) samples[n] * samples[n];
    }
    return Math.sqrt(sum / (end - start));
  }

  /** The pitch in Hz around a time, by autocorrelation. */
  double pitch(double seconds) {
    int window = rate / 25;
    int start = Math.max(0, (int) (seconds * rate) - window / 2);
    int best = 0;
    double most = 0;
    for (int lag = rate / 600; lag < rate / 80; lag++) {
      double product = 0;
      double energy = 1;
      for (int n = start; n < start + window && n + lag < samples.length; n++) {
        product += (double) samples[n] * samples[n + lag];
        energy += (double) samples[n + lag] * samples[n + lag];
      }
      // A little against octave errors: of equal peaks the first is the period.
      double strength = product / Math.sqrt(energy) * (1 - 0.0005 * lag);
      if (strength > most) {
        most = strength;
        best = lag;
      }
    }
    return (double) rate / best;
  }
}

package dev.zundacast.audio.level;

import java.util.Arrays;

/**
 * Holds a signal's true peak under a ceiling: where a peak would pass it, the level is led down 5
 * ms before and back up 5 ms after, in the shape of two box windows, so that nothing clicks. The
 * rest stays as it is, sample for sample.
 */
public final class Limiter {
  private static final int LOOK_AHEAD_PER_SECOND = 200;

  /** Leading the level down bends the wave a little: after this many rounds the peak is in. */
  private static final int ROUNDS = 4;

  private Limiter() {}

  /** The signal, the same array when no peak passes the ceiling (a factor, 1 for full scale). */
  public static float[] limit(float[] signal, int sampleRate, double ceiling) {
    float[] limited = signal;
    for (int round = 0; round < ROUNDS && TruePeak.passes(limited, ceiling); round++) {
      limited = lowered(limited, sampleRate / LOOK_AHEAD_PER_SECOND, ceiling * 0.998);
    }
    return limited;
  }

  private static float[] lowered(float[] signal, int reach, double ceiling) {
    float[] wanted = wantedGains(signal, ceiling);
    float[] lowest = slidingMinimum(wanted, reach);
    float[] lowered = signal.clone();
    int from = 0;
    while (from < signal.length) {
      from = firstLowered(lowest, from);
      int to = firstUntouched(lowest, from, reach);
      lower(lowered, lowest, Math.max(0, from - reach), Math.min(signal.length, to + reach), reach);
      from = to;
    }
    return lowered;
  }

  private static int firstLowered(float[] lowest, int from) {
    int at = from;
    while (at < lowest.length && lowest[at] == 1f) {
      at++;
    }
    return at;
  }

  /** From where on the gain is 1 for so long that what follows is a stretch of its own. */
  private static int firstUntouched(float[] lowest, int from, int reach) {
    int last = from;
    for (int at = from; at < Math.min(lowest.length, last + 2 * reach + 1); at++) {
      if (lowest[at] < 1f) {
        last = at;
      }
    }
    return Math.min(lowest.length, last + 1);
  }

  /** Multiplies a stretch by the mean of the lowest gains around each sample. */
  private static void lower(float[] signal, float[] lowest, int from, int to, int reach) {
    // The mean of a window of lowest gains is never above the gain wanted in its middle.
    double sum = 0;
    for (int i = from - reach; i <= from + reach; i++) {
      sum += at(lowest, i);
    }
    for (int i = from; i < to; i++) {
      signal[i] = (float) (signal[i] * Math.min(1, sum / (2 * reach + 1)));
      sum += at(lowest, i + reach + 1) - at(lowest, i - reach);
    }
  }

  /** For each sample the gain that holds it, and the waveform on both sides, at the ceiling. */
  private static float[] wantedGains(float[] signal, double ceiling) {
    float[] wanted = new float[signal.length];
    Arrays.fill(wanted, 1f);
    for (int i = 0; i + 1 < signal.length; i++) {
      if (TruePeak.mayRise(signal, i, ceiling)) {
        double peak = Math.max(Math.abs(signal[i]), Math.abs(signal[i + 1]));
        float gain = (float) (ceiling / Math.max(peak, TruePeak.after(signal, i)));
        wanted[i] = Math.min(wanted[i], gain);
        wanted[i + 1] = Math.min(wanted[i + 1], gain);
      }
    }
    return wanted;
  }

  /** Beyond an end holds what holds at the end. */
  private static double at(float[] values, int i) {
    return values[Math.max(0, Math.min(values.length - 1, i))];
  }

  private static float[] slidingMinimum(float[] values, int reach) {
    float[] minimum = new float[values.length];
    Arrays.fill(minimum, 1f);
    for (int i = 0; i < values.length; i++) {
      if (values[i] < 1f) {
        int end = Math.min(values.length - 1, i + reach);
        for (int j = Math.max(0, i - reach); j <= end; j++) {
          minimum[j] = Math.min(minimum[j], values[i]);
        }
      }
    }
    return minimum;
  }
}

package dev.zundacast.audio;

/**
 * The true peak of BS.1770-4, annex 2: the highest value of the waveform between the samples too,
 * found by working out three values between each two of them.
 */
public final class TruePeak {
  /** Values in place of one: four times 48 kHz misses no more than 0.2 dB. */
  private static final int OVERSAMPLING = 4;

  /** Samples on each side that an in-between value is worked out from. */
  static final int REACH = 12;

  /** The least share of a peak that a sample beside it has: 3 dB below. */
  private static final double LEAST_SHARE = 0.7;

  private static final float[][] PHASES = phases();

  private TruePeak() {}

  private static float[][] phases() {
    float[][] phases = new float[OVERSAMPLING - 1][];
    for (int phase = 0; phase < phases.length; phase++) {
      phases[phase] = taps((phase + 1.0) / OVERSAMPLING);
    }
    return phases;
  }

  /** What each sample around a place between two of them counts there. */
  private static float[] taps(double fraction) {
    double[] exact = new double[2 * REACH];
    double sum = 0;
    for (int i = 0; i < exact.length; i++) {
      double x = i - (REACH - 1) - fraction;
      double window = 0.5 + 0.5 * Math.cos(Math.PI * x / (REACH + 1));
      exact[i] = Math.sin(Math.PI * x) / (Math.PI * x) * window;
      sum += exact[i];
    }
    float[] taps = new float[exact.length];
    for (int i = 0; i < taps.length; i++) {
      taps[i] = (float) (exact[i] / sum);
    }
    return taps;
  }

  /** The highest absolute value of a part, {@code known} at least, which saves work. */
  public static double within(float[] signal, int from, int to, double known) {
    float sample = highestSample(signal, from, to);
    double highest = Math.max(known, sample);
    if (sample <= highest * LEAST_SHARE) {
      return highest;
    }
    int end = Math.min(to, signal.length - 1);
    for (int at = nextRise(signal, from, end, highest); at < end; ) {
      highest = Math.max(highest, after(signal, at));
      at = nextRise(signal, at + 1, end, highest);
    }
    return highest;
  }

  private static float highestSample(float[] signal, int from, int to) {
    float highest = 0;
    for (int i = from; i < to; i++) {
      float sample = signal[i];
      if (sample > highest) {
        highest = sample;
      } else if (-sample > highest) {
        highest = -sample;
      }
    }
    return highest;
  }

  /**
   * The first sample from {@code from} on, {@code end} if there is none, between which and the next
   * one the waveform can pass {@code peak}: it rises above both only where there is much near half
   * the sampling rate, and not by more than 3 dB. All sound is looked through here, so that the
   * loop calls nothing.
   */
  static int nextRise(float[] signal, int from, int end, double peak) {
    float least = (float) (peak * LEAST_SHARE);
    for (int i = from; i < end; i++) {
      float left = signal[i];
      float right = signal[i + 1];
      boolean loud = left > least || -left > least || right > least || -right > least;
      if (loud && isTop(signal, i, Math.abs(left), Math.abs(right))) {
        return i;
      }
    }
    return end;
  }

  /** Where samples go on rising on one side, the top lies between later ones. */
  private static boolean isTop(float[] signal, int index, float left, float right) {
    return left >= right
        ? index == 0 || Math.abs(signal[index - 1]) <= left
        : index + 2 >= signal.length || Math.abs(signal[index + 2]) <= right;
  }

  /** The highest absolute value between sample {@code index} and the next one. */
  static double after(float[] signal, int index) {
    int first = index - (REACH - 1);
    boolean whole = first >= 0 && first + 2 * REACH <= signal.length;
    double highest = 0;
    for (float[] phase : PHASES) {
      float value = whole ? sum(phase, signal, first) : sumOfPart(phase, signal, first);
      highest = Math.max(highest, Math.abs(value));
    }
    return highest;
  }

  private static float sum(float[] phase, float[] signal, int first) {
    float even = 0;
    float odd = 0;
    for (int i = 0; i < 2 * REACH; i += 2) {
      even += phase[i] * signal[first + i];
      odd += phase[i + 1] * signal[first + i + 1];
    }
    return even + odd;
  }

  /** Beyond the ends of the signal is silence. */
  private static float sumOfPart(float[] phase, float[] signal, int first) {
    float value = 0;
    int end = Math.min(2 * REACH, signal.length - first);
    for (int i = Math.max(0, -first); i < end; i++) {
      value += phase[i] * signal[first + i];
    }
    return value;
  }

  /** A factor in dB, {@link GatedLoudness#SILENCE} at least. */
  public static double decibels(double factor) {
    return factor <= 0
        ? GatedLoudness.SILENCE
        : Math.max(GatedLoudness.SILENCE, 20 * Math.log10(factor));
  }
}

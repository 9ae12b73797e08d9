package dev.zundacast.audio.level;

/**
 * The true peak of BS.1770-4, annex 2: the highest value of the waveform between the samples too,
 * found by working out three values between each two of them.
 */
public final class TruePeak {
  /** Values in place of one: four times 48 kHz misses no more than 0.2 dB. */
  private static final int OVERSAMPLING = 4;

  /** Samples on each side that an in-between value is worked out from. */
  static final int REACH = 12;

  private static final double[][] PHASES = phases();

  private TruePeak() {}

  private static double[][] phases() {
    double[][] phases = new double[OVERSAMPLING - 1][2 * REACH];
    for (int phase = 0; phase < phases.length; phase++) {
      double fraction = (phase + 1.0) / OVERSAMPLING;
      double sum = 0;
      for (int i = 0; i < 2 * REACH; i++) {
        double x = i - (REACH - 1) - fraction;
        double window = 0.5 + 0.5 * Math.cos(Math.PI * x / (REACH + 1));
        phases[phase][i] = Math.sin(Math.PI * x) / (Math.PI * x) * window;
        sum += phases[phase][i];
      }
      for (int i = 0; i < 2 * REACH; i++) {
        phases[phase][i] /= sum;
      }
    }
    return phases;
  }

  /** The highest absolute value, 1 for full scale. */
  public static double of(float[] signal) {
    return within(signal, 0, signal.length, 0);
  }

  /** The highest absolute value from one sample up to another, {@code known} at least. */
  static double within(float[] signal, int from, int to, double known) {
    double highest = known;
    for (int i = from; i < to; i++) {
      highest = Math.max(highest, Math.abs(signal[i]));
    }
    for (int i = from; i < Math.min(to, signal.length - 1); i++) {
      if (mayRise(signal, i, highest)) {
        highest = Math.max(highest, after(signal, i));
      }
    }
    return highest;
  }

  /**
   * Whether the waveform between a sample and the next can pass {@code peak}: it rises above both
   * only where there is much near half the sampling rate, and not by more than 3 dB.
   */
  static boolean mayRise(float[] signal, int index, double peak) {
    return Math.max(Math.abs(signal[index]), Math.abs(signal[index + 1])) > peak * 0.7;
  }

  /** The highest absolute value between sample {@code index} and the next one. */
  static double after(float[] signal, int index) {
    double highest = 0;
    for (double[] phase : PHASES) {
      double value = 0;
      for (int i = 0; i < phase.length; i++) {
        int at = index - (REACH - 1) + i;
        value += at < 0 || at >= signal.length ? 0 : phase[i] * signal[at];
      }
      highest = Math.max(highest, Math.abs(value));
    }
    return highest;
  }

  /** A factor in dB, {@link GatedLoudness#SILENCE} at least. */
  public static double decibels(double factor) {
    return factor <= 0
        ? GatedLoudness.SILENCE
        : Math.max(GatedLoudness.SILENCE, 20 * Math.log10(factor));
  }
}

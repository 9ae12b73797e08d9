package dev.zundacast.audio;

/**
 * The two filters of BS.1770-4 that weigh a signal as ears do: a shelf for the head, then a high
 * pass. The standard gives coefficients for 48 kHz; these are its analogue prototypes at any rate.
 */
public final class KWeighting {
  /** A step of 12 ms is half a frame at both rates, so that frames and steps fall together. */
  private static final int STEPS_IN_3_SECONDS = 250;

  /** Far below what is heard: an echo that ends in smaller numbers takes 50 times as long. */
  private static final double HUSH = 1e-25;

  private final Biquad head;
  private final Biquad highPass;

  KWeighting(int sampleRate) {
    head = shelf(sampleRate);
    highPass = highPass(sampleRate);
  }

  /** Samples in a step. */
  public static int stepSamples(int sampleRate) {
    return sampleRate * 3 / STEPS_IN_3_SECONDS;
  }

  /**
   * The weighted energy (sum of squares) of each step of a signal, a last part of a step included:
   * enough to work out the loudness of any episode that it becomes a part of.
   */
  public static float[] energies(float[] signal, int sampleRate) {
    KWeighting weighting = new KWeighting(sampleRate);
    int size = stepSamples(sampleRate);
    float[] energies = new float[(signal.length + size - 1) / size];
    for (int step = 0; step < energies.length; step++) {
      int end = Math.min(signal.length, (step + 1) * size);
      energies[step] = (float) weighting.energy(signal, step * size, end);
    }
    return energies;
  }

  /** The energy (sum of squares) of the next samples once they are weighted. */
  double energy(float[] signal, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      double weighted = highPass.next(head.next(signal[i] + ((i & 1) == 0 ? HUSH : -HUSH)));
      sum += weighted * weighted;
    }
    return sum;
  }

  private static Biquad shelf(int rate) {
    double gain = Math.pow(10, 3.999843853973347 / 20);
    double quality = 0.7071752369554196;
    double k = Math.tan(Math.PI * 1681.974450955533 / rate);
    double band = Math.pow(gain, 0.4996667741545416);
    double a0 = 1 + k / quality + k * k;
    return new Biquad(
        (gain + band * k / quality + k * k) / a0,
        2 * (k * k - gain) / a0,
        (gain - band * k / quality + k * k) / a0,
        2 * (k * k - 1) / a0,
        (1 - k / quality + k * k) / a0,
        new double[4]);
  }

  private static Biquad highPass(int rate) {
    double quality = 0.5003270373238773;
    double k = Math.tan(Math.PI * 38.13547087602444 / rate);
    double a0 = 1 + k / quality + k * k;
    return new Biquad(
        1, -2, 1, 2 * (k * k - 1) / a0, (1 - k / quality + k * k) / a0, new double[4]);
  }

  /**
   * A filter in the direct form I, in which the next value waits for one product of the last; it
   * keeps the last two values that went in, and that came out.
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Biquad(double b0, double b1, double b2, double a1, double a2, double[] past) {
    double next(double in) {
      double out = b0 * in + b1 * past[0] + b2 * past[1] - a2 * past[3] - a1 * past[2];
      past[1] = past[0];
      past[0] = in;
      past[3] = past[2];
      past[2] = out;
      return out;
    }
  }
}

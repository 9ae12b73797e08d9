package dev.zundacast.audio.level;

/**
 * The two filters of BS.1770-4 that weigh a signal as ears do: a shelf for the head, then a high
 * pass. The standard gives coefficients for 48 kHz; these are its analogue prototypes at any rate.
 */
public final class KWeighting {
  /** A step of 12 ms is half a frame at both rates, so that frames and steps fall together. */
  private static final int STEPS_IN_3_SECONDS = 250;

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
    // This loop runs over every sample of every episode: states in local variables, and in the
    // direct form I, in which the next value waits for one product of the last. What goes into the
    // high pass counts 1, -2 and 1 at every rate.
    double in1 = head.in1;
    double in2 = head.in2;
    double shelved1 = head.out1;
    double shelved2 = head.out2;
    double weighted1 = highPass.out1;
    double weighted2 = highPass.out2;
    double sum = 0;
    for (int i = from; i < to; i++) {
      double in = signal[i];
      double shelved =
          head.b0 * in + head.b1 * in1 + head.b2 * in2 - head.a2 * shelved2 - head.a1 * shelved1;
      double weighted =
          shelved - 2 * shelved1 + shelved2 - highPass.a2 * weighted2 - highPass.a1 * weighted1;
      in2 = in1;
      in1 = in;
      shelved2 = shelved1;
      shelved1 = shelved;
      weighted2 = weighted1;
      weighted1 = weighted;
      sum += weighted * weighted;
    }
    head.in1 = in1;
    head.in2 = in2;
    head.out1 = shelved1;
    head.out2 = shelved2;
    highPass.out1 = weighted1;
    highPass.out2 = weighted2;
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
        (1 - k / quality + k * k) / a0);
  }

  private static Biquad highPass(int rate) {
    double quality = 0.5003270373238773;
    double k = Math.tan(Math.PI * 38.13547087602444 / rate);
    double a0 = 1 + k / quality + k * k;
    return new Biquad(1, -2, 1, 2 * (k * k - 1) / a0, (1 - k / quality + k * k) / a0);
  }

  /** A second-order filter with the last two values that went in and came out. */
  private static final class Biquad {
    private final double b0;
    private final double b1;
    private final double b2;
    private final double a1;
    private final double a2;
    private double in1;
    private double in2;
    private double out1;
    private double out2;

    Biquad(double b0, double b1, double b2, double a1, double a2) {
      this.b0 = b0;
      this.b1 = b1;
      this.b2 = b2;
      this.a1 = a1;
      this.a2 = a2;
    }
  }
}

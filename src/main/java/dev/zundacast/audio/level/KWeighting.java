package dev.zundacast.audio.level;

/**
 * The two filters of BS.1770-4 that weigh a signal as ears do: a shelf for the head, then a high
 * pass. The standard gives coefficients for 48 kHz; these are its analogue prototypes at any rate.
 */
final class KWeighting {
  private final Biquad head;
  private final Biquad highPass;

  KWeighting(int sampleRate) {
    head = shelf(sampleRate);
    highPass = highPass(sampleRate);
  }

  /** The energy (sum of squares) of the next samples once they are weighted. */
  double energy(float[] signal, int from, int to) {
    // States in local variables: this loop runs over every sample of every episode.
    double h1 = head.state1;
    double h2 = head.state2;
    double p1 = highPass.state1;
    double p2 = highPass.state2;
    double sum = 0;
    for (int i = from; i < to; i++) {
      double in = signal[i];
      double shelved = head.b0 * in + h1;
      h1 = head.b1 * in - head.a1 * shelved + h2;
      h2 = head.b2 * in - head.a2 * shelved;
      double weighted = highPass.b0 * shelved + p1;
      p1 = highPass.b1 * shelved - highPass.a1 * weighted + p2;
      p2 = highPass.b2 * shelved - highPass.a2 * weighted;
      sum += weighted * weighted;
    }
    head.state1 = h1;
    head.state2 = h2;
    highPass.state1 = p1;
    highPass.state2 = p2;
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

  /** A second-order filter, transposed direct form II. */
  private static final class Biquad {
    private final double b0;
    private final double b1;
    private final double b2;
    private final double a1;
    private final double a2;
    private double state1;
    private double state2;

    Biquad(double b0, double b1, double b2, double a1, double a2) {
      this.b0 = b0;
      this.b1 = b1;
      this.b2 = b2;
      this.a1 = a1;
      this.a2 = a2;
    }
  }
}

package dev.zundacast.draft.sound;

/** Samples at one rate to samples at another, by a windowed sinc. */
final class Resampler {
  /** Zero crossings on each side: stop-band below -90 dB with the window's shape. */
  private static final int CROSSINGS = 32;

  private static final double WINDOW_SHAPE = 9.0;

  /** Points of the table between two zero crossings; values between are interpolated. */
  private static final int DETAIL = 512;

  /** Keeps the transition band below half of the lower rate. */
  private static final double PASS = 0.95;

  private static final double[] SINC = table();

  private Resampler() {}

  private static double[] table() {
    double[] table = new double[CROSSINGS * DETAIL + 2];
    for (int i = 0; i < table.length; i++) {
      double x = (double) i / DETAIL;
      double edge = Math.min(1, x / CROSSINGS);
      double window = bessel(WINDOW_SHAPE * Math.sqrt(1 - edge * edge)) / bessel(WINDOW_SHAPE);
      table[i] = x == 0 ? 1 : window * Math.sin(Math.PI * x) / (Math.PI * x);
    }
    return table;
  }

  /** Modified Bessel function of order zero, by its series. */
  private static double bessel(double x) {
    double sum = 1;
    double term = 1;
    for (int k = 1; term > sum * 1e-17; k++) {
      term *= x * x / (4.0 * k * k);
      sum += term;
    }
    return sum;
  }

  /** As many samples as the same time takes at the other rate. */
  static float[] resample(float[] in, int from, int to) {
    return from == to ? in : resample(in, from, to, Math.round((double) in.length * to / from));
  }

  private static float[] resample(float[] in, int from, int to, long count) {
    double scale = Math.min(1, (double) to / from) * PASS;
    double reach = CROSSINGS / scale;
    float[] out = new float[Math.toIntExact(count)];
    for (int n = 0; n < out.length; n++) {
      double centre = (double) n * from / to;
      int first = Math.max(0, (int) Math.ceil(centre - reach));
      int last = Math.min(in.length - 1, (int) Math.floor(centre + reach));
      double sum = 0;
      for (int i = first; i <= last; i++) {
        sum += in[i] * sinc(Math.abs(i - centre) * scale);
      }
      out[n] = (float) (sum * scale);
    }
    return out;
  }

  private static double sinc(double x) {
    double at = x * DETAIL;
    int i = (int) at;
    return SINC[i] + (at - i) * (SINC[i + 1] - SINC[i]);
  }
}

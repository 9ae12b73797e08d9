package dev.zundacast.draft.speech;

/**
 * The vocal tract as a digital filter: a source sample to a sound sample, through the transfer
 * function exp(sum of b[m] times the m-th all-pass chain output), which a mel-cepstrum describes.
 *
 * <p>The exponential is approximated by a ratio of polynomials of degree five (S. Imai, "Cepstral
 * analysis synthesis on the mel frequency scale", 1983). b[1], the largest coefficient by far, has
 * a stage of its own, so that the approximation stays accurate.
 */
final class MelFilter {
  private static final double[] RATIO = {
    1.0, 0.4999391, 0.1107098, 0.01369984, 0.0009564853, 0.00003041721
  };
  private static final int DEGREE = RATIO.length - 1;

  private final double warp;
  private final double gain;
  private final int order;
  private final double[] firstOut = new double[DEGREE];
  private final double[] firstIn = new double[DEGREE];
  private final double[][] chains;
  private final double[] chainIn = new double[DEGREE];

  MelFilter(int order, double warp) {
    this.warp = warp;
    this.gain = 1 - warp * warp;
    this.order = order;
    this.chains = new double[DEGREE][order + 1];
  }

  /** Turns a mel-cepstrum into the coefficients of this filter; the first is the log gain. */
  static void coefficients(float[] melCepstrum, double warp, double[] into) {
    double next = 0;
    for (int m = melCepstrum.length - 1; m >= 0; m--) {
      next = melCepstrum[m] - warp * next;
      into[m] = next;
    }
  }

  /** One sample on; {@code b} may change from sample to sample. */
  double filter(double source, double[] b) {
    return restStages(firstStages(source * Math.exp(b[0]), b[1]), b);
  }

  /** exp(b1 · first chain output): each stage applies the one-pole chain once more. */
  private double firstStages(double in, double b1) {
    double forward = 0;
    double back = 0;
    for (int i = DEGREE - 1; i >= 0; i--) {
      firstOut[i] = gain * firstIn[i] + warp * firstOut[i];
      double term = b1 * firstOut[i];
      double weighted = term * RATIO[i + 1];
      forward += weighted;
      back += (i & 1) == 0 ? weighted : -weighted;
      if (i + 1 < DEGREE) {
        firstIn[i + 1] = term;
      }
    }
    double inner = in + back;
    firstIn[0] = inner;
    return inner + forward;
  }

  /** exp(sum from b2 on), in the same form with the whole all-pass chain in each stage. */
  private double restStages(double in, double[] b) {
    double forward = 0;
    double back = 0;
    for (int i = DEGREE - 1; i >= 0; i--) {
      double term = chain(chains[i], chainIn[i], b);
      double weighted = term * RATIO[i + 1];
      forward += weighted;
      back += (i & 1) == 0 ? weighted : -weighted;
      if (i + 1 < DEGREE) {
        chainIn[i + 1] = term;
      }
    }
    double inner = in + back;
    chainIn[0] = inner;
    return inner + forward;
  }

  private double chain(double[] state, double in, double[] b) {
    double before = state[1];
    double now = gain * in + warp * before;
    state[1] = now;
    double sum = 0;
    for (int m = 2; m <= order; m++) {
      double old = state[m];
      double next = before + warp * (old - now);
      state[m] = next;
      sum += b[m] * next;
      before = old;
      now = next;
    }
    return sum;
  }
}

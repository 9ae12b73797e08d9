package dev.zundacast.audio.pcm;

/** Kaiser's window, which trades the width of a filter's edge for the depth of its stop band. */
final class Kaiser {
  private Kaiser() {}

  /** The window at {@code x} from -1 to 1, 0 outside. */
  static double at(double x, double beta) {
    double inside = 1 - x * x;
    return inside <= 0 ? 0 : bessel(beta * Math.sqrt(inside)) / bessel(beta);
  }

  /** The modified Bessel function I0 by its series. */
  private static double bessel(double x) {
    double sum = 1;
    double term = 1;
    for (int k = 1; term > sum * 1e-12; k++) {
      double factor = x / (2 * k);
      term *= factor * factor;
      sum += term;
    }
    return sum;
  }
}

package dev.zundacast.sound;

import java.math.BigInteger;

/**
 * Samples at one rate to samples at another, by a windowed sinc whose phases are worked out once.
 * Nothing above the lower rate's half survives, and nothing new appears: images and aliases lie 100
 * dB below.
 */
public final class Resampler {
  /** Zero crossings of the sinc on each side: a transition band of some 8 % of the lower rate. */
  private static final int CROSSINGS = 32;

  /** Kaiser's window for a stop band 100 dB down. */
  private static final double KAISER_BETA = 10.06;

  /** Pass band as a share of the lower rate's half; the stop band starts as far above it. */
  private static final double CUTOFF = 0.95;

  /** Rates with no small ratio take the nearest of this many phases. */
  private static final int MAX_PHASES = 4096;

  private final int from;
  private final int to;
  private final int reach;
  private final float[][] phases;

  public Resampler(int from, int to) {
    this.from = from;
    this.to = to;
    double band = Math.min(1.0, (double) to / from) * CUTOFF;
    this.reach = (int) Math.ceil(CROSSINGS / band);
    int count =
        Math.min(MAX_PHASES, to / BigInteger.valueOf(from).gcd(BigInteger.valueOf(to)).intValue());
    this.phases = new float[count][];
    for (int phase = 0; phase < count; phase++) {
      phases[phase] = taps((double) phase / count, band);
    }
  }

  /** The same sound at the other rate, from the same instant on. */
  public float[] convert(float[] samples) {
    if (from == to) {
      return samples;
    }
    float[] padded = new float[samples.length + 2 * reach + 1];
    System.arraycopy(samples, 0, padded, reach, samples.length);
    int length = Math.toIntExact(((long) samples.length * to + from - 1) / from);
    float[] converted = new float[length];
    for (int i = 0; i < length; i++) {
      long position = (long) i * from;
      int whole = (int) (position / to);
      long phase = Math.round((double) (position % to) * phases.length / to);
      if (phase == phases.length) {
        phase = 0;
        whole++;
      }
      converted[i] = sum(phases[(int) phase], padded, whole);
    }
    return converted;
  }

  /** Four sums side by side, so that the processor need not wait for each addition. */
  private static float sum(float[] taps, float[] samples, int at) {
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    for (int i = 0; i < taps.length; i += 4) {
      a += taps[i] * samples[at + i];
      b += taps[i + 1] * samples[at + i + 1];
      c += taps[i + 2] * samples[at + i + 2];
      d += taps[i + 3] * samples[at + i + 3];
    }
    return a + b + (c + d);
  }

  /** Tap i weighs the sample at {@code i - reach} from the whole position. */
  private float[] taps(double phase, double band) {
    float[] taps = new float[(2 * reach + 1) & ~3];
    double sum = 0;
    double[] exact = new double[taps.length];
    for (int i = 0; i < taps.length; i++) {
      double x = i - reach - phase;
      exact[i] = band * sinc(band * x) * kaiser(x / (reach + 1));
      sum += exact[i];
    }
    for (int i = 0; i < taps.length; i++) {
      taps[i] = (float) (exact[i] / sum);
    }
    return taps;
  }

  /** Kaiser's window at {@code x} from -1 to 1: edge width against stop band depth. */
  private static double kaiser(double x) {
    double inside = 1 - x * x;
    return inside <= 0 ? 0 : bessel(KAISER_BETA * Math.sqrt(inside)) / bessel(KAISER_BETA);
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

  private static double sinc(double x) {
    return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
  }
}

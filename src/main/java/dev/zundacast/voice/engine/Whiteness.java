package dev.zundacast.voice.engine;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** Moments of a sound to how flat their spectrum is together: 1 for white noise. */
final class Whiteness {
  /** Voices, whispers too, stay below half of it. */
  static final double NOISE = 0.6;

  private static final int BINS = 32;
  private static final double LOWEST_HZ = 150;
  private static final double HIGHEST_HZ = 7_500;

  /** Of the rate; a resampled sound has nothing left above. */
  private static final double HIGHEST_SHARE = 0.45;

  private static final int MOMENTS = 24;
  private static final int MOMENTS_PER_SECOND = 50;

  private Whiteness() {}

  /** The geometric by the arithmetic mean of the spectrum from the moments at these samples on. */
  static double of(int[] samples, int rate, int[] starts) {
    double[] bell = bell(rate / MOMENTS_PER_SECOND);
    double highest = Math.min(HIGHEST_HZ, rate * HIGHEST_SHARE);
    int step = Math.max(1, starts.length / MOMENTS);
    double[] powers = new double[BINS];
    Arrays.fill(powers, 1e-9);
    for (int i = 0; i < starts.length; i += step) {
      double[] moment = moment(samples, starts[i], bell);
      for (int bin = 0; bin < BINS; bin++) {
        double hertz = LOWEST_HZ + bin * (highest - LOWEST_HZ) / (BINS - 1);
        powers[bin] += power(moment, 2 * Math.PI * hertz / rate);
      }
    }
    double logs = DoubleStream.of(powers).map(Math::log).sum() / BINS;
    return Math.exp(logs) / (DoubleStream.of(powers).sum() / BINS);
  }

  /** Weights of so many samples, which fade in and out. */
  private static double[] bell(int length) {
    double[] bell = new double[length];
    for (int i = 0; i < length; i++) {
      double rise = Math.sin(Math.PI * i / length);
      bell[i] = rise * rise;
    }
    return bell;
  }

  private static double[] moment(int[] samples, int start, double[] bell) {
    double[] moment = new double[Math.min(bell.length, samples.length - start)];
    for (int i = 0; i < moment.length; i++) {
      moment[i] = samples[start + i] * bell[i];
    }
    return moment;
  }

  /** The power at one frequency, in radians a sample, by Goertzel's recursion. */
  private static double power(double[] moment, double angle) {
    double turn = 2 * Math.cos(angle);
    double last = 0;
    double before = 0;
    for (double sample : moment) {
      double next = sample - before + turn * last;
      before = last;
      last = next;
    }
    return last * last + before * before - turn * last * before;
  }
}

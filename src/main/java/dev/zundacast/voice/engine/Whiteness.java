package dev.zundacast.voice.engine;

import dev.zundacast.sound.Wav;

/** Moments of a sound to how flat their spectrum is together: 1 for white noise. */
final class Whiteness {
  /** Voices, whispers too, stay below half of it. */
  static final double NOISE = 0.6;

  private static final int BINS = 32;
  private static final double LOWEST_HZ = 150;
  private static final double HIGHEST_HZ = 7_500;

  /** Of the rate; a resampled sound has nothing left above. */
  private static final double HIGHEST_SHARE = 0.45;

  private static final int MOMENTS = 60;
  private static final int MOMENTS_PER_SECOND = 50;

  private Whiteness() {}

  /** The geometric by the arithmetic mean of the spectrum from the moments at these samples on. */
  static double of(Wav wav, int[] starts) {
    int length = wav.rate() / MOMENTS_PER_SECOND;
    double highest = Math.min(HIGHEST_HZ, wav.rate() * HIGHEST_SHARE);
    int step = Math.max(1, starts.length / MOMENTS);
    double logs = 0;
    double sum = 0;
    for (int bin = 0; bin < BINS; bin++) {
      double hertz = LOWEST_HZ + bin * (highest - LOWEST_HZ) / (BINS - 1);
      double power = 1e-9;
      for (int i = 0; i < starts.length; i += step) {
        power += power(wav, starts[i], length, 2 * Math.PI * hertz / wav.rate());
      }
      logs += Math.log(power) / BINS;
      sum += power / BINS;
    }
    return Math.exp(logs) / sum;
  }

  /** The power at one frequency, in radians a sample, within a bell of so many samples. */
  private static double power(Wav wav, int start, int length, double angle) {
    double real = 0;
    double imaginary = 0;
    int end = Math.min(start + length, wav.length());
    for (int i = start; i < end; i++) {
      double bell = Math.sin(Math.PI * (i - start) / length);
      double sample = wav.at(i) * bell * bell;
      real += sample * Math.cos(angle * i);
      imaginary += sample * Math.sin(angle * i);
    }
    return real * real + imaginary * imaginary;
  }
}

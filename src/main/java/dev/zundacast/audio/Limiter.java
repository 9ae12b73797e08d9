package dev.zundacast.audio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Holds a signal's true peak under a ceiling: where a peak would pass it, the level is led down 5
 * ms before and back up 5 ms after, in the shape of two box windows, so that nothing clicks. The
 * rest stays as it is, sample for sample, and is looked at once.
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Limiter(float[] signal, int reach, double ceiling) {
  private static final int LOOK_AHEAD_PER_SECOND = 200;

  /** Leading the level down bends the wave a little: after this many rounds the peak is in. */
  private static final int ROUNDS = 4;

  /** A peak that passes the ceiling is held a hair under it. */
  private static final double HELD = 0.998;

  /** The signal, the same array when no peak passes the ceiling (a factor, 1 for full scale). */
  public static float[] limit(float[] signal, int sampleRate, double ceiling) {
    int reach = sampleRate / LOOK_AHEAD_PER_SECOND;
    List<Stretch> everything = List.of(new Stretch(0, signal.length, 0));
    List<Stretch> loud = new Limiter(signal, reach, ceiling).loud(everything);
    if (loud.isEmpty()) {
      return signal;
    }
    Limiter limiter = new Limiter(signal.clone(), reach, ceiling);
    for (int round = 0; round < ROUNDS && !loud.isEmpty(); round++) {
      loud.forEach(limiter::lower);
      loud = limiter.loud(loud);
    }
    return limiter.signal;
  }

  /** Samples with peaks so near to each other that they are led down together. */
  private record Stretch(int first, int last, double peak) {}

  /** Where peaks pass the ceiling, in and around these stretches. */
  private List<Stretch> loud(List<Stretch> where) {
    List<Stretch> loud = new ArrayList<>();
    int around = 2 * reach + TruePeak.REACH;
    int at = 0;
    for (Stretch stretch : where) {
      int end = Math.min(signal.length - 1, stretch.last() + around);
      at = next(Math.max(at, stretch.first() - around), end);
      while (at < end) {
        add(loud, at);
        at = next(at + 1, end);
      }
    }
    loud.removeIf(stretch -> stretch.peak() <= ceiling);
    return loud;
  }

  private void add(List<Stretch> loud, int at) {
    double peak = peak(at);
    if (peak <= ceiling * HELD) {
      return;
    }
    int last = loud.size() - 1;
    // What is led down reaches so far from a peak, and so far towards it from the next one.
    if (last >= 0 && at - loud.get(last).last() <= 4 * reach) {
      Stretch before = loud.get(last);
      loud.set(last, new Stretch(before.first(), at + 1, Math.max(before.peak(), peak)));
    } else {
      loud.add(new Stretch(at, at + 1, peak));
    }
  }

  /** The highest value between a sample and the next one, both included. */
  private double peak(int at) {
    double samples = Math.max(Math.abs(signal[at]), Math.abs(signal[at + 1]));
    return Math.max(samples, TruePeak.after(signal, at));
  }

  /** Multiplies what lies around the peaks by the mean of the lowest gains around each sample. */
  private void lower(Stretch stretch) {
    int offset = stretch.first() - 3 * reach;
    float[] lowest = lowestGains(stretch, offset);
    int from = Math.max(0, stretch.first() - 2 * reach);
    int to = Math.min(signal.length, stretch.last() + 2 * reach + 1);
    // The mean of a window of lowest gains is never above the gain wanted in its middle.
    double sum = 0;
    for (int i = from - reach; i <= from + reach; i++) {
      sum += gain(lowest, i, offset);
    }
    for (int i = from; i < to; i++) {
      signal[i] = (float) (signal[i] * Math.min(1, sum / (2 * reach + 1)));
      sum += gain(lowest, i + reach + 1, offset) - gain(lowest, i - reach, offset);
    }
  }

  /** For each sample from {@code offset} on the lowest gain that a peak in reach of it wants. */
  private float[] lowestGains(Stretch stretch, int offset) {
    float[] lowest = new float[stretch.last() - stretch.first() + 2 + 6 * reach];
    Arrays.fill(lowest, 1f);
    int end = stretch.last();
    for (int at = next(stretch.first(), end); at < end; at = next(at + 1, end)) {
      float wanted = (float) (ceiling * HELD / peak(at));
      for (int i = at - reach - offset; i <= at + 1 + reach - offset; i++) {
        lowest[i] = Math.min(lowest[i], wanted);
      }
    }
    return lowest;
  }

  private int next(int from, int end) {
    return TruePeak.nextRise(signal, from, end, ceiling * HELD);
  }

  /** Beyond an end of the signal holds what holds at the end. */
  private double gain(float[] lowest, int at, int offset) {
    return lowest[Math.max(0, Math.min(signal.length - 1, at)) - offset];
  }
}

package dev.zundacast.audio.level;

import java.util.Arrays;

/** Measures one channel as it streams past, in memory that hardly grows: 83 numbers a second. */
public final class ChannelMeter {
  private final KWeighting weighting;
  private final int stepSamples;
  // The last step with what the peak between its samples depends on before and after it.
  private final float[] window;
  private int filled = 2 * TruePeak.REACH;
  private float[] energies = new float[1024];
  private int steps;
  private double peak;

  public ChannelMeter(int sampleRate) {
    weighting = new KWeighting(sampleRate);
    stepSamples = KWeighting.stepSamples(sampleRate);
    window = new float[2 * TruePeak.REACH + stepSamples];
  }

  public void add(float[] samples, int count) {
    int taken = 0;
    while (taken < count) {
      int part = Math.min(count - taken, window.length - filled);
      System.arraycopy(samples, taken, window, filled, part);
      taken += part;
      filled += part;
      if (filled == window.length) {
        endStep();
      }
    }
  }

  private void endStep() {
    if (steps == energies.length) {
      energies = Arrays.copyOf(energies, 2 * energies.length);
    }
    int fresh = 2 * TruePeak.REACH;
    energies[steps++] = (float) weighting.energy(window, fresh, window.length);
    peak = TruePeak.within(window, TruePeak.REACH, window.length - TruePeak.REACH, peak);
    System.arraycopy(window, window.length - fresh, window, 0, fresh);
    filled = fresh;
  }

  /** The energies of all steps; what does not fill one is filled up with silence. */
  public float[] energies() {
    if (filled > 2 * TruePeak.REACH) {
      add(new float[stepSamples], window.length - filled);
    }
    return Arrays.copyOf(energies, steps);
  }

  /** The true peak, 1 for full scale. */
  public double peak() {
    return peak;
  }
}

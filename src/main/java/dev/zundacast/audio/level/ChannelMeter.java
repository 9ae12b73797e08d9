package dev.zundacast.audio.level;

import java.util.Arrays;

/** Measures one channel as it streams past, in memory that hardly grows: 83 numbers a second. */
public final class ChannelMeter {
  private final KWeighting weighting;
  private final int cellSamples;
  // The last cell with what the peak between its samples depends on before and after it.
  private final float[] window;
  private int filled = 2 * TruePeak.REACH;
  private float[] cells = new float[1024];
  private int cellCount;
  private double peak;

  public ChannelMeter(int sampleRate) {
    weighting = new KWeighting(sampleRate);
    cellSamples = Cells.samples(sampleRate);
    window = new float[2 * TruePeak.REACH + cellSamples];
  }

  public void add(float[] samples, int count) {
    int taken = 0;
    while (taken < count) {
      int part = Math.min(count - taken, window.length - filled);
      System.arraycopy(samples, taken, window, filled, part);
      taken += part;
      filled += part;
      if (filled == window.length) {
        endCell();
      }
    }
  }

  private void endCell() {
    if (cellCount == cells.length) {
      cells = Arrays.copyOf(cells, 2 * cells.length);
    }
    int fresh = 2 * TruePeak.REACH;
    cells[cellCount++] = (float) weighting.energy(window, fresh, window.length);
    peak = TruePeak.within(window, TruePeak.REACH, window.length - TruePeak.REACH, peak);
    System.arraycopy(window, window.length - fresh, window, 0, fresh);
    filled = fresh;
  }

  /** All cells; what does not fill one is filled up with silence. */
  public float[] cells() {
    if (filled > 2 * TruePeak.REACH) {
      add(new float[cellSamples], window.length - filled);
    }
    return Arrays.copyOf(cells, cellCount);
  }

  /** The true peak, 1 for full scale. */
  public double peak() {
    return peak;
  }
}

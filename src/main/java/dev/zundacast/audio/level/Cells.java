package dev.zundacast.audio.level;

/**
 * A signal as the energies of its cells of 12 ms: enough to work out the loudness of any episode
 * that it becomes a part of, at a five hundredth of its size.
 */
public final class Cells {
  /** Half a frame at both rates, so that frames and cells fall together. */
  private static final int PER_SECOND_TIMES_THREE = 250;

  private Cells() {}

  /** Samples in a cell. */
  public static int samples(int sampleRate) {
    return sampleRate * 3 / PER_SECOND_TIMES_THREE;
  }

  /** The K-weighted energy (sum of squares) of each cell; a last part of a cell counts as one. */
  public static float[] of(float[] signal, int sampleRate) {
    KWeighting weighting = new KWeighting(sampleRate);
    int size = samples(sampleRate);
    float[] cells = new float[(signal.length + size - 1) / size];
    for (int cell = 0; cell < cells.length; cell++) {
      int end = Math.min(signal.length, (cell + 1) * size);
      cells[cell] = (float) weighting.energy(signal, cell * size, end);
    }
    return cells;
  }
}

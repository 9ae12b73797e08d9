package dev.zundacast.audio.level;

import java.util.Arrays;

/**
 * The integrated loudness of BS.1770-4 from cells in their order: blocks of 400 ms every 100 ms,
 * those below -70 LUFS left out, then those 10 LU below the mean of the rest.
 */
public final class GatedLoudness {
  /** What silence measures: the absolute gate. */
  public static final double SILENCE = -70;

  private static final double RELATIVE_GATE = -10;
  private static final double OFFSET = -0.691;

  private final double cellSamples;
  private final double cellsPerStep;
  // Energy of all cells before the index: 83 numbers a second, 7 MB for three hours.
  private double[] before;
  private int count;

  public GatedLoudness(int sampleRate) {
    this(sampleRate, 1023);
  }

  /** For so many cells; more may come. */
  public GatedLoudness(int sampleRate, int cells) {
    before = new double[cells + 1];
    cellSamples = Cells.samples(sampleRate);
    cellsPerStep = sampleRate / 10.0 / cellSamples;
  }

  /** Adds a part of the signal, its energies multiplied by {@code factor}. */
  public void add(float[] cells, double factor) {
    for (float cell : cells) {
      add(cell * factor);
    }
  }

  /** Adds one cell. */
  public void add(double energy) {
    if (count + 1 == before.length) {
      before = Arrays.copyOf(before, before.length * 2);
    }
    before[count + 1] = before[count] + energy;
    count++;
  }

  /** Adds cells of silence. */
  public void addSilence(long cells) {
    for (long i = 0; i < cells; i++) {
      add(0);
    }
  }

  /** LUFS of the one channel that was added, {@link #SILENCE} when no block is louder. */
  public double integrated() {
    double[] blocks = blocks();
    double absolute = energyOf(SILENCE);
    double mean = meanAbove(absolute, blocks);
    if (mean == 0) {
      return SILENCE;
    }
    double relative = energyOf(loudness(mean) + RELATIVE_GATE);
    return loudness(meanAbove(Math.max(absolute, relative), blocks));
  }

  /** The mean energy of each block. */
  private double[] blocks() {
    int last = (int) Math.floor((count - 4 * cellsPerStep) / cellsPerStep + 1e-9);
    double[] blocks = new double[Math.max(0, last + 1)];
    for (int block = 0; block < blocks.length; block++) {
      blocks[block] = blockEnergy(block * cellsPerStep);
    }
    return blocks;
  }

  private static double meanAbove(double gate, double[] blocks) {
    double sum = 0;
    long above = 0;
    for (double energy : blocks) {
      if (energy > gate) {
        sum += energy;
        above++;
      }
    }
    return above == 0 ? 0 : sum / above;
  }

  private double blockEnergy(double from) {
    double to = from + 4 * cellsPerStep;
    return (energyBefore(to) - energyBefore(from)) / (4 * cellsPerStep * cellSamples);
  }

  private double energyBefore(double cell) {
    int whole = Math.min(count, (int) cell);
    double next = before[Math.min(count, whole + 1)];
    return before[whole] + (next - before[whole]) * (cell - whole);
  }

  private static double loudness(double energy) {
    return OFFSET + 10 * Math.log10(energy);
  }

  private static double energyOf(double loudness) {
    return Math.pow(10, (loudness - OFFSET) / 10);
  }
}

package dev.zundacast.audio;

import java.util.Arrays;

/**
 * The integrated loudness of BS.1770-4 from energies of steps in their order: blocks of 400 ms
 * every 100 ms, those below -70 LUFS left out, then those 10 LU below the mean of the rest.
 */
public final class GatedLoudness {
  /** What silence measures: the absolute gate. */
  public static final double SILENCE = -70;

  private static final double RELATIVE_GATE = -10;
  private static final double OFFSET = -0.691;

  private final double stepSamples;
  private final double stepsPerHop;
  // Energy of all steps before the index: 83 numbers a second, 7 MB for three hours.
  private double[] before = new double[1024];
  private int count;

  public GatedLoudness(int sampleRate) {
    stepSamples = KWeighting.stepSamples(sampleRate);
    stepsPerHop = sampleRate / 10.0 / stepSamples;
  }

  /** Adds the energies of a part of the signal. */
  public void add(float[] energies) {
    for (float energy : energies) {
      add(energy);
    }
  }

  /** Adds the energy of one step. */
  public void add(double energy) {
    if (count + 1 == before.length) {
      before = Arrays.copyOf(before, before.length * 2);
    }
    before[count + 1] = before[count] + energy;
    count++;
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

  private double[] blocks() {
    int last = (int) Math.floor((count - 4 * stepsPerHop) / stepsPerHop + 1e-9);
    double[] blocks = new double[Math.max(0, last + 1)];
    for (int block = 0; block < blocks.length; block++) {
      blocks[block] = blockEnergy(block * stepsPerHop);
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
    double to = from + 4 * stepsPerHop;
    return (energyBefore(to) - energyBefore(from)) / (4 * stepsPerHop * stepSamples);
  }

  private double energyBefore(double step) {
    int whole = Math.min(count, (int) step);
    double next = before[Math.min(count, whole + 1)];
    return before[whole] + (next - before[whole]) * (step - whole);
  }

  private static double loudness(double energy) {
    return OFFSET + 10 * Math.log10(energy);
  }

  private static double energyOf(double loudness) {
    return Math.pow(10, (loudness - OFFSET) / 10);
  }
}

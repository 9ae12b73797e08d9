package dev.zundacast.audio;

import dev.zundacast.audio.mp3.Mp3Decoder;
import dev.zundacast.message.Message;
import dev.zundacast.message.MessageException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Decodes any MP3 and measures its loudness, in memory that hardly grows: 83 numbers a second. */
public final class LoudnessMeter {
  private static final int AROUND = 2 * TruePeak.REACH;

  private final List<KWeighting> weightings = new ArrayList<>();
  private final DoubleStream.Builder energies = DoubleStream.builder();
  private int sampleRate;

  // Of each channel the last step behind the samples that the peak between its own depends on.
  private float[][] windows = {};
  private int filled = AROUND;

  /** The true peak, 1 for full scale. */
  private double peak;

  private LoudnessMeter() {}

  /** Measures a file of any length, read as a stream; fails when it is no MP3. */
  public static Loudness ofFile(Path mp3) throws IOException {
    LoudnessMeter meter = new LoudnessMeter();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(mp3))) {
      Mp3Decoder.decode(in, meter::add);
      return meter.result();
    } catch (IOException e) {
      throw new MessageException(Message.plain(mp3, ": ", Message.of(e)), e);
    }
  }

  private void add(int rate, float[][] samples, int count) {
    if (weightings.isEmpty()) {
      sampleRate = rate;
      windows = new float[samples.length][AROUND + KWeighting.stepSamples(rate)];
      Stream.generate(() -> new KWeighting(rate)).limit(samples.length).forEach(weightings::add);
    }
    int taken = 0;
    while (taken < count) {
      int part = Math.min(count - taken, windows[0].length - filled);
      for (int channel = 0; channel < windows.length; channel++) {
        float[] heard = samples[Math.min(channel, samples.length - 1)];
        System.arraycopy(heard, taken, windows[channel], filled, part);
      }
      taken += part;
      filled += part;
      if (filled == windows[0].length) {
        endStep();
      }
    }
  }

  private void endStep() {
    double energy = 0;
    for (int channel = 0; channel < windows.length; channel++) {
      float[] window = windows[channel];
      energy += weightings.get(channel).energy(window, AROUND, window.length);
      peak = TruePeak.within(window, TruePeak.REACH, window.length - TruePeak.REACH, peak);
      System.arraycopy(window, window.length - AROUND, window, 0, AROUND);
    }
    // A mono file comes out of two speakers: its one channel counts twice.
    energies.add(windows.length == 1 ? 2 * energy : energy);
    filled = AROUND;
  }

  private Loudness result() throws IOException {
    if (weightings.isEmpty()) {
      throw new MessageException(Message.of("audio.tooShort"));
    }
    if (filled > AROUND) {
      // What does not fill a step is filled up with silence.
      int missing = windows[0].length - filled;
      add(sampleRate, new float[windows.length][missing], missing);
    }
    GatedLoudness loudness = new GatedLoudness(sampleRate);
    energies.build().forEach(loudness::add);
    return new Loudness(loudness.integrated(), TruePeak.decibels(peak));
  }
}

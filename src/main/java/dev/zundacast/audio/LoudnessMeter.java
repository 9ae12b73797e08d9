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
import java.util.Arrays;
import java.util.List;

/** Decodes any MP3 and measures how loud it is. */
public final class LoudnessMeter {
  private final List<ChannelMeter> channels = new ArrayList<>();
  private int sampleRate;

  private LoudnessMeter() {}

  /**
   * Measures a file of any length; it is read as a stream.
   *
   * @throws IOException when it cannot be read or is no MP3
   */
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
    if (channels.isEmpty()) {
      sampleRate = rate;
      for (int channel = 0; channel < samples.length; channel++) {
        channels.add(new ChannelMeter(rate));
      }
    }
    for (int channel = 0; channel < channels.size(); channel++) {
      channels.get(channel).add(samples[Math.min(channel, samples.length - 1)], count);
    }
  }

  private Loudness result() throws IOException {
    if (channels.isEmpty()) {
      throw new MessageException(Message.of("audio.tooShort"));
    }
    GatedLoudness loudness = new GatedLoudness(sampleRate);
    double peak = 0;
    List<float[]> energies = new ArrayList<>();
    for (ChannelMeter channel : channels) {
      energies.add(channel.energies());
      peak = Math.max(peak, channel.peak);
    }
    for (int i = 0; i < energies.get(0).length; i++) {
      // A mono file comes out of two speakers: its one channel counts twice.
      loudness.add((double) energies.get(0)[i] + energies.get(energies.size() - 1)[i]);
    }
    return new Loudness(loudness.integrated(), TruePeak.decibels(peak));
  }

  /** Measures one channel as it streams past, in memory that hardly grows: 83 numbers a second. */
  private static final class ChannelMeter {
    private final KWeighting weighting;
    private final int stepSamples;
    // The last step with what the peak between its samples depends on before and after it.
    private final float[] window;
    private int filled = 2 * TruePeak.REACH;
    private float[] energies = new float[1024];
    private int steps;

    /** The true peak, 1 for full scale. */
    private double peak;

    ChannelMeter(int sampleRate) {
      weighting = new KWeighting(sampleRate);
      stepSamples = KWeighting.stepSamples(sampleRate);
      window = new float[2 * TruePeak.REACH + stepSamples];
    }

    void add(float[] samples, int count) {
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
    float[] energies() {
      if (filled > 2 * TruePeak.REACH) {
        add(new float[stepSamples], window.length - filled);
      }
      return Arrays.copyOf(energies, steps);
    }
  }
}

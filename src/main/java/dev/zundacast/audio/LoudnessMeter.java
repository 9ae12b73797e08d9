package dev.zundacast.audio;

import dev.zundacast.audio.level.ChannelMeter;
import dev.zundacast.audio.level.GatedLoudness;
import dev.zundacast.audio.level.TruePeak;
import dev.zundacast.audio.mp3.Mp3Decoder;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
      throw new IOException(mp3 + ": " + e.getMessage(), e);
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
      throw new IOException("the MP3 is too short to be decoded");
    }
    GatedLoudness loudness = new GatedLoudness(sampleRate);
    double peak = 0;
    List<float[]> energies = new ArrayList<>();
    for (ChannelMeter channel : channels) {
      energies.add(channel.energies());
      peak = Math.max(peak, channel.peak());
    }
    for (int i = 0; i < energies.get(0).length; i++) {
      // A mono file comes out of two speakers: its one channel counts twice.
      loudness.add((double) energies.get(0)[i] + energies.get(energies.size() - 1)[i]);
    }
    return new Loudness(loudness.integrated(), TruePeak.decibels(peak));
  }
}

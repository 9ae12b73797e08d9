package dev.zundacast.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/** Sounds to test with, made from numbers: the same seed is the same sound. */
public final class Sounds {
  private Sounds() {}

  /**
   * Something with the build of speech: a gliding tone rich in harmonics, shaped by two moving
   * formants, with syllables, hisses and stops, some 12 dB between its mean and its peaks.
   */
  public static float[] speech(int rate, double seconds, long seed) {
    Random random = new Random(seed);
    float[] samples = new float[(int) Math.round(rate * seconds)];
    double phase = 0;
    Resonance first = new Resonance();
    Resonance second = new Resonance();
    int at = 0;
    while (at < samples.length) {
      int syllable = (int) (rate * (0.09 + 0.09 * random.nextDouble()));
      double pitch = 180 + 120 * random.nextDouble();
      double low = 300 + 600 * random.nextDouble();
      double high = 1200 + 1400 * random.nextDouble();
      double hiss = random.nextInt(4) == 0 ? 0.5 : 0.02;
      double level = 0.4 + 0.6 * random.nextDouble();
      for (int i = 0; i < syllable && at < samples.length; i++, at++) {
        double envelope = Math.pow(Math.sin(Math.PI * (i + 0.5) / syllable), 0.7);
        phase += pitch / rate;
        double pulse = phase >= 1 ? 1 : 0;
        phase -= Math.floor(phase);
        double source = pulse * 8 + hiss * random.nextGaussian();
        double voice =
            first.next(source, low, 90, rate) + 0.6 * second.next(source, high, 140, rate);
        samples[at] = (float) (voice * envelope * level);
      }
    }
    return scaledTo(samples, 0.4);
  }

  /** Speech with silence of the engine's kind around it. */
  public static float[] clip(int rate, double seconds, long seed) {
    return join(new float[rate / 10], speech(rate, seconds, seed), new float[rate / 10]);
  }

  public static float[] scaledTo(float[] samples, double peak) {
    float highest = 1e-9f;
    for (float sample : samples) {
      highest = Math.max(highest, Math.abs(sample));
    }
    float[] scaled = new float[samples.length];
    for (int i = 0; i < samples.length; i++) {
      scaled[i] = (float) (samples[i] * peak / highest);
    }
    return scaled;
  }

  public static float[] sine(int rate, double seconds, double hertz, double amplitude) {
    float[] samples = new float[(int) Math.round(rate * seconds)];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (amplitude * Math.sin(2 * Math.PI * hertz * i / rate));
    }
    return samples;
  }

  public static float[] join(float[]... parts) {
    int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
    float[] joined = new float[length];
    int at = 0;
    for (float[] part : parts) {
      System.arraycopy(part, 0, joined, at, part.length);
      at += part.length;
    }
    return joined;
  }

  /** Writes 16-bit PCM; every channel gets the same samples. */
  public static Path wav(Path file, int rate, int channels, float[] samples) throws IOException {
    int bytes = samples.length * 2 * channels;
    ByteBuffer wav = ByteBuffer.allocate(44 + bytes).order(ByteOrder.LITTLE_ENDIAN);
    wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + bytes);
    wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16).putShort((short) 1);
    wav.putShort((short) channels).putInt(rate).putInt(rate * 2 * channels);
    wav.putShort((short) (2 * channels)).putShort((short) 16);
    wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(bytes);
    for (float sample : samples) {
      for (int channel = 0; channel < channels; channel++) {
        wav.putShort((short) Math.round(Math.max(-1, Math.min(1, sample)) * 32767));
      }
    }
    Files.write(file, wav.array());
    return file;
  }

  /** A filter that rings at one frequency, as a formant does. */
  private static final class Resonance {
    private double last;
    private double beforeLast;

    double next(double in, double hertz, double width, int rate) {
      double radius = Math.exp(-Math.PI * width / rate);
      double out =
          in * (1 - radius)
              + 2 * radius * Math.cos(2 * Math.PI * hertz / rate) * last
              - radius * radius * beforeLast;
      beforeLast = last;
      last = out;
      return out;
    }
  }
}

package dev.zundacast.audio;

import dev.zundacast.audio.mp3.Mp3Decoder;
import dev.zundacast.sound.Resampler;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/**
 * A music file to samples in one channel: MP3 by our own decoder, everything else by the service
 * providers of javax.sound (WAV of Java's own, FLAC and Ogg Vorbis of libraries).
 */
final class MusicFile {
  /** A signature tune is shorter; more would be an album read into memory. */
  private static final int MAX_SECONDS = 300;

  private int sampleRate;
  private float[] samples = new float[1 << 16];
  private int count;

  private MusicFile() {}

  /**
   * Reads a file at the rate that is asked for.
   *
   * @throws IOException when it cannot be read, is no music or lasts too long
   */
  static float[] read(Path file, int rate) throws IOException {
    MusicFile music = new MusicFile();
    try {
      if (file.toString().toLowerCase(Locale.ROOT).endsWith(".mp3")) {
        music.readMp3(file);
      } else {
        music.readSampled(file);
      }
    } catch (UnsupportedAudioFileException | IllegalArgumentException e) {
      throw new IOException(file + ": expected WAV, MP3, FLAC or Ogg Vorbis", e);
    }
    float[] whole = Arrays.copyOf(music.samples, music.count);
    return new Resampler(music.sampleRate, rate).convert(whole);
  }

  private void readMp3(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      Mp3Decoder.decode(
          in,
          (rate, channels, length) -> {
            sampleRate = rate;
            for (int i = 0; i < length && !tooLong(); i++) {
              float other = channels[channels.length - 1][i];
              add((channels[0][i] + other) / 2);
            }
          });
    }
    refuseTooLong(file);
  }

  private void readSampled(Path file) throws IOException, UnsupportedAudioFileException {
    try (AudioInputStream coded = AudioSystem.getAudioInputStream(file.toFile())) {
      AudioFormat source = coded.getFormat();
      int channels = source.getChannels();
      sampleRate = Math.round(source.getSampleRate());
      AudioFormat pcm = new AudioFormat(sampleRate, 16, channels, true, false);
      try (AudioInputStream in = AudioSystem.getAudioInputStream(pcm, coded)) {
        byte[] frame = new byte[2 * channels * 4096];
        for (int read = in.readNBytes(frame, 0, frame.length);
            read > 0 && !tooLong();
            read = in.readNBytes(frame, 0, frame.length)) {
          addFrames(frame, read, channels);
        }
      }
    }
    refuseTooLong(file);
  }

  private void addFrames(byte[] bytes, int length, int channels) {
    for (int at = 0; at + 2 * channels <= length; at += 2 * channels) {
      float sum = 0;
      for (int i = at; i < at + 2 * channels; i += 2) {
        sum += (short) ((bytes[i] & 0xFF) | (bytes[i + 1] << 8));
      }
      add(sum / channels / 32768f);
    }
  }

  private void add(float sample) {
    if (count == samples.length) {
      samples = Arrays.copyOf(samples, 2 * count);
    }
    samples[count++] = sample;
  }

  private boolean tooLong() {
    return count > (long) MAX_SECONDS * sampleRate;
  }

  private void refuseTooLong(Path file) throws IOException {
    if (tooLong()) {
      throw new IOException(file + ": lasts more than " + MAX_SECONDS + " s; cut it first");
    }
  }
}

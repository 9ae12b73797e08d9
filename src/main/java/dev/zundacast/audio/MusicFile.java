package dev.zundacast.audio;

import dev.zundacast.audio.mp3.Mp3Decoder;
import dev.zundacast.sound.Resampler;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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
      throw new IOException(file + ": " + kind(file) + "expected WAV, MP3, FLAC or Ogg Vorbis", e);
    }
    float[] whole = Arrays.copyOf(music.samples, music.count);
    return new Resampler(music.sampleRate, rate).convert(whole);
  }

  /** What a file is by its first bytes, as far as people export music in it. */
  private static String kind(Path file) throws IOException {
    String start;
    try (InputStream in = Files.newInputStream(file)) {
      start = new String(in.readNBytes(40), StandardCharsets.ISO_8859_1);
    }
    String kind =
        start.startsWith("OggS") && start.contains("OpusHead")
            ? "Opus"
            : start.startsWith("ftyp", 4)
                ? "MP4 or M4A"
                : start.startsWith("RIFF")
                    ? "a WAV file in a form of its own"
                    : start.startsWith("fLaC")
                        ? "FLAC of an unknown form"
                        : start.startsWith("ID3") ? "MP3 by another name" : "";
    return kind.isEmpty() ? "" : "this is " + kind + "; ";
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
      // FLAC comes only in the bits that it has; Java itself turns anything else into 16.
      boolean flac = source.getEncoding().toString().equals("FLAC");
      int bits = flac ? source.getSampleSizeInBits() : 16;
      AudioFormat pcm = new AudioFormat(sampleRate, bits, channels, true, false);
      try (AudioInputStream in = AudioSystem.getAudioInputStream(pcm, coded)) {
        int bytes = (bits + 7) / 8;
        byte[] frame = new byte[bytes * channels * 4096];
        for (int read = in.readNBytes(frame, 0, frame.length);
            read > 0 && !tooLong();
            read = in.readNBytes(frame, 0, frame.length)) {
          addFrames(frame, read, channels, bytes);
        }
      }
    }
    refuseTooLong(file);
  }

  /** Samples whose lowest byte comes first, each of so many bytes. */
  private void addFrames(byte[] bytes, int length, int channels, int size) {
    for (int at = 0; at + size * channels <= length; at += size * channels) {
      float sum = 0;
      for (int i = at; i < at + size * channels; i += size) {
        int top = i + size - 1;
        int below = size > 1 ? bytes[top - 1] & 0xFF : 0;
        sum +=
            (short) (below | (bytes[top] << 8)) + (size > 2 ? (bytes[top - 2] & 0xFF) / 256f : 0);
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

package dev.zundacast.audio.pcm;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The samples of a clip: 16-bit PCM WAV, mono or stereo, mixed down to one channel. */
public final class Wav {
  private static final int PCM = 1;
  private static final int EXTENSIBLE = 0xFFFE;

  /** Longest clip that is read at once; a line is some seconds, so more is a broken header. */
  private static final int MAX_SECONDS = 600;

  /** One step of 16-bit PCM. */
  private static final float UNIT = 1 / 32768f;

  private final int sampleRate;
  private final float[] samples;

  private Wav(int sampleRate, float[] samples) {
    this.sampleRate = sampleRate;
    this.samples = samples;
  }

  public int sampleRate() {
    return sampleRate;
  }

  /** From -1 to 1. */
  public float[] samples() {
    return samples;
  }

  /**
   * Reads a clip.
   *
   * @throws IOException when it is no such WAV file or ends early; the message names the file
   */
  public static Wav read(Path file) throws IOException {
    return read(file, Files.size(file), new BufferedInputStream(Files.newInputStream(file)));
  }

  /**
   * Reads a clip from the bytes of its file.
   *
   * @param file where they will be, for messages
   */
  public static Wav read(Path file, byte[] bytes) throws IOException {
    return read(file, bytes.length, new ByteArrayInputStream(bytes));
  }

  private static Wav read(Path file, long size, InputStream bytes) throws IOException {
    try (DataInputStream in = new DataInputStream(bytes)) {
      return new Reader(file, size, in).read();
    } catch (EOFException e) {
      throw new IOException(file + ": the WAV file ends before its header says", e);
    }
  }

  /** Walks through the chunks of one file. */
  private static final class Reader {
    private final Path file;
    private final long size;
    private final DataInputStream in;
    private int channels;
    private int rate;

    Reader(Path file, long size, DataInputStream in) {
      this.file = file;
      this.size = size;
      this.in = in;
    }

    Wav read() throws IOException {
      String riff = tag();
      littleInt();
      String wave = tag();
      if (!riff.equals("RIFF") || !wave.equals("WAVE")) {
        throw bad("expected a WAV file (RIFF ... WAVE) but it starts with other bytes");
      }
      while (true) {
        String chunk = tag();
        long length = Integer.toUnsignedLong(littleInt());
        if (chunk.equals("fmt ")) {
          readFormat(length);
        } else if (chunk.equals("data")) {
          return readData(length);
        } else {
          in.skipNBytes(length + (length & 1));
        }
      }
    }

    private void readFormat(long length) throws IOException {
      if (length < 16) {
        throw bad("its format chunk has " + length + " bytes, expected 16 or more");
      }
      int format = littleShort();
      channels = littleShort();
      rate = littleInt();
      in.skipNBytes(6);
      int bits = littleShort();
      in.skipNBytes(length - 16 + (length & 1));
      if ((format != PCM && format != EXTENSIBLE) || bits != 16) {
        throw bad("expected 16-bit PCM but it has format " + format + " with " + bits + " bits");
      }
      if (channels < 1 || channels > 2 || rate <= 0) {
        throw bad("expected one or two channels but it has " + channels + " at " + rate + " Hz");
      }
    }

    private Wav readData(long length) throws IOException {
      if (rate == 0) {
        throw bad("its data stands before its format");
      }
      long frames = length / (2L * channels);
      if (frames > (long) MAX_SECONDS * rate) {
        throw bad("it claims to last " + frames / rate + " s, more than a line can");
      }
      // Room for what is claimed is made once the file is known to have it.
      if (frames * 2 * channels > size) {
        throw new EOFException();
      }
      byte[] pcm = new byte[(int) frames * 2 * channels];
      in.readFully(pcm);
      return new Wav(rate, channels == 1 ? mono(pcm) : mixed(pcm));
    }

    private static float[] mono(byte[] pcm) {
      float[] samples = new float[pcm.length / 2];
      for (int i = 0; i < samples.length; i++) {
        samples[i] = sample(pcm, 2 * i) * UNIT;
      }
      return samples;
    }

    private static float[] mixed(byte[] pcm) {
      float[] samples = new float[pcm.length / 4];
      for (int i = 0; i < samples.length; i++) {
        samples[i] = (sample(pcm, 4 * i) + sample(pcm, 4 * i + 2)) * (UNIT / 2);
      }
      return samples;
    }

    private static int sample(byte[] pcm, int at) {
      return (pcm[at] & 0xFF) | pcm[at + 1] << 8;
    }

    private String tag() throws IOException {
      byte[] four = new byte[4];
      in.readFully(four);
      return new String(four, StandardCharsets.ISO_8859_1);
    }

    private int littleInt() throws IOException {
      return Integer.reverseBytes(in.readInt());
    }

    private int littleShort() throws IOException {
      return Short.toUnsignedInt(Short.reverseBytes(in.readShort()));
    }

    private IOException bad(String found) {
      return new IOException(file + ": " + found);
    }
  }
}

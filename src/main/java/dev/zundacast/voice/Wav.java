package dev.zundacast.voice;

import dev.zundacast.voice.engine.EngineFault;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The sound of a WAV file as 16-bit samples, read by its header and nothing else: any rate, mono or
 * stereo, with or without further chunks. A header that lies about a length is refused.
 */
public final class Wav {
  private static final int PCM = 1;
  private static final int FLOAT = 3;
  private static final int EXTENSIBLE = 0xFFFE;
  private static final int HEADER = 44;

  private final int rate;
  private final int channels;
  private final short[] samples;

  /**
   * A sound of one or two channels.
   *
   * @param samples the channels' samples in turn
   */
  public Wav(int rate, int channels, short[] samples) {
    this.rate = rate;
    this.channels = channels;
    this.samples = samples;
  }

  /** Reads what an engine sent; the fault says what is wrong with it. */
  public static Wav read(byte[] bytes) throws EngineFault {
    return new Reader(bytes).read();
  }

  public int rate() {
    return rate;
  }

  public int channels() {
    return channels;
  }

  /** Length in samples, a pair of channels counted once. */
  public int length() {
    return samples.length / channels;
  }

  public double seconds() {
    return (double) length() / rate;
  }

  /** The sample at {@code index} of the first channel. */
  public int at(int index) {
    return samples[index * channels];
  }

  /** The parts one after the other, with so much silence behind each but the last. */
  public static Wav joined(List<Wav> parts, List<Integer> gapMillis) throws EngineFault {
    Wav first = parts.get(0);
    if (parts.size() == 1) {
      return first;
    }
    int total = 0;
    for (int i = 0; i < parts.size(); i++) {
      Wav part = parts.get(i);
      if (part.rate != first.rate || part.channels != first.channels) {
        throw fault("parts of one line came as " + first.format() + " and as " + part.format());
      }
      total += part.samples.length + gap(parts, gapMillis, i);
    }
    short[] all = new short[total];
    int at = 0;
    for (int i = 0; i < parts.size(); i++) {
      short[] part = parts.get(i).samples;
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length + gap(parts, gapMillis, i);
    }
    return new Wav(first.rate, first.channels, all);
  }

  private static int gap(List<Wav> parts, List<Integer> gapMillis, int index) {
    Wav part = parts.get(index);
    boolean last = index == parts.size() - 1;
    return last
        ? 0
        : Math.toIntExact((long) gapMillis.get(index) * part.rate / 1000) * part.channels;
  }

  /** Writes the canonical form: a header of 44 bytes and the samples. */
  public void writeTo(OutputStream out) throws IOException {
    int bytes = samples.length * 2;
    ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
    header.put(ascii("RIFF")).putInt(HEADER - 8 + bytes).put(ascii("WAVEfmt ")).putInt(16);
    header.putShort((short) PCM).putShort((short) channels).putInt(rate);
    header.putInt(rate * 2 * channels).putShort((short) (2 * channels)).putShort((short) 16);
    header.put(ascii("data")).putInt(bytes);
    out.write(header.array());
    ByteBuffer block = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
    ShortBuffer words = block.asShortBuffer();
    for (int from = 0; from < samples.length; from += words.capacity()) {
      int count = Math.min(words.capacity(), samples.length - from);
      words.clear().put(samples, from, count);
      out.write(block.array(), 0, 2 * count);
    }
  }

  /** Bytes that {@link #writeTo} writes. */
  public long bytes() {
    return HEADER + samples.length * 2L;
  }

  private String format() {
    return rate + " Hz " + (channels == 1 ? "mono" : "stereo");
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static EngineFault fault(String message) {
    return EngineFault.of(EngineFault.Kind.BAD_SOUND, message);
  }

  /** One walk over a file's chunks. */
  private static final class Reader {
    private final byte[] bytes;
    private final ByteBuffer in;
    private int format;
    private int channels;
    private int rate;
    private int bits;
    private int dataAt = -1;
    private int dataBytes;

    Reader(byte[] bytes) {
      this.bytes = bytes;
      this.in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    Wav read() throws EngineFault {
      if (in.limit() == 0) {
        throw fault("the sound is empty: 0 bytes");
      }
      if (in.limit() < 12 || !name(0).equals("RIFF") || !name(8).equals("WAVE")) {
        throw fault("the sound is no WAV file but " + in.limit() + " bytes of something else");
      }
      long riff = Integer.toUnsignedLong(in.getInt(4)) + 8;
      if (riff > in.limit()) {
        throw truncated(riff, "the WAV file");
      }
      walk();
      checkFormat();
      return new Wav(rate, channels, samples());
    }

    private void walk() throws EngineFault {
      long at = 12;
      while (at + 8 <= in.limit()) {
        String name = name((int) at);
        long size = Integer.toUnsignedLong(in.getInt((int) at + 4));
        if (!name.matches("[ -~]{4}")) {
          throw fault("the WAV file holds more than its chunks say, from byte " + at + " on");
        }
        if (at + 8 + size > in.limit()) {
          throw truncated(size, "the '" + name.strip() + "' chunk");
        }
        chunk(name, (int) at + 8, (int) size);
        at += 8 + size + (size & 1);
      }
      // A pad byte may be missing or stand alone at the end.
      if (at + 1 < in.limit()) {
        throw fault("the WAV file holds " + (in.limit() - at) + " bytes more than its chunks say");
      }
    }

    private EngineFault truncated(long says, String what) {
      return fault(
          what + " says " + says + " bytes but the whole answer has " + in.limit() + " bytes");
    }

    private void chunk(String name, int at, int size) throws EngineFault {
      if (name.equals("fmt ")) {
        format(at, size);
      } else if (name.equals("data") && dataAt < 0) {
        dataAt = at;
        dataBytes = size;
      }
    }

    private void format(int at, int size) throws EngineFault {
      if (size < 16) {
        throw fault("the WAV file's 'fmt' chunk has " + size + " bytes, expected 16 or more");
      }
      format = Short.toUnsignedInt(in.getShort(at));
      channels = Short.toUnsignedInt(in.getShort(at + 2));
      rate = in.getInt(at + 4);
      bits = Short.toUnsignedInt(in.getShort(at + 14));
      if (format == EXTENSIBLE && size >= 26) {
        // The first two bytes of the sub-format's GUID are the plain format's number.
        format = Short.toUnsignedInt(in.getShort(at + 24));
      }
    }

    private void checkFormat() throws EngineFault {
      if (rate == 0 && channels == 0) {
        throw fault("the WAV file has no 'fmt' chunk");
      }
      if (dataAt < 0) {
        throw fault("the WAV file has no 'data' chunk");
      }
      if (channels < 1 || channels > 2) {
        throw fault("the WAV file has " + channels + " channels, expected one or two");
      }
      if (rate < 8_000 || rate > 192_000) {
        throw fault("the WAV file has " + rate + " samples a second, expected 8000 to 192000");
      }
      boolean known =
          format == PCM ? bits == 16 || bits == 24 || bits == 32 : format == FLOAT && bits == 32;
      if (!known) {
        throw fault(
            "the WAV file has format " + format + " with " + bits + " bits, expected 16-bit PCM");
      }
      if (dataBytes % (channels * bits / 8) != 0) {
        throw fault("the WAV file ends in the middle of a sample");
      }
      if (dataBytes == 0) {
        throw fault("the WAV file has 0 samples");
      }
    }

    private short[] samples() {
      int width = bits / 8;
      short[] samples = new short[dataBytes / width];
      if (format == PCM && bits == 16) {
        // All at once: one by one they take a while, as most clips are read by new programs.
        in.position(dataAt).slice().order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
        return samples;
      }
      for (int i = 0; i < samples.length; i++) {
        // The upper 16 bits of a wider sample stand at its end.
        int upper = dataAt + i * width + width - 2;
        samples[i] = format == FLOAT ? rounded(in.getFloat(dataAt + i * 4)) : in.getShort(upper);
      }
      return samples;
    }

    private static short rounded(float sample) {
      return (short)
          Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(sample * 32768)));
    }

    private String name(int at) {
      return new String(bytes, at, 4, StandardCharsets.ISO_8859_1);
    }
  }
}

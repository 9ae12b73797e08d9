package dev.zundacast.draft.sound;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Sound in memory, which becomes a WAV file of 16 bit and is read from one.
 *
 * @param channels samples of each channel on the scale of 16 bit, all of one length
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody; a copy would double the memory.
public record Wave(int rate, float[][] channels) {
  private static final int HEADER_BYTES = 44;
  private static final int PCM = 1;
  private static final int FLOAT = 3;

  /** Samples of one channel. */
  public int length() {
    return channels[0].length;
  }

  /** A RIFF file with a header of 44 bytes. */
  public byte[] toWav() {
    int block = 2 * channels.length;
    int data = length() * block;
    ByteBuffer out = ByteBuffer.allocate(HEADER_BYTES + data).order(ByteOrder.LITTLE_ENDIAN);
    out.put(ascii("RIFF")).putInt(HEADER_BYTES - 8 + data).put(ascii("WAVE"));
    out.put(ascii("fmt ")).putInt(16).putShort((short) PCM).putShort((short) channels.length);
    out.putInt(rate).putInt(rate * block).putShort((short) block).putShort((short) 16);
    out.put(ascii("data")).putInt(data);
    for (int n = 0; n < length(); n++) {
      for (float[] channel : channels) {
        out.putShort((short) Math.max(-32768, Math.min(32767, Math.round(channel[n]))));
      }
    }
    return out.array();
  }

  /** Reads a WAV file of whole or floating-point samples. */
  public static Wave read(byte[] file) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    if (file.length < HEADER_BYTES || !text(in, 0).equals("RIFF") || !text(in, 8).equals("WAVE")) {
      throw new IOException("no WAV file");
    }
    int format = 0;
    int count = 0;
    int rate = 0;
    int bits = 0;
    int at = 12;
    while (at + 8 <= file.length) {
      int size = in.getInt(at + 4);
      int body = at + 8;
      if (text(in, at).equals("fmt ") && size >= 16 && body + size <= file.length) {
        format = in.getShort(body) & 0xffff;
        count = in.getShort(body + 2);
        rate = in.getInt(body + 4);
        bits = in.getShort(body + 14);
        // The extensible form keeps the format in its GUID.
        format = format == 0xfffe && size >= 26 ? in.getShort(body + 24) & 0xffff : format;
      } else if (text(in, at).equals("data")) {
        int bytes = size < 0 ? file.length - body : Math.min(size, file.length - body);
        return read(
            in.slice(body, bytes).order(ByteOrder.LITTLE_ENDIAN), format, count, rate, bits);
      }
      if (size < 0) {
        break;
      }
      at = body + size + (size & 1);
      if (at < 0) {
        break;
      }
    }
    throw new IOException("a WAV file without data");
  }

  private static Wave read(ByteBuffer data, int format, int count, int rate, int bits)
      throws IOException {
    boolean known =
        (format == PCM && (bits == 8 || bits == 16 || bits == 24 || bits == 32))
            || (format == FLOAT && (bits == 32 || bits == 64));
    if (!known || count < 1 || rate < 1) {
      throw new IOException("WAV format " + format + " of " + bits + " bit is not supported");
    }
    int width = bits / 8;
    float[][] channels = new float[count][data.remaining() / (width * count)];
    for (int n = 0; n < channels[0].length; n++) {
      for (int c = 0; c < count; c++) {
        channels[c][n] = sample(data, (n * count + c) * width, format, bits);
      }
    }
    return new Wave(rate, channels);
  }

  private static float sample(ByteBuffer data, int at, int format, int bits) {
    if (format == FLOAT) {
      return 32768 * (bits == 32 ? data.getFloat(at) : (float) data.getDouble(at));
    }
    return switch (bits) {
      case 8 -> ((data.get(at) & 0xff) - 128) * 256f;
      case 16 -> data.getShort(at);
      case 24 -> (data.getShort(at + 1) << 8 | (data.get(at) & 0xff)) / 256f;
      default -> data.getInt(at) / 65536f;
    };
  }

  /** This sound at another rate. */
  public Wave at(int rate) {
    float[][] resampled = new float[channels.length][];
    for (int c = 0; c < channels.length; c++) {
      resampled[c] = Resampler.resample(channels[c], this.rate, rate);
    }
    return new Wave(rate, resampled);
  }

  /** These sounds, at least one, one after the other: at the highest rate, stereo if any is. */
  public static Wave joined(List<Wave> waves) {
    int rate = waves.stream().mapToInt(Wave::rate).max().orElseThrow();
    int count = waves.stream().mapToInt(wave -> wave.channels.length).max().orElseThrow();
    List<Wave> same = waves.stream().map(wave -> wave.at(rate)).toList();
    float[][] joined = new float[count][same.stream().mapToInt(Wave::length).sum()];
    int at = 0;
    for (Wave wave : same) {
      for (int c = 0; c < count; c++) {
        float[] channel = wave.channels[Math.min(c, wave.channels.length - 1)];
        System.arraycopy(channel, 0, joined[c], at, channel.length);
      }
      at += wave.length();
    }
    return new Wave(rate, joined);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static String text(ByteBuffer in, int at) {
    byte[] four = new byte[4];
    in.get(at, four);
    return new String(four, StandardCharsets.US_ASCII);
  }
}

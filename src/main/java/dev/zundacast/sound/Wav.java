package dev.zundacast.sound;

import dev.zundacast.message.Message;
import dev.zundacast.message.MessageException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntToDoubleFunction;

/** A sound in memory on the scale of 16 bits, read from a WAV file and written as one. */
@SuppressWarnings("ArrayRecordComponent") // Never compared; a copy would double the memory.
public record Wav(int rate, float[][] channels) {
  private static final int HEADER_BYTES = 44;

  /** Half a step of 16 bits, for the mean of two channels. */
  private static final float HALF_UNIT = 0.5f / 32768;

  /** Reads a file; the message about one that is no WAV file names it. */
  public static Wav read(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    try {
      return read(bytes);
    } catch (IOException e) {
      throw new MessageException(Message.plain(file, ": ", Message.of(e)), e);
    }
  }

  /** Reads a WAV file's bytes with whole or floating-point samples. */
  public static Wav read(byte[] file) throws IOException {
    ByteWindow in = ByteWindow.of(file);
    if (!"RIFF".startsWith(in.text(0, 4)) || !"WAVE".startsWith(in.text(8, 4))) {
      throw new MessageException(Message.of("wav.noRiff"));
    }
    WavHeader header =
        WavHeader.read(in).orElseThrow(() -> new MessageException(Message.of("wav.cut")));
    long left = file.length - header.dataAt();
    long bytes = header.isStreamed() ? left : header.dataBytes();
    if (bytes > left) {
      throw new MessageException(Message.of("wav.cut"));
    }
    if (header.rate() < 1 || header.channels() < 1) {
      throw new MessageException(Message.of("wav.noFormat"));
    }
    return decode(ByteBuffer.wrap(file, (int) header.dataAt(), (int) bytes).slice(), header);
  }

  private static Wav decode(ByteBuffer data, WavHeader header) throws IOException {
    data.order(ByteOrder.LITTLE_ENDIAN);
    IntToDoubleFunction sample = sample(data, header);
    int count = header.channels();
    int block = header.bits() / 8 * count;
    if (data.limit() % block != 0 && !header.isStreamed()) {
      throw new MessageException(Message.of("wav.halfSample"));
    }
    float[][] channels = new float[count][data.limit() / block];
    for (int c = 0; c < count; c++) {
      for (int n = 0; n < channels[c].length; n++) {
        channels[c][n] = (float) sample.applyAsDouble(n * block + c * (block / count));
      }
    }
    return new Wav(header.rate(), channels);
  }

  /** What reads the sample at a byte, on the scale of 16 bits. */
  private static IntToDoubleFunction sample(ByteBuffer data, WavHeader header) throws IOException {
    int format = header.format();
    String kind = format == WavHeader.FLOAT ? "float" : format == WavHeader.PCM ? "whole" : "other";
    return switch (kind + " " + header.bits()) {
      case "whole 8" -> at -> ((data.get(at) & 0xff) - 128) * 256f;
      case "whole 16" -> data::getShort;
      case "whole 24" -> at -> (data.getShort(at + 1) << 8 | (data.get(at) & 0xff)) / 256f;
      case "whole 32" -> at -> data.getInt(at) / 65536f;
      case "float 32" -> at -> 32768 * data.getFloat(at);
      case "float 64" -> at -> 32768 * (float) data.getDouble(at);
      default ->
          throw new MessageException(Message.of("wav.format", header.format(), header.bits()));
    };
  }

  /** Length in samples of one channel. */
  public int length() {
    return channels[0].length;
  }

  public double seconds() {
    return (double) length() / rate;
  }

  /** The first channel's sample at an index, as 16 bits hold it. */
  public int at(int index) {
    return rounded(channels[0][index]);
  }

  private static int rounded(float sample) {
    // Samples of 16 bits are whole, and rounding costs more than all else that is done with them.
    int whole = (int) sample;
    int near = whole == sample ? whole : Math.round(sample);
    return Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, near));
  }

  /** One channel or the mean of two, from -1 to 1. */
  public float[] mono() {
    float[] left = channels[0];
    float[] right = channels[channels.length - 1];
    float[] mono = new float[left.length];
    for (int i = 0; i < mono.length; i++) {
      mono[i] = (left[i] + right[i]) * HALF_UNIT;
    }
    return mono;
  }

  /** A WAV file of 16 bits with a header of 44 bytes. */
  public byte[] toBytes() {
    int block = 2 * channels.length;
    int data = length() * block;
    ByteBuffer out = ByteBuffer.allocate(HEADER_BYTES + data).order(ByteOrder.LITTLE_ENDIAN);
    out.put(ascii("RIFF")).putInt(HEADER_BYTES - 8 + data).put(ascii("WAVEfmt ")).putInt(16);
    out.putShort((short) WavHeader.PCM).putShort((short) channels.length).putInt(rate);
    out.putInt(rate * block).putShort((short) block).putShort((short) 16);
    out.put(ascii("data")).putInt(data);
    for (int n = 0; n < length(); n++) {
      for (float[] channel : channels) {
        out.putShort((short) rounded(channel[n]));
      }
    }
    return out.array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}

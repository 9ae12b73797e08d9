package dev.zundacast.sound;

import java.io.IOException;
import java.util.Optional;

/**
 * What the chunks of a RIFF WAVE file say before its samples: {@link #PCM}, {@link #FLOAT} or
 * another of Microsoft's numbers, 0 when not said, and of a block the bytes of all channels.
 */
public record WavHeader(
    int format, int channels, int rate, int blockBytes, int bits, long dataAt, long dataBytes) {
  public static final int PCM = 1;
  public static final int FLOAT = 3;
  private static final int EXTENSIBLE = 0xfffe;

  private static final int MAX_CHUNKS = 1000;
  private static final long UNKNOWN = 0xffffffffL;

  /** Whether a file begins as a WAV file does. */
  public static boolean starts(ByteWindow file) throws IOException {
    return file.holds(0, "RIFF") && file.holds(8, "WAVE");
  }

  /** Reads the chunks up to the samples; empty when the file ends before them. */
  public static Optional<WavHeader> read(ByteWindow file) throws IOException {
    WavHeader header = new WavHeader(0, 0, 0, 0, 0, 0, 0);
    long at = 12;
    for (int i = 0; i < MAX_CHUNKS && at + 8 <= file.size(); i++) {
      long size = file.littleEndian(at + 4, 4);
      switch (file.text(at, 4)) {
        case "fmt " -> header = format(file, at + 8, size);
        case "data" -> {
          return Optional.of(header.withData(at + 8, size));
        }
        default -> {} // Other chunks say nothing about the samples.
      }
      at += 8 + size + (size & 1);
    }
    return Optional.empty();
  }

  private static WavHeader format(ByteWindow file, long at, long size) throws IOException {
    int format = (int) file.littleEndian(at, 2);
    if (format == EXTENSIBLE && size >= 26) {
      // The first two bytes of the sub-format's GUID are the plain format's number.
      format = (int) file.littleEndian(at + 24, 2);
    }
    return new WavHeader(
        format == EXTENSIBLE ? PCM : format,
        (int) file.littleEndian(at + 2, 2),
        (int) file.littleEndian(at + 4, 4),
        (int) file.littleEndian(at + 12, 2),
        (int) file.littleEndian(at + 14, 2),
        0,
        0);
  }

  private WavHeader withData(long at, long bytes) {
    return new WavHeader(format, channels, rate, blockBytes, bits, at, bytes);
  }

  /** Whether a program that could not know the length wrote the largest size. */
  public boolean isStreamed() {
    return dataBytes >= UNKNOWN - 0xffff && dataBytes <= UNKNOWN;
  }
}

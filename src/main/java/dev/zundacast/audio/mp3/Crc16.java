package dev.zundacast.audio.mp3;

/**
 * The CRC-16 of LAME's tag: polynomial 0xA001, start 0. It is linear, so that the checksum of
 * frames follows from those of its parts.
 */
public final class Crc16 {
  private static final int POLYNOMIAL = 0xA001;
  private static final char[] BYTES = new char[1 << Byte.SIZE];

  /** What a frame of zeros makes of each bit of a checksum. */
  private static final int[] BITS = new int[Short.SIZE];

  static {
    for (int i = 0; i < BYTES.length; i++) {
      int value = i;
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        value = (value & 1) != 0 ? (value >> 1) ^ POLYNOMIAL : value >> 1;
      }
      BYTES[i] = (char) value;
    }
    byte[] zeros = new byte[Mp3Format.FRAME_BYTES];
    for (int bit = 0; bit < BITS.length; bit++) {
      BITS[bit] = of(1 << bit, zeros, zeros.length);
    }
  }

  private Crc16() {}

  /** The checksum of bytes. */
  public static int of(byte[] bytes) {
    return of(0, bytes, bytes.length);
  }

  /** The checksum of the first {@code length} bytes behind others. */
  static int of(int before, byte[] bytes, int length) {
    int value = before;
    for (int i = 0; i < length; i++) {
      value = (value >> Byte.SIZE) ^ BYTES[(value ^ bytes[i]) & 0xFF];
    }
    return value;
  }

  /** The checksum of bytes and of the {@code frames} behind them, from those of both. */
  public static int join(int before, int frames, int checksum) {
    int value = before;
    for (int i = 0; i < frames; i++) {
      int next = 0;
      for (int bit = 0; bit < BITS.length; bit++) {
        next ^= (value >> bit & 1) * BITS[bit];
      }
      value = next;
    }
    return value ^ checksum;
  }
}

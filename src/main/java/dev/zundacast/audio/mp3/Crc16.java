package dev.zundacast.audio.mp3;

/** The CRC-16 of LAME's tag over all that is written: polynomial 0xA001, start 0. */
public final class Crc16 {
  private static final int POLYNOMIAL = 0xA001;

  /** x^0: bits stand in reverse order. */
  private static final int ONE = 0x8000;

  /** x^(8 × bytes of a frame): what a checksum is multiplied with when a frame follows. */
  private static final int FRAME = power(power(ONE >> 1, Byte.SIZE), Mp3Format.FRAME_BYTES);

  /** What each byte adds that nothing stands behind. */
  private static final char[] BYTES = new char[1 << Byte.SIZE];

  static {
    for (int i = 0; i < BYTES.length; i++) {
      int value = i;
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        value = timesX(value);
      }
      BYTES[i] = (char) value;
    }
  }

  private static final int SILENT = of(Frames.silent(), Mp3Format.FRAME_BYTES);

  private Crc16() {}

  /** The checksum of the first {@code length} bytes. */
  public static int of(byte[] bytes, int length) {
    int value = 0;
    for (int i = 0; i < length; i++) {
      value = (value >> Byte.SIZE) ^ BYTES[(value ^ bytes[i]) & 0xFF];
    }
    return value;
  }

  /**
   * The checksum of frames of which the first ones have {@code value} and the following {@code
   * next}: none is read for it.
   *
   * @param frames how many follow
   */
  public static int followed(int value, int next, int frames) {
    return times(value, power(FRAME, frames)) ^ next;
  }

  /** The checksum of frames that have {@code value} and of so many silent ones behind them. */
  public static int followedBySilence(int value, int frames) {
    int all = value;
    for (int i = 0; i < frames; i++) {
      all = times(all, FRAME) ^ SILENT;
    }
    return all;
  }

  /** One polynomial times another, modulo the checksum's, as zlib's crc32_combine has it. */
  private static int times(int one, int other) {
    int product = 0;
    int shifted = other;
    for (int bit = ONE; bit != 0; bit >>= 1) {
      product ^= (one & bit) == 0 ? 0 : shifted;
      shifted = timesX(shifted);
    }
    return product;
  }

  private static int timesX(int value) {
    return (value & 1) == 0 ? value >> 1 : (value >> 1) ^ POLYNOMIAL;
  }

  private static int power(int base, int exponent) {
    int power = ONE;
    int square = base;
    for (int left = exponent; left > 0; left >>= 1) {
      power = (left & 1) == 0 ? power : times(power, square);
      square = times(square, square);
    }
    return power;
  }
}

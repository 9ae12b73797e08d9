package dev.zundacast.audio.mp3;

import java.util.zip.Checksum;

/** The CRC-16 of LAME's tag: polynomial 0xA001, start 0. */
public final class Crc16 implements Checksum {
  private static final int POLYNOMIAL = 0xA001;

  /** What two bytes make of a checksum: an hour's frames are read in half of the time. */
  private static final char[] PAIRS = new char[1 << 16];

  static {
    for (int i = 0; i < PAIRS.length; i++) {
      PAIRS[i] = (char) shifted(i, 2 * Byte.SIZE);
    }
  }

  private int value;

  private static int shifted(int value, int bits) {
    int shifted = value;
    for (int bit = 0; bit < bits; bit++) {
      shifted = (shifted & 1) != 0 ? (shifted >> 1) ^ POLYNOMIAL : shifted >> 1;
    }
    return shifted;
  }

  @Override
  public void update(int octet) {
    value = shifted(value ^ (octet & 0xFF), Byte.SIZE);
  }

  @Override
  public void update(byte[] bytes, int from, int length) {
    int end = from + length;
    int i = from;
    for (; i + 1 < end; i += 2) {
      value = PAIRS[value ^ (bytes[i] & 0xFF) ^ (bytes[i + 1] & 0xFF) << Byte.SIZE];
    }
    if (i < end) {
      update(bytes[i]);
    }
  }

  @Override
  public long getValue() {
    return value;
  }

  @Override
  public void reset() {
    value = 0;
  }
}

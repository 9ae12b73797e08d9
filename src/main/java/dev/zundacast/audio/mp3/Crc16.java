package dev.zundacast.audio.mp3;

import java.io.OutputStream;

/** The CRC-16 of LAME's tag over all that is written: polynomial 0xA001, start 0. */
public final class Crc16 extends OutputStream {
  private static final int POLYNOMIAL = 0xA001;

  /** So many bytes are taken in one step. */
  private static final int STEP = 8;

  /** What a byte becomes that so many others stand behind. */
  private static final char[][] BYTES = new char[STEP][1 << Byte.SIZE];

  static {
    for (int i = 0; i < 1 << Byte.SIZE; i++) {
      int value = i;
      for (int behind = 0; behind < STEP; behind++) {
        for (int bit = 0; bit < Byte.SIZE; bit++) {
          value = (value & 1) != 0 ? (value >> 1) ^ POLYNOMIAL : value >> 1;
        }
        BYTES[behind][i] = (char) value;
      }
    }
  }

  private int value;

  @Override
  public void write(int octet) {
    value = (value >> Byte.SIZE) ^ BYTES[0][(value ^ octet) & 0xFF];
  }

  @Override
  public void write(byte[] bytes, int from, int length) {
    int i = from;
    for (; i + STEP <= from + length; i += STEP) {
      // The sum so far is mixed into the first two bytes.
      value ^= (bytes[i] & 0xFF) | (bytes[i + 1] & 0xFF) << Byte.SIZE;
      int next = BYTES[7][value & 0xFF] ^ BYTES[6][value >> Byte.SIZE];
      for (int k = 2; k < STEP; k++) {
        next ^= BYTES[STEP - 1 - k][bytes[i + k] & 0xFF];
      }
      value = next;
    }
    for (; i < from + length; i++) {
      write(bytes[i]);
    }
  }

  /** The checksum of all until now. */
  public int value() {
    return value;
  }
}

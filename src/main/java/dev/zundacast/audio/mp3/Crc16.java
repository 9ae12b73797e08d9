package dev.zundacast.audio.mp3;

import java.io.OutputStream;

/** The CRC-16 of LAME's tag over all that is written: polynomial 0xA001, start 0. */
public final class Crc16 extends OutputStream {
  private static final int POLYNOMIAL = 0xA001;
  private static final char[] BYTES = new char[1 << Byte.SIZE];

  static {
    for (int i = 0; i < BYTES.length; i++) {
      int value = i;
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        value = (value & 1) != 0 ? (value >> 1) ^ POLYNOMIAL : value >> 1;
      }
      BYTES[i] = (char) value;
    }
  }

  private int value;

  @Override
  public void write(int octet) {
    value = (value >> Byte.SIZE) ^ BYTES[(value ^ octet) & 0xFF];
  }

  @Override
  public void write(byte[] bytes, int from, int length) {
    for (int i = from; i < from + length; i++) {
      write(bytes[i]);
    }
  }

  /** The checksum of all until now. */
  public int value() {
    return value;
  }
}

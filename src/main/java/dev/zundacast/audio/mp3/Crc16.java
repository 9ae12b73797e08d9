package dev.zundacast.audio.mp3;

import java.util.zip.Checksum;

/** The CRC-16 of LAME's tag: polynomial 0xA001, start 0. */
public final class Crc16 implements Checksum {
  private static final int POLYNOMIAL = 0xA001;
  private static final int[] TABLE = table();

  private int value;

  private static int[] table() {
    int[] table = new int[256];
    for (int i = 0; i < 256; i++) {
      int value = i;
      for (int bit = 0; bit < 8; bit++) {
        value = (value & 1) != 0 ? (value >> 1) ^ POLYNOMIAL : value >> 1;
      }
      table[i] = value;
    }
    return table;
  }

  @Override
  public void update(int octet) {
    value = (value >> 8) ^ TABLE[(value ^ octet) & 0xFF];
  }

  @Override
  public void update(byte[] bytes, int from, int length) {
    for (int i = from; i < from + length; i++) {
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

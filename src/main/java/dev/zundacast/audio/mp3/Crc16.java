package dev.zundacast.audio.mp3;

/**
 * The CRC-16 of LAME's tag (polynomial 0xA001, start 0) as a value that can be joined: the checksum
 * of two parts follows from theirs and the length of the second.
 */
public final class Crc16 {
  private static final int POLYNOMIAL = 0xA001;
  private static final int[] TABLE = table();

  /** What appending 2^n zero bytes does to a checksum: a linear map over GF(2) of 16 columns. */
  private static final int[][] ZEROS = zeros();

  private Crc16() {}

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

  private static int[][] zeros() {
    int[][] maps = new int[Long.SIZE][];
    int[] map = new int[16];
    for (int bit = 0; bit < 16; bit++) {
      int value = 1 << bit;
      map[bit] = (value >> 8) ^ TABLE[value & 0xFF];
    }
    for (int power = 0; power < maps.length; power++) {
      maps[power] = map;
      map = squared(map);
    }
    return maps;
  }

  /** The checksum of {@code length} bytes after {@code before}. */
  public static int of(int before, byte[] bytes, int from, int length) {
    int crc = before;
    for (int i = from; i < from + length; i++) {
      crc = (crc >> 8) ^ TABLE[(crc ^ bytes[i]) & 0xFF];
    }
    return crc;
  }

  /** The checksum of a part and what follows it, which has {@code length} bytes. */
  public static int join(int first, int second, long length) {
    return shift(first, length) ^ second;
  }

  /** The checksum after {@code zeros} more zero bytes. */
  private static int shift(int crc, long zeros) {
    int result = crc;
    for (int power = 0; zeros >> power > 0; power++) {
      if ((zeros >> power & 1) == 1) {
        result = apply(ZEROS[power], result);
      }
    }
    return result;
  }

  private static int apply(int[] map, int vector) {
    int sum = 0;
    for (int bit = 0; vector >> bit > 0; bit++) {
      if ((vector >> bit & 1) == 1) {
        sum ^= map[bit];
      }
    }
    return sum;
  }

  private static int[] squared(int[] map) {
    int[] square = new int[16];
    for (int bit = 0; bit < 16; bit++) {
      square[bit] = apply(map, map[bit]);
    }
    return square;
  }
}

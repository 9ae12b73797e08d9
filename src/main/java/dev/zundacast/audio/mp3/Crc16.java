package dev.zundacast.audio.mp3;

/**
 * The CRC-16 of LAME's tag (polynomial 0xA001, start 0) as a value that can be joined: the checksum
 * of two parts follows from theirs and the length of the second.
 */
public final class Crc16 {
  private static final int POLYNOMIAL = 0xA001;
  private static final int[] TABLE = table();

  /** The polynomial x^8, the lowest power in the highest bit as everywhere in this checksum. */
  private static final int X8 = 0x0080;

  private Crc16() {}

  private static int[] table() {
    int[] table = new int[256];
    for (int i = 0; i < 256; i++) {
      int value = i;
      for (int bit = 0; bit < 8; bit++) {
        value = timesX(value);
      }
      table[i] = value;
    }
    return table;
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

  /** The checksum after {@code zeros} more zero bytes: times x^8 to that power, by squaring. */
  private static int shift(int crc, long zeros) {
    int result = crc;
    int power = X8;
    for (long left = zeros; left > 0; left >>= 1) {
      if ((left & 1) == 1) {
        result = product(result, power);
      }
      power = product(power, power);
    }
    return result;
  }

  private static int product(int a, int b) {
    int sum = 0;
    int multiple = b;
    for (int bit = 0x8000; bit > 0; bit >>= 1) {
      sum ^= (a & bit) != 0 ? multiple : 0;
      multiple = timesX(multiple);
    }
    return sum;
  }

  private static int timesX(int value) {
    return (value & 1) != 0 ? (value >> 1) ^ POLYNOMIAL : value >> 1;
  }
}

package dev.zundacast.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Random damage to bytes and texts, the same for the same seed: what a hostile file may be. */
public final class Damage {
  private static final boolean LONG = "long".equals(System.getProperty("zundacast.test.size"));

  /** Values that lengths and counts break at. */
  private static final int[] EDGES = {0, 1, -1, 0x7F, 0x80, 0xFF, 0x7FFF, Integer.MAX_VALUE};

  private final Random random;
  private final String[] pieces;

  /**
   * A source of damage.
   *
   * @param pieces what has a meaning in the texts, to be strewn in
   */
  public Damage(long seed, String... pieces) {
    this.random = new Random(seed);
    this.pieces = pieces;
  }

  /** How many rounds to go: {@code normal}, and {@code more} in the long form of the tests. */
  public static int rounds(int normal, int more) {
    return LONG ? more : normal;
  }

  public <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  /** The bytes with one to four changes. */
  public byte[] of(byte[] seed) {
    byte[] bytes = seed.clone();
    for (int n = 1 + random.nextInt(4); n > 0 && bytes.length > 0; n--) {
      int at = position(bytes.length);
      switch (random.nextInt(6)) {
        case 0 -> bytes[at] = (byte) random.nextInt();
        case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> number(bytes, at);
        case 3 -> bytes = moved(bytes, at, at + random.nextInt(1 + bytes.length - at));
        case 4 -> bytes = Arrays.copyOf(bytes, at);
        default -> copy(bytes, at, random.nextInt(bytes.length));
      }
    }
    return bytes;
  }

  /** Headers stand in front, and are the more rewarding place. */
  private int position(int length) {
    return random.nextInt(random.nextBoolean() ? Math.min(length, 64) : length);
  }

  private void number(byte[] bytes, int at) {
    int edge = EDGES[random.nextInt(EDGES.length)];
    boolean big = random.nextBoolean();
    for (int i = 0; i < 4 && at + i < bytes.length; i++) {
      bytes[at + i] = (byte) (edge >>> 8 * (big ? 3 - i : i));
    }
  }

  /** A part left out, or said twice. */
  private byte[] moved(byte[] bytes, int from, int to) {
    boolean twice = random.nextBoolean() && bytes.length < 1 << 20;
    int tail = twice ? from : to;
    byte[] result = Arrays.copyOf(bytes, to * (twice ? 1 : 0) + (twice ? 0 : from));
    byte[] all = new byte[result.length + bytes.length - tail];
    System.arraycopy(result, 0, all, 0, result.length);
    System.arraycopy(bytes, tail, all, result.length, bytes.length - tail);
    return all;
  }

  private void copy(byte[] bytes, int to, int from) {
    int length = Math.min(random.nextInt(16), bytes.length - Math.max(to, from));
    System.arraycopy(bytes, from, bytes, to, length);
  }

  /** The text with one to four changes; seldom one piece comes very often. */
  public String of(String seed) {
    StringBuilder text = new StringBuilder(seed);
    for (int n = 1 + random.nextInt(4); n > 0 && text.length() > 0; n--) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(6)) {
        case 0 -> text.insert(at, piece());
        case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(9)));
        case 2 -> text.setCharAt(at, text.charAt(random.nextInt(text.length())));
        case 3 -> text.insert(at, text.substring(at, Math.min(text.length(), at + 30)));
        case 4 -> text.insert(text.lastIndexOf("\n", at) + 1, piece());
        default -> text.insert(at, piece().repeat(often()));
      }
    }
    return text.toString();
  }

  private String piece() {
    return pieces[random.nextInt(pieces.length)];
  }

  private int often() {
    return random.nextInt(50) == 0 ? 3_000 : 1 + random.nextInt(5);
  }
}

package dev.zundacast.words;

import java.util.Arrays;

/**
 * Some characters, told apart by ten bits, so that a few others may pass for them: kanji for
 * others, but no kana for a letter of Latin. By the last ten bits alone these would be one, and the
 * expressions of {@link Search} would be tried a quarter more often.
 */
public final class CharacterMask {
  static final CharacterMask NONE = new CharacterMask(new long[16]);
  static final CharacterMask ALL = new CharacterMask(all());

  /** What stands in nearly every sentence: one of them as often as some sixteen kanji together. */
  private static final CharacterMask FREQUENT = range('ぁ', 'ん').or(range('、', '。'));

  private static final int EXTRA_WEIGHT = 16;

  private final long[] bits;

  private CharacterMask(long[] bits) {
    this.bits = bits;
  }

  /** The characters of a text. */
  public static CharacterMask of(String text) {
    long[] bits = new long[16];
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      add(bits, c);
    }
    return new CharacterMask(bits);
  }

  /** Whether a text of these characters may hold a word. */
  public boolean mayHold(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (!has(word.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static long[] all() {
    long[] all = new long[16];
    Arrays.fill(all, -1);
    return all;
  }

  static CharacterMask range(char first, char last) {
    if (last - first >= 1023) {
      return ALL;
    }
    long[] bits = new long[16];
    for (int c = first; c <= last; c++) {
      add(bits, c);
    }
    return new CharacterMask(bits);
  }

  CharacterMask or(CharacterMask other) {
    long[] both = bits.clone();
    for (int i = 0; i < both.length; i++) {
      both[i] |= other.bits[i];
    }
    return new CharacterMask(both);
  }

  /** This or the other one, whichever fewer sentences have a character of. */
  CharacterMask rarer(CharacterMask other) {
    return other.frequency() < frequency() ? other : this;
  }

  /** How many these are, a frequent one counted as seventeen. */
  private int frequency() {
    int frequency = 0;
    for (int i = 0; i < bits.length; i++) {
      frequency +=
          Long.bitCount(bits[i]) + EXTRA_WEIGHT * Long.bitCount(bits[i] & FREQUENT.bits[i]);
    }
    return frequency;
  }

  boolean hasAll() {
    return Arrays.equals(bits, ALL.bits);
  }

  /** The first place from this one that has such a character, the text's end when none has. */
  public int find(String text, int from) {
    return find(text, from, text.length());
  }

  /** The first place from one up to another that has such a character, the second when none has. */
  int find(String text, int from, int to) {
    long[] these = bits;
    for (int i = from; i < to; i++) {
      int place = place(text.charAt(i));
      if ((these[place >> 6] >> place & 1) != 0) {
        return i;
      }
    }
    return to;
  }

  /** Whether a character passes for one of these. */
  public boolean has(char c) {
    int place = place(c);
    return (bits[place >> 6] >> place & 1) != 0;
  }

  private static void add(long[] bits, int c) {
    int place = place(c);
    bits[place >> 6] |= 1L << place;
  }

  /**
   * Its last ten bits, moved by 128 for each 4,096 of Unicode before it: kana end as Latin does.
   */
  private static int place(int c) {
    return (c + (c >> 12 << 7)) & 1023;
  }
}

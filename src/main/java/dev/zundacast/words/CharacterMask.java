package dev.zundacast.words;

import java.util.Arrays;

/** Some characters, told apart by their last ten bits, so that a few others may pass for them. */
public final class CharacterMask {
  static final CharacterMask NONE = new CharacterMask(new long[16]);
  static final CharacterMask ALL = new CharacterMask(all());

  private final long[] bits;

  private CharacterMask(long[] bits) {
    this.bits = bits;
  }

  /** The characters of a text. */
  public static CharacterMask of(String text) {
    long[] bits = new long[16];
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      bits[(c >> 6) & 15] |= 1L << c;
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
      bits[(c >> 6) & 15] |= 1L << c;
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

  boolean hasAll() {
    return Arrays.equals(bits, ALL.bits);
  }

  /** The first place from one up to another that has such a character, the second when none has. */
  int find(String text, int from, int to) {
    long[] these = bits;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if ((these[(c >> 6) & 15] >> c & 1) != 0) {
        return i;
      }
    }
    return to;
  }

  boolean has(char c) {
    return (bits[(c >> 6) & 15] >> c & 1) != 0;
  }
}

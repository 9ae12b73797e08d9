package dev.zundacast.reading.latin;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * A back-off n-gram model over tokens, as sorted keys with one byte each for probability and
 * back-off weight.
 *
 * <p>A key holds its tokens {@value #TOKEN_BITS} bits each, the last one lowest. Logarithms are
 * kept in steps of 1/{@value #STEPS}, negated.
 */
final class NGrams {
  static final int ORDER = 4;
  static final int END = 1;
  static final int FIRST_TOKEN = 2;

  /** Before the first token stands the token 0, often enough. */
  static final long START_CONTEXT = 0;

  private static final int TOKEN_BITS = 13;
  private static final int STEPS = 16;
  private static final long CONTEXT_MASK = (1L << (TOKEN_BITS * (ORDER - 1))) - 1;

  /** What a token that was never seen costs: e^-16. */
  private static final double UNSEEN = -16;

  private final long[][] keys;
  private final byte[][] probabilities;
  private final byte[][] backoffs;

  /** Each array by length of the n-gram, from 1. */
  NGrams(long[][] keys, byte[][] probabilities, byte[][] backoffs) {
    this.keys = keys;
    this.probabilities = probabilities;
    this.backoffs = backoffs;
  }

  /** The context behind {@code token}. */
  static long shift(long context, int token) {
    return ((context << TOKEN_BITS) | token) & CONTEXT_MASK;
  }

  static long key(long context, int token) {
    return (context << TOKEN_BITS) | token;
  }

  /** The last {@code tokens} of a context. */
  static long shorten(long context, int tokens) {
    return context & ((1L << (TOKEN_BITS * tokens)) - 1);
  }

  /** An n-gram's key without its last token. */
  static long contextOf(long key) {
    return key >>> TOKEN_BITS;
  }

  static byte pack(double logarithm) {
    return (byte) Math.min(255, Math.round(-logarithm * STEPS));
  }

  private static double unpack(byte steps) {
    return -(steps & 0xFF) / (double) STEPS;
  }

  /** The logarithm of the probability of {@code token} behind {@code context}. */
  double logProbability(long context, int token) {
    double log = 0;
    for (int order = ORDER; order >= 1; order--) {
      long shortened = shorten(context, order - 1);
      int at = Arrays.binarySearch(keys[order - 1], key(shortened, token));
      if (at >= 0) {
        return log + unpack(probabilities[order - 1][at]);
      }
      if (order > 1) {
        int context1 = Arrays.binarySearch(keys[order - 2], shortened);
        log += context1 >= 0 ? unpack(backoffs[order - 2][context1]) : 0;
      }
    }
    return log + UNSEEN;
  }

  static NGrams read(DataInputStream in) throws IOException {
    long[][] keys = new long[ORDER][];
    byte[][] probabilities = new byte[ORDER][];
    byte[][] backoffs = new byte[ORDER][];
    for (int i = 0; i < ORDER; i++) {
      int count = in.readInt();
      keys[i] = new long[count];
      long key = 0;
      for (int k = 0; k < count; k++) {
        key += readNumber(in);
        keys[i][k] = key;
      }
      probabilities[i] = in.readNBytes(count);
      backoffs[i] = in.readNBytes(count);
    }
    return new NGrams(keys, probabilities, backoffs);
  }

  void write(DataOutputStream out) throws IOException {
    for (int i = 0; i < ORDER; i++) {
      out.writeInt(keys[i].length);
      long before = 0;
      for (long key : keys[i]) {
        writeNumber(key - before, out);
        before = key;
      }
      out.write(probabilities[i]);
      out.write(backoffs[i]);
    }
  }

  /** Seven bits a byte, the lowest first; the high bit says that more follow. */
  private static long readNumber(DataInputStream in) throws IOException {
    long number = 0;
    for (int shift = 0; ; shift += 7) {
      int b = in.readUnsignedByte();
      number |= (long) (b & 0x7F) << shift;
      if (b < 0x80) {
        return number;
      }
    }
  }

  private static void writeNumber(long number, DataOutputStream out) throws IOException {
    long rest = number;
    while (rest >= 0x80) {
      out.writeByte((int) (rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    out.writeByte((int) rest);
  }
}

package dev.zundacast.script.file;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A text to six letters and digits that change when the text does. */
public final class Fingerprint {
  /** 36^6 values: two of a section's 30 lines are alike once in 5 million sections. */
  private static final int LENGTH = 6;

  private Fingerprint() {}

  /** The fingerprint of a text. */
  public static String of(String text) {
    byte[] digest = sha256(text.getBytes(StandardCharsets.UTF_8));
    long number = 0;
    for (int i = 0; i < Long.BYTES - 1; i++) {
      number = number << Byte.SIZE | (digest[i] & 0xff);
    }
    String digits = Long.toString(number, Character.MAX_RADIX);
    return "0".repeat(Math.max(0, LENGTH - digits.length())).concat(digits).substring(0, LENGTH);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

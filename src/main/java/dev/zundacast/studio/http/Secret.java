package dev.zundacast.studio.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * What only those know who may ask: 256 random bits as hex digits.
 *
 * @param text the digits
 */
record Secret(String text) {
  private static final int BYTES = 32;

  /** A new one. */
  static Secret random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return new Secret(HexFormat.of().formatHex(bytes));
  }

  /** Whether this is it; takes as long whatever is wrong with it. */
  boolean is(String other) {
    return MessageDigest.isEqual(
        text.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  /** Nobody finds it in a log. */
  @Override
  public String toString() {
    return "secret";
  }
}

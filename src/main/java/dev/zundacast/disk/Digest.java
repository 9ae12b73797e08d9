package dev.zundacast.disk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;

/**
 * Values one after the other to one sha256. Each goes in behind its length, so that no two lists of
 * values run together alike.
 */
public final class Digest {
  private final MessageDigest sha256;

  /** A digest of nothing yet. */
  public Digest() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Takes in a text. */
  public Digest add(String text) {
    return add(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Takes in bytes. */
  public Digest add(byte[] bytes) {
    sha256.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    sha256.update(bytes);
    return this;
  }

  /** Takes in how many texts there are, and each of them. */
  public Digest addAll(Collection<String> texts) {
    add(Integer.toString(texts.size()));
    texts.forEach(this::add);
    return this;
  }

  /** The sha256 of all that was taken in, as 64 hex digits; ends the digest. */
  public String hex() {
    return HexFormat.of().formatHex(sha256.digest());
  }
}

package dev.zundacast.disk;

import java.io.ByteArrayOutputStream;
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
  /** Most values are a few bytes, for which Java's digest takes longer to call than to run. */
  private static final int BUFFER_BYTES = 1024;

  private static final MessageDigest NEW = sha256();

  private final MessageDigest sha256;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int buffered;

  /** A digest of nothing yet. */
  public Digest() {
    try {
      // To find the algorithm again takes longer than to copy it.
      sha256 = (MessageDigest) NEW.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("every Java's SHA-256 can be copied", e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
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
    take(length(bytes));
    take(bytes);
    return this;
  }

  private static byte[] length(byte[] bytes) {
    return (bytes.length + ":").getBytes(StandardCharsets.US_ASCII);
  }

  /** Texts as {@link #add} takes them in one after the other, for {@link #addFramed}. */
  public static byte[] framed(Collection<String> texts) {
    ByteArrayOutputStream framed = new ByteArrayOutputStream();
    for (String text : texts) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      framed.writeBytes(length(bytes));
      framed.writeBytes(bytes);
    }
    return framed.toByteArray();
  }

  /** Takes in texts that many digests begin with. */
  public Digest addFramed(byte[] framed) {
    take(framed);
    return this;
  }

  private void take(byte[] bytes) {
    if (buffered + bytes.length > BUFFER_BYTES) {
      flush();
    }
    if (bytes.length > BUFFER_BYTES) {
      sha256.update(bytes);
    } else {
      System.arraycopy(bytes, 0, buffer, buffered, bytes.length);
      buffered += bytes.length;
    }
  }

  private void flush() {
    sha256.update(buffer, 0, buffered);
    buffered = 0;
  }

  /** Takes in how many texts there are, and each of them. */
  public Digest addAll(Collection<String> texts) {
    add(Integer.toString(texts.size()));
    texts.forEach(this::add);
    return this;
  }

  /** The sha256 of all that was taken in, as 64 hex digits; ends the digest. */
  public String hex() {
    flush();
    return HexFormat.of().formatHex(sha256.digest());
  }
}

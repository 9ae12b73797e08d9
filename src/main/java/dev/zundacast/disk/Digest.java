package dev.zundacast.disk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;

/**
 * Values one after the other to one sha256, each behind its length, so that no two lists collide.
 */
public final class Digest {
  private final MessageDigest sha256 = by("SHA-256");

  private static MessageDigest by(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // Every Java has these.
    }
  }

  /** The digest of the bytes alone, by an algorithm that every Java has: SHA-256, SHA-1 or MD5. */
  public static byte[] of(String algorithm, byte[] bytes) {
    return by(algorithm).digest(bytes);
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

  /** A file's length and checksum, as a short text that differs where the bytes do. */
  public static String file(Path file) throws IOException {
    CRC32C checksum = new CRC32C();
    try (InputStream in = new CheckedInputStream(Files.newInputStream(file), checksum)) {
      return file(in.transferTo(OutputStream.nullOutputStream()), checksum);
    }
  }

  /** The same of a file whose checksum was taken while it was written. */
  public static String file(long length, CRC32C checksum) {
    return length + " " + checksum.getValue();
  }
}

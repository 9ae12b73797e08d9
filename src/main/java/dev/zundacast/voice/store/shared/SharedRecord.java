package dev.zundacast.voice.store.shared;

import dev.zundacast.disk.Digest;
import dev.zundacast.disk.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;

/**
 * What lies beside each object, as JSON: written last, so that an object without one was never
 * finished.
 *
 * @param key what the object is found by
 * @param bytes its size
 * @param sha256 of its bytes, in hex digits
 * @param about what its owner wants to know of it
 */
record SharedRecord(String key, long bytes, String sha256, String about) {

  SharedRecord {
    key = Objects.requireNonNullElse(key, "");
    sha256 = Objects.requireNonNullElse(sha256, "");
    about = Objects.requireNonNullElse(about, "");
  }

  static SharedRecord of(String key, byte[] object, String about) {
    return new SharedRecord(key, object.length, sha256(object), about);
  }

  /** The record in some bytes, empty when they hold none of this key. */
  static Optional<SharedRecord> read(byte[] json, String key) {
    try {
      return Optional.ofNullable(Json.read(json, SharedRecord.class))
          .filter(record -> record.key.equals(key));
    } catch (IOException damaged) {
      return Optional.empty();
    }
  }

  /** Whether these are the bytes that were written. */
  boolean isOf(byte[] object) {
    return object.length == bytes && sha256(object).equals(sha256);
  }

  byte[] toJson() {
    return Json.text(this).getBytes(StandardCharsets.UTF_8);
  }

  private static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(Digest.of("SHA-256", bytes));
  }
}

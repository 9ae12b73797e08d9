package dev.zundacast.disk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Records that one run leaves for the next, as JSON with a checksum; a damaged one is forgotten.
 */
public final class Remembered {
  private static final String CHECKSUM = "checksum";

  /** What a record without a checksum is. */
  public enum Unmarked {
    DAMAGED,
    OF_AN_EARLIER_VERSION
  }

  private Remembered() {}

  /** A record as {@link #read} takes it. */
  public static String text(Object something) {
    ObjectNode tree = Json.toTree(something);
    tree.put(CHECKSUM, checksum(tree));
    return Json.indented(tree) + "\n";
  }

  /** The record in some bytes, empty when they are not what was written. */
  public static <T> Optional<T> read(byte[] json, Class<T> type, Unmarked unmarked) {
    try {
      return Json.document(json) instanceof ObjectNode tree && isWhole(tree, unmarked)
          ? Optional.of(Json.bind(tree, type))
          : Optional.empty();
    } catch (IOException damaged) {
      return Optional.empty();
    }
  }

  private static boolean isWhole(ObjectNode tree, Unmarked unmarked) {
    JsonNode mark = tree.remove(CHECKSUM);
    return mark == null
        ? unmarked == Unmarked.OF_AN_EARLIER_VERSION
        : mark.asText().equals(checksum(tree));
  }

  private static String checksum(ObjectNode tree) {
    CRC32C sum = new CRC32C();
    sum.update(Json.text(tree).getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(sum.getValue());
  }
}

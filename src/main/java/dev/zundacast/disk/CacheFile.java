package dev.zundacast.disk;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Records that one run leaves for the next, as JSON whose last field is a checksum over the bytes
 * before it; a damaged one is forgotten. A build reads hundreds, so none goes by way of a tree.
 */
public final class CacheFile {
  private static final String CHECKSUM = ",\n  \"checksum\" : \"";
  private static final String END = "\n}";

  private CacheFile() {}

  /** Leaves a record, which has fields, in a file. */
  public static void write(Path file, Object something) throws IOException {
    AtomicFile.write(file, text(something));
  }

  /** Leaves a record that only spares the next run some work, so that no run fails without it. */
  public static void remember(Path file, Object something) {
    try {
      write(file, something);
    } catch (IOException onlyRemembered) {
      // The next run does that work again.
    }
  }

  /** The record in a file; empty where there is none, or it cannot be read or is damaged. */
  public static <T> Optional<T> read(Path file, Class<T> type) {
    try {
      return read(Files.readAllBytes(file), type);
    } catch (IOException missingOrUnreadable) {
      return Optional.empty();
    }
  }

  /** A record, which has fields, as {@link #read} takes it. */
  public static String text(Object something) {
    String json = Json.kept(something);
    String fields = json.substring(0, json.length() - END.length());
    return fields + mark(fields.getBytes(StandardCharsets.UTF_8));
  }

  /** The record in some bytes, empty when they are not what was written. */
  public static <T> Optional<T> read(byte[] json, Class<T> type) {
    // A character a byte, whatever they mean.
    String text = new String(json, ISO_8859_1);
    int at = text.lastIndexOf(CHECKSUM);
    try {
      if (at < 0) {
        return Optional.empty();
      }
      String fields = text.substring(0, at);
      return text.substring(at).equals(mark(fields.getBytes(ISO_8859_1)))
          ? Optional.of(Json.read((fields + END).getBytes(ISO_8859_1), type))
          : Optional.empty();
    } catch (IOException damaged) {
      return Optional.empty();
    }
  }

  private static String mark(byte[] fields) {
    CRC32C sum = new CRC32C();
    sum.update(fields);
    return CHECKSUM + Long.toHexString(sum.getValue()) + "\"" + END + "\n";
  }
}

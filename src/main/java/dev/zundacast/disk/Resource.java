package dev.zundacast.disk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** Files that the program carries beside its classes, packed by gzip where they end in .gz. */
public final class Resource {
  private Resource() {}

  /** All bytes of the file that lies beside a class. */
  public static byte[] bytes(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + name);
      }
      return (name.endsWith(".gz") ? new GZIPInputStream(in) : in).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  /** Its text. */
  public static String text(Class<?> beside, String name) {
    return new String(bytes(beside, name), StandardCharsets.UTF_8);
  }

  /** Its text in a language: the file, or in Japanese the one with {@code _ja} behind its name. */
  public static String text(Class<?> beside, String name, Locale language) {
    return text(beside, language.equals(Locale.JAPANESE) ? name.replace(".", "_ja.") : name);
  }

  /** Its lines without empty ones and comments. */
  public static List<String> rows(Class<?> beside, String name) {
    return text(beside, name).lines().filter(it -> !it.isBlank() && !it.startsWith("#")).toList();
  }

  /** Its rows of two fields that a tab parts, the second by the first. */
  public static Map<String, String> pairs(Class<?> beside, String name) {
    return rows(beside, name).stream()
        .map(row -> row.split("\t", -1))
        .collect(Collectors.toUnmodifiableMap(row -> row[0], row -> row[1]));
  }
}

package dev.zundacast.reading.latin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** A word list in the order of its lines {@code word<TAB>kana[<TAB>accent]}, found by bisection. */
final class SortedLines {
  private final String[] lines;

  SortedLines(byte[] lines) {
    this.lines = new String(lines, StandardCharsets.UTF_8).lines().toArray(String[]::new);
  }

  /** The list of a gzip resource of this package. */
  static SortedLines of(String resource) {
    try (InputStream in =
        new GZIPInputStream(
            Objects.requireNonNull(SortedLines.class.getResourceAsStream(resource), resource))) {
      return new SortedLines(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }

  Optional<Term> find(String word) {
    String key = word + "\t";
    int at = -1 - Arrays.binarySearch(lines, key);
    return at >= 0 && at < lines.length && lines[at].startsWith(key)
        ? Optional.of(term(lines[at].split("\t", -1)))
        : Optional.empty();
  }

  private static Term term(String[] fields) {
    return fields.length > 2
        ? new Term(fields[1], Integer.parseInt(fields[2]))
        : Term.of(fields[1]);
  }
}

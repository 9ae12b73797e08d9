package dev.zundacast.reading.latin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * A word list as it stands in its resource: lines {@code word<TAB>kana[<TAB>accent]} in the order
 * of their bytes, found by bisection. Nothing is parsed before a word is asked for, so that 30,000
 * words cost a command that needs three of them only the reading of the bytes.
 */
final class SortedLines {
  private final byte[] lines;

  SortedLines(byte[] lines) {
    this.lines = lines;
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
    byte[] key = word.getBytes(StandardCharsets.UTF_8);
    int low = 0;
    int high = lines.length;
    while (low < high) {
      int start = lineStart((low + high) >>> 1);
      int order = compare(key, start);
      if (order == 0) {
        return Optional.of(term(start + key.length + 1));
      } else if (order < 0) {
        high = start;
      } else {
        low = lineEnd(start) + 1;
      }
    }
    return Optional.empty();
  }

  private int lineStart(int at) {
    int start = at;
    while (start > 0 && lines[start - 1] != '\n') {
      start--;
    }
    return start;
  }

  private int lineEnd(int at) {
    int end = at;
    while (end < lines.length && lines[end] != '\n') {
      end++;
    }
    return end;
  }

  private int compare(byte[] key, int start) {
    for (int i = 0; i < key.length; i++) {
      int order = (key[i] & 0xFF) - (lines[start + i] & 0xFF);
      if (order != 0) {
        return order;
      }
    }
    return lines[start + key.length] == '\t' ? 0 : -1;
  }

  private Term term(int from) {
    String[] fields =
        new String(lines, from, lineEnd(from) - from, StandardCharsets.UTF_8).split("\t", -1);
    return fields.length > 1
        ? new Term(fields[0], Integer.parseInt(fields[1]))
        : Term.of(fields[0]);
  }
}

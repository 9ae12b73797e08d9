package dev.zundacast.reading.latin;

import dev.zundacast.disk.Resource;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A word list in the order of its lines {@code word<TAB>kana[<TAB>accent]}, found by bisection. */
final class SortedLines {
  /** One text, as making 100,000 strings of its lines took a tenth of a second at each start. */
  private final String lines;

  SortedLines(byte[] lines) {
    this.lines = new String(lines, StandardCharsets.UTF_8);
  }

  /** The list of a gzip resource of this package. */
  static SortedLines of(String resource) {
    return new SortedLines(Resource.bytes(SortedLines.class, resource));
  }

  Optional<Term> find(String word) {
    int low = 0;
    int high = lines.length();
    while (low < high) {
      int start = lines.lastIndexOf('\n', (low + high) / 2 - 1) + 1;
      int end = lines.indexOf('\n', start) < 0 ? lines.length() : lines.indexOf('\n', start);
      String[] fields = lines.substring(start, end).split("\t", -1);
      int order = word.compareTo(fields[0]);
      if (order == 0) {
        return Optional.of(term(fields));
      }
      high = order < 0 ? start : high;
      low = order < 0 ? low : end + 1;
    }
    return Optional.empty();
  }

  private static Term term(String[] fields) {
    return fields.length > 2
        ? new Term(fields[1], Integer.parseInt(fields[2]))
        : Term.of(fields[1]);
  }
}

package dev.zundacast.message;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What libraries and the operating system say, in Japanese: it has no key and is known by words.
 */
final class LibraryMessages {
  private LibraryMessages() {}

  private record Row(Pattern words, String japanese) {
    static Row of(String row) {
      String[] both = row.split("\t", 2);
      return new Row(Pattern.compile(both[0], Pattern.DOTALL), both[1]);
    }
  }

  /** Read when the first is asked for, and never by a run in English. */
  private static final class Table {
    static final List<Row> ROWS = rows();

    private static List<Row> rows() {
      try (InputStream in = LibraryMessages.class.getResourceAsStream("library_ja.tsv")) {
        String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        return all.lines().filter(it -> !it.startsWith("#")).map(Row::of).toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The same in Japanese, by the first row that fits; as it is where none does. */
  static String japanese(String words) {
    for (Row row : Table.ROWS) {
      Matcher fits = row.words().matcher(words);
      if (fits.matches()) {
        return fits.replaceFirst(row.japanese());
      }
    }
    return words;
  }
}

package dev.zundacast.script.file;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of a row, as the pattern {@code \S+} finds them. A script has thousands of them, and is
 * read anew for each line that is made again, too soon for a pattern to become fast.
 */
final class RowWords {
  private RowWords() {}

  /**
   * A word.
   *
   * @param start where it stands in the row
   */
  record Word(String text, int start) {}

  /** The words of {@code row} from index {@code from} to before {@code to}. */
  static List<Word> of(String row, int from, int to) {
    List<Word> words = new ArrayList<>();
    int at = start(row, from, to);
    while (at < to) {
      int end = end(row, at, to);
      words.add(new Word(row.substring(at, end), at));
      at = start(row, end, to);
    }
    return words;
  }

  /** Where the next word starts, or {@code to}. */
  static int start(String row, int from, int to) {
    int at = from;
    while (at < to && isSpace(row.charAt(at))) {
      at++;
    }
    return at;
  }

  /** Where the word that starts at {@code from} ends. */
  static int end(String row, int from, int to) {
    int at = from;
    while (at < to && !isSpace(row.charAt(at))) {
      at++;
    }
    return at;
  }

  /** White space of ASCII: the wide space is a part of a text. */
  private static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  /** Whether these are decimal digits, one to {@code most}. */
  static boolean isNumber(String text, int most) {
    int at = 0;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at > 0 && at == text.length() && at <= most;
  }
}

package dev.zundacast.post;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of a post's body.
 *
 * @param number the file's line, from 1
 * @param text without its line end
 */
record SourceLine(int number, String text) {

  /** The lines of a text whose first line has this number. */
  static List<SourceLine> split(String body, int firstNumber) {
    List<SourceLine> lines = new ArrayList<>();
    int number = firstNumber;
    int from = 0;
    while (from < body.length()) {
      int end = body.indexOf('\n', from);
      int to = end < 0 ? body.length() : end;
      int textEnd = to > from && body.charAt(to - 1) == '\r' ? to - 1 : to;
      lines.add(new SourceLine(number++, body.substring(from, textEnd)));
      from = to + 1;
    }
    return lines;
  }

  boolean isBlank() {
    return text.isBlank();
  }
}

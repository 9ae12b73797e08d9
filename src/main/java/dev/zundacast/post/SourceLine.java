package dev.zundacast.post;

import java.util.ArrayList;
import java.util.List;

/** A line of a post's body with the file's line number, from 1. */
record SourceLine(int number, String text) {

  /** The lines of a text whose first line has this number. */
  static List<SourceLine> split(String body, int firstNumber) {
    List<SourceLine> lines = new ArrayList<>();
    for (String line : body.split("\r?\n|\r\\z", -1)) {
      lines.add(new SourceLine(firstNumber + lines.size(), line));
    }
    // What ends with a line end has no line behind it.
    if (lines.get(lines.size() - 1).text().isEmpty()) {
      lines.remove(lines.size() - 1);
    }
    return lines;
  }

  boolean isBlank() {
    return text.isBlank();
  }
}

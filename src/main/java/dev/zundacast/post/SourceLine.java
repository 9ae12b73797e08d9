package dev.zundacast.post;

import java.util.ArrayList;
import java.util.List;

/** A line of a post's body with the file's line number, from 1. */
record SourceLine(int number, String text) {

  /** The lines of a text whose first line has this number. */
  static List<SourceLine> split(String body, int firstNumber) {
    List<SourceLine> lines = new ArrayList<>();
    for (String line : body.split("\n", -1)) {
      String text = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
      lines.add(new SourceLine(firstNumber + lines.size(), text));
    }
    // What ends with a line end has no line behind it.
    if (body.isEmpty() || body.endsWith("\n")) {
      lines.remove(lines.size() - 1);
    }
    return lines;
  }

  boolean isBlank() {
    return text.isBlank();
  }
}

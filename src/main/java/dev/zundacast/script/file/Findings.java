package dev.zundacast.script.file;

import dev.zundacast.episode.Diagnostic;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Collects all that is wrong with one script file, each with its row and a caret's column. */
final class Findings {
  private final Path file;
  private final List<Diagnostic> all = new ArrayList<>();

  Findings(Path file) {
    this.file = file;
  }

  /**
   * @param row the row's number, from 1
   * @param raw the row as it stands in the file
   * @param offset where in the row it goes wrong, from 0
   */
  void add(int row, String raw, int offset, String message, String next) {
    int column = raw.codePointCount(0, Math.min(offset, raw.length())) + 1;
    all.add(new Diagnostic(file, row, column, message, raw, next));
  }

  void addForFile(String message, String next) {
    all.add(Diagnostic.at(file, 1, message).withNext(next));
  }

  List<Diagnostic> all() {
    return List.copyOf(all);
  }
}

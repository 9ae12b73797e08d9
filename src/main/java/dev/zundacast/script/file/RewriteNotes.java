package dev.zundacast.script.file;

import java.util.Map;

/** The comments that tell line by line which words are a language model's, and from where. */
final class RewriteNotes {
  private static final String MARK = "rewrite: ";

  private RewriteNotes() {}

  /**
   * Puts these comments in the place of those that stand.
   *
   * @param bySection below the head of a section
   * @param byLine below a line
   */
  static void set(Rows rows, Map<String, String> bySection, Map<String, String> byLine) {
    for (int i = rows.size() - 1; i >= 0; i--) {
      if (rows.get(i).content() instanceof Row.Comment
          && rows.get(i).raw().startsWith("# " + MARK)) {
        rows.remove(i);
      }
    }
    bySection.forEach((section, note) -> put(rows, belowKeys(rows, section), note));
    byLine.forEach((line, note) -> put(rows, rows.indexOf(line) + 1, note));
  }

  private static void put(Rows rows, int at, String note) {
    new Cursor(rows, at).comment(MARK + note);
  }

  private static int belowKeys(Rows rows, String section) {
    int at = rows.headOf(section) + 1;
    while (at < rows.size() && rows.get(at).content() instanceof Row.Key) {
      at++;
    }
    return at;
  }
}

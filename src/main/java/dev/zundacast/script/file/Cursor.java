package dev.zundacast.script.file;

import dev.zundacast.episode.Line;
import dev.zundacast.episode.Section;

/** Writes into a script file: a place in it, which each new row moves on. */
public final class Cursor {
  private final Rows rows;
  private int at;

  Cursor(Rows rows, int at) {
    this.rows = rows;
    this.at = at;
  }

  /** Writes a line. */
  public Cursor line(Line line) {
    return put(Row.print(line));
  }

  /** Writes a comment. */
  public Cursor comment(String text) {
    return put("# " + text);
  }

  /** Writes an empty row unless one stands above. */
  public Cursor paragraph() {
    return rows.is(at - 1, Row.Blank.class) ? this : put("");
  }

  /** Writes an empty row unless one, or the file's end, stands below. */
  public Cursor paragraphBelow() {
    if (at < rows.size() && !rows.is(at, Row.Blank.class)) {
      rows.insert(at, "");
    }
    return this;
  }

  /** Writes a section's head with its keys. */
  public Cursor head(Section section) {
    put("== " + section.id() + " " + section.kind().word());
    return key("title", section.title()).key("source", section.source());
  }

  /** Writes a key unless its value is "". */
  Cursor key(String name, String value) {
    return value.isEmpty() ? this : put("@" + name + " " + value);
  }

  Cursor put(String raw) {
    rows.insert(at, raw);
    at++;
    return this;
  }
}

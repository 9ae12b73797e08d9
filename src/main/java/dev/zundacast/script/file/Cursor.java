package dev.zundacast.script.file;

import java.util.List;

/** Writes into a script file: a place in it, which each new row moves on. */
public final class Cursor {
  private final Rows rows;
  private int at;

  Cursor(Rows rows, int at) {
    this.rows = rows;
    this.at = at;
  }

  /** Writes a line. */
  public Cursor line(LineHead head, String text) {
    return put(Rows.printed(head, text));
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

  /** Writes a comment. */
  public Cursor comment(String text) {
    return put("# " + text);
  }

  /** Writes a line as a comment, which a person can take back into the script. */
  public Cursor leftOut(LineHead head, String text) {
    return comment(Rows.printed(head, text));
  }

  /** Writes a section's head with its keys. */
  public Cursor heading(ScriptDocument.Heading heading) {
    put("== " + heading.id() + " " + heading.kind().word());
    key("title", heading.title());
    return key("source", heading.source());
  }

  Cursor key(String name, String value) {
    return value.isEmpty() ? this : put("@" + name + " " + value);
  }

  /** Writes rows as they are. */
  Cursor rows(List<Row> all) {
    all.forEach(row -> put(row.raw()));
    return this;
  }

  private Cursor put(String raw) {
    rows.insert(at, raw);
    at++;
    return this;
  }
}

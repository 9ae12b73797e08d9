package dev.zundacast.script.file;

import java.util.List;

/** A place in the file; each new row moves it on. */
public final class Cursor {
  private final Rows rows;
  private int at;

  Cursor(Rows rows, int at) {
    this.rows = rows;
    this.at = at;
  }

  /** Writes a line. */
  public Cursor line(LineHead head, String text) {
    return put(Rows.utterance(rows.blank(), head, text));
  }

  /** Writes an empty row unless one stands above. */
  public Cursor paragraph() {
    boolean there = at > 0 && rows.get(at - 1).content() instanceof Row.Blank;
    return there ? this : put(rows.blank());
  }

  /** Writes an empty row unless one, or the file's end, stands below. */
  public Cursor paragraphBelow() {
    boolean there = at >= rows.size() || rows.get(at).content() instanceof Row.Blank;
    if (!there) {
      rows.insert(at, rows.blank());
    }
    return this;
  }

  /** Writes a comment. */
  public Cursor comment(String text) {
    return put(rows.row("# " + text, new Row.Comment()));
  }

  /** Writes a line as a comment, which a person can take back into the script. */
  public Cursor leftOut(LineHead head, String text) {
    return comment(head.print() + " " + Rows.escape(text));
  }

  /** Writes a section's head with its keys. */
  public Cursor heading(Sections.Heading heading) {
    put(
        rows.row(
            "== " + heading.id() + " " + heading.kind().word(),
            new Row.Head(heading.id(), heading.kind())));
    key("title", heading.title());
    return key("source", heading.source());
  }

  Cursor key(String name, String value) {
    return value.isEmpty()
        ? this
        : put(rows.row("@" + name + " " + value, new Row.Key(name, value)));
  }

  /** Writes rows as they are. */
  Cursor rows(List<Row> all) {
    all.forEach(row -> put(rows.row(row.raw(), row.content())));
    return this;
  }

  private Cursor put(Row row) {
    rows.insert(at, row);
    at++;
    return this;
  }
}

package dev.zundacast.script.file;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines with all that belongs to them: what is spoken for them, and what comments below them tell
 * of them.
 */
public final class LineBlocks {
  private final Rows rows;

  LineBlocks(Rows rows) {
    this.rows = rows;
  }

  /**
   * Writes a new line without an id.
   *
   * @param before the line that it goes before, "" for the section's end
   */
  public void add(String section, String before, String text) {
    place(section, before).line(LineHead.NONE, text);
  }

  private Cursor place(String section, String before) {
    return before.isEmpty()
        ? new Sections(rows).endOf(section)
        : new Cursor(rows, rows.indexOf(before));
  }

  /** Removes a line with what belongs to it. */
  public void remove(String id) {
    cut(id);
  }

  private List<Row> cut(String id) {
    int from = rows.indexOf(id);
    int to = end(from);
    List<Row> block = new ArrayList<>(rows.all().subList(from, to));
    rows.replace(from, to, List.of());
    return block;
  }

  /** Behind the last row that belongs to the line in this row. */
  private int end(int line) {
    int end = line + 1;
    for (int i = line + 1; i < rows.size(); i++) {
      Row row = rows.get(i);
      if (row.content() instanceof Row.Spoken || isOfLine(row)) {
        end = i + 1;
      } else if (!(row.content() instanceof Row.Comment)) {
        break;
      }
    }
    return end;
  }

  private static boolean isOfLine(Row row) {
    return Rows.decision(row).isPresent() || LineComments.isApproval(row);
  }

  /**
   * Puts lines into another place.
   *
   * @param ids in the order that they are to have
   * @param before the line that they go before, "" for the section's end; none of them
   */
  public void move(List<String> ids, String section, String before) {
    List<Row> moved = new ArrayList<>();
    ids.forEach(id -> moved.addAll(cut(id)));
    place(section, before).rows(moved);
  }

  /** Writes a line once more, behind itself, without an id. */
  public void duplicate(String id) {
    int from = rows.indexOf(id);
    int to = end(from);
    List<Row> copy = new ArrayList<>();
    for (Row row : rows.all().subList(from, to)) {
      if (row.content() instanceof Row.Utterance line) {
        copy.add(Rows.utterance(row, line.head().withId(""), line.text()));
      } else if (row.content() instanceof Row.Spoken) {
        copy.add(row);
      }
    }
    new Cursor(rows, to).rows(copy);
  }

  /** Says a line that stands as a comment; the document has to be read again afterwards. */
  public void takeIn(String id) {
    int at = rows.commentOf(id);
    uncomment(at, "");
    int below = at + 1;
    if (below < rows.size() && rows.get(below).raw().strip().matches("#\\s*>.*")) {
      uncomment(below, "  ");
    }
  }

  private void uncomment(int at, String indent) {
    Row row = rows.get(at);
    String text = row.raw().strip().replaceFirst("^#\\s*", "");
    rows.set(at, row.with(indent + text, new Row.Comment()));
  }

  /** Removes what a comment below a line says that the post says now. */
  public void removeDecision(String id) {
    int at = rows.indexOf(id);
    for (int i = at + 1; i < end(at); i++) {
      if (Rows.decision(rows.get(i)).isPresent()) {
        rows.remove(i);
        return;
      }
    }
  }

  /** Removes what a comment says that the title of a section is in the post now. */
  public void removeTitleDecision(String section) {
    for (int i = rows.headOf(section) + 1; i < rows.size() && !rows.endsSection(i); i++) {
      if (Rows.decision(rows.get(i)).filter(now -> now.startsWith("@title ")).isPresent()) {
        rows.remove(i);
        return;
      }
    }
  }
}

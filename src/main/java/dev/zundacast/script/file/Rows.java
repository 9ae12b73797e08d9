package dev.zundacast.script.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The rows of one script file, to look rows up by what they mean and to change them. */
final class Rows {
  /** Stands above what the tool remembers. */
  static final String NOTICE = "# 以下は、手直しを見分けるための控え。書き足すときはこの上に。";

  /** Begins a comment with what the post says now where a person has words of their own. */
  private static final String DECISION = "# 投稿では今:";

  private final List<Row> all;
  private final String lineEnd;
  private final ScriptReader reader;

  Rows(List<Row> all, ScriptReader reader) {
    this.all = all;
    this.reader = reader;
    long windows = all.stream().filter(row -> row.lineEnd().equals("\r\n")).count();
    this.lineEnd = windows * 2 > all.size() ? "\r\n" : "\n";
  }

  List<Row> all() {
    return List.copyOf(all);
  }

  int size() {
    return all.size();
  }

  Row get(int index) {
    return all.get(index);
  }

  boolean is(int index, Class<? extends Row.Content> kind) {
    return index >= 0 && index < all.size() && all.get(index).is(kind);
  }

  /** A new row: what it means is what it is read as. */
  Row row(String raw) {
    return new Row(raw, lineEnd, reader.read(raw));
  }

  void set(int index, String raw) {
    all.set(index, new Row(raw, all.get(index).lineEnd(), reader.read(raw)));
  }

  void remove(int index) {
    all.remove(index);
  }

  void insert(int index, String raw) {
    replace(index, index, List.of(row(raw)));
  }

  /** Puts these rows in the place of those from {@code from} to {@code to}. */
  void replace(int from, int to, List<Row> others) {
    List<Row> place = all.subList(from, to);
    place.clear();
    place.addAll(others);
    for (int i = 0; i < all.size() - 1; i++) {
      if (all.get(i).lineEnd().isEmpty()) {
        all.set(i, new Row(all.get(i).raw(), lineEnd, all.get(i).content()));
      }
    }
  }

  /** A line as a row of the file. */
  static String printed(LineHead head, String text) {
    return head.print() + " " + escape(text);
  }

  static String escape(String text) {
    return text.startsWith("\\") ? "\\" + text : text;
  }

  /** Where a row is of this kind from a place on, or -1. */
  int find(int from, Predicate<Row> wanted) {
    for (int i = from; i < all.size(); i++) {
      if (wanted.test(all.get(i))) {
        return i;
      }
    }
    return -1;
  }

  /** Where the line with this id stands, or -1; the first, where a script names one twice. */
  int find(String id) {
    return find(0, it -> it.content() instanceof Row.Utterance u && u.head().id().equals(id));
  }

  int indexOf(String id) {
    return found(find(id), "line " + id);
  }

  private static int found(int index, String what) {
    if (index < 0) {
      throw new IllegalArgumentException("the script has no " + what);
    }
    return index;
  }

  /** Where the line with this id stands as a comment, or -1. */
  int commentOf(String id) {
    String begin = "# [" + id;
    return find(
        0,
        row ->
            row.is(Row.Comment.class)
                && (row.raw().startsWith(begin + "]") || row.raw().startsWith(begin + " ")));
  }

  int headOf(String section) {
    int head = find(0, it -> it.content() instanceof Row.Head h && h.id().equals(section));
    return found(head, "section " + section);
  }

  /** Behind the last row of the section whose head this is, be it empty. */
  int endOf(int head) {
    int end = find(head + 1, this::endsSection);
    return end < 0 ? all.size() : end;
  }

  /** The row that overrides what is spoken for the line in this row, or -1. */
  int overrideOf(int line) {
    int at = find(line + 1, row -> !(row.is(Row.Comment.class) || row.is(Row.Blank.class)));
    return is(at, Row.Spoken.class) ? at : -1;
  }

  /** Behind the line in this row and what is spoken for it. */
  int below(int line) {
    return Math.max(line, overrideOf(line)) + 1;
  }

  /**
   * Puts what the post says now into this place, in the place of an older one. It waits there until
   * a person decides.
   */
  void setDecision(int place, String text) {
    for (int i = place; is(i, Row.Comment.class); i++) {
      if (decision(get(i)).isPresent()) {
        remove(i);
        break;
      }
    }
    insert(place, DECISION + " " + text);
  }

  /** What a row tells that the post says now; empty for every other row. */
  static Optional<String> decision(Row row) {
    return row.remark(DECISION);
  }

  void comment(int index) {
    set(index, "# " + get(index).raw().strip());
  }

  /** Whether the row is neither empty nor the tool's own. */
  boolean saysSomething(Row row) {
    return !(row.is(Row.Blank.class) || isMemory(row));
  }

  /** Whether a section ends above this row. */
  boolean endsSection(Row row) {
    return row.is(Row.Head.class) || isMemory(row);
  }

  private static boolean isMemory(Row row) {
    return row.is(Row.Base.class) || row.is(Row.Rewritten.class) || row.raw().equals(NOTICE);
  }

  /** Takes rows out, with their meaning. */
  List<Row> cut(int from, int to) {
    List<Row> block = new ArrayList<>(all.subList(from, to));
    replace(from, to, List.of());
    return block;
  }
}

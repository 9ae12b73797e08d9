package dev.zundacast.script.file;

import java.util.List;
import java.util.function.Predicate;

/** The rows of one script file, to look rows up by what they mean and to change them. */
final class Rows {
  /** Stands above what the tool remembers. */
  static final String NOTICE = "# 以下は、手直しを見分けるための控え。書き足すときはこの上に。";

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

  // Changes.

  void set(int index, String raw) {
    all.set(index, new Row(raw, all.get(index).lineEnd(), reader.read(raw)));
  }

  void remove(int index) {
    all.remove(index);
  }

  void removeIf(int from, int to, Predicate<Row> unwanted) {
    all.subList(from, to).removeIf(unwanted);
  }

  /** Puts a new row into a place; what it means is what it is read as. */
  void insert(int index, String raw) {
    replace(index, index, List.of(new Row(raw, lineEnd, reader.read(raw))));
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

  void comment(int index) {
    set(index, "# " + get(index).raw().strip());
  }

  // Places.

  /** Where a row is of this kind from a place on, or -1. */
  int find(int from, Predicate<Row> wanted) {
    for (int i = from; i < all.size(); i++) {
      if (wanted.test(all.get(i))) {
        return i;
      }
    }
    return -1;
  }

  /** Where the first row of this kind with this id stands, or -1. */
  int find(Class<? extends Row.Content> kind, String id) {
    return find(0, row -> row.is(kind) && row.content().id().equals(id));
  }

  int lineOf(String id) {
    return required(Row.Utterance.class, id);
  }

  int headOf(String section) {
    return required(Row.Head.class, section);
  }

  private int required(Class<? extends Row.Content> kind, String id) {
    int index = find(kind, id);
    if (index < 0) {
      throw new IllegalArgumentException("the script has no " + id);
    }
    return index;
  }

  /** Behind the last row of the section whose head this is, be it empty. */
  int endOf(int head) {
    int end = find(head + 1, row -> row.is(Row.Head.class) || isMemory(row));
    return end < 0 ? all.size() : end;
  }

  /** From a place up past all rows that are like this, but not above the first. */
  int above(int place, int first, Predicate<Row> passed) {
    int at = place;
    while (at > first && passed.test(all.get(at - 1))) {
      at--;
    }
    return at;
  }

  /** Whether the tool wrote this row for itself. */
  static boolean isMemory(Row row) {
    return row.is(Row.Base.class) || row.raw().equals(NOTICE);
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
}

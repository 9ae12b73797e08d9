package dev.zundacast.script.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The rows of one script file, to look rows up by what they mean and to change them. */
final class Rows {
  /** Stands above what the tool remembers. */
  static final String NOTICE = "# 以下は、手直しを見分けるための控え。書き足すときはこの上に。";

  /** Begins a comment with what the post says now where a person has words of their own. */
  private static final String DECISION = "投稿では今:";

  private final List<Row> all;
  private final String lineEnd;

  // Where each line stands, as long as no row changes: a merge asks for every line of an hour.
  private @Nullable Map<String, Integer> places;

  Rows(List<Row> all) {
    this.all = all;
    this.lineEnd = commonLineEnd(all);
  }

  /** The rows of a text, with the line ends that they have. */
  static Rows of(String text, RowReader reader) {
    List<Row> rows = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int newline = text.indexOf('\n', from);
      int end = newline < 0 ? text.length() : newline;
      int rawEnd = newline > from && text.charAt(end - 1) == '\r' ? end - 1 : end;
      int next = newline < 0 ? end : end + 1;
      String raw = text.substring(from, rawEnd);
      rows.add(new Row(raw, text.substring(rawEnd, next), reader.read(rows.size() + 1, raw)));
      from = next;
    }
    return new Rows(rows);
  }

  private static String commonLineEnd(List<Row> rows) {
    long windows = rows.stream().filter(row -> row.lineEnd().equals("\r\n")).count();
    return windows * 2 > rows.size() ? "\r\n" : "\n";
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

  void set(int index, Row row) {
    places = null;
    all.set(index, row);
  }

  void remove(int index) {
    places = null;
    all.remove(index);
  }

  void insert(int index, Row row) {
    places = null;
    if (index > 0 && all.get(index - 1).lineEnd().isEmpty()) {
      Row last = all.get(index - 1);
      all.set(index - 1, new Row(last.raw(), lineEnd, last.content()));
    }
    all.add(index, row);
  }

  /** Puts these rows in the place of those from {@code from} to {@code to}. */
  void replace(int from, int to, List<Row> others) {
    places = null;
    List<Row> place = all.subList(from, to);
    place.clear();
    place.addAll(others);
    for (int i = 0; i < all.size() - 1; i++) {
      Row row = all.get(i);
      if (row.lineEnd().isEmpty()) {
        all.set(i, new Row(row.raw(), lineEnd, row.content()));
      }
    }
  }

  Row blank() {
    return row("", new Row.Blank());
  }

  Row row(String raw, Row.Content content) {
    return new Row(raw, lineEnd, content);
  }

  static Row utterance(Row row, LineHead head, String text) {
    return row.with(head.print() + " " + escape(text), new Row.Utterance(head, text));
  }

  static String escape(String text) {
    return text.startsWith("\\") ? "\\" + text : text;
  }

  int indexOf(String id) {
    return find(id).orElseThrow(() -> new IllegalArgumentException("the script has no line " + id));
  }

  /** Where the line with this id stands. */
  OptionalInt find(String id) {
    Map<String, Integer> known = places;
    if (known == null) {
      known = placesOfLines();
      places = known;
    }
    Integer place = known.get(id);
    return place == null ? OptionalInt.empty() : OptionalInt.of(place);
  }

  /** The first row of each id: a script may name one twice, which is told elsewhere. */
  private Map<String, Integer> placesOfLines() {
    Map<String, Integer> found = new HashMap<>();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).content() instanceof Row.Utterance line) {
        found.putIfAbsent(line.head().id(), i);
      }
    }
    return found;
  }

  /** Where the line with this id stands as a comment, or -1. */
  int commentOf(String id) {
    for (int i = 0; i < all.size(); i++) {
      String raw = all.get(i).raw();
      boolean named = raw.startsWith("# [" + id + "]") || raw.startsWith("# [" + id + " ");
      if (named && all.get(i).content() instanceof Row.Comment) {
        return i;
      }
    }
    return -1;
  }

  int headOf(String section) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).content() instanceof Row.Head head && head.id().equals(section)) {
        return i;
      }
    }
    throw new IllegalArgumentException("the script has no section " + section);
  }

  /** The row that overrides what is spoken for the line in this row, or -1. */
  int overrideOf(int line) {
    for (int i = line + 1; i < all.size(); i++) {
      Row.Content content = all.get(i).content();
      if (content instanceof Row.Spoken) {
        return i;
      }
      if (!(content instanceof Row.Comment || content instanceof Row.Blank)) {
        break;
      }
    }
    return -1;
  }

  /**
   * Puts what the post says now into this place, in the place of an older one. It waits there until
   * a person decides.
   */
  void setDecision(int place, String text) {
    for (int i = place; i < size() && get(i).content() instanceof Row.Comment; i++) {
      if (decision(get(i)).isPresent()) {
        remove(i);
        break;
      }
    }
    new Cursor(this, place).comment(DECISION + " " + text);
  }

  /** What a row tells that the post says now; empty for every other row. */
  static Optional<String> decision(Row row) {
    String text = row.raw().strip();
    String begin = "# " + DECISION;
    return row.content() instanceof Row.Comment && text.startsWith(begin)
        ? Optional.of(text.substring(begin.length()).strip())
        : Optional.empty();
  }

  void comment(int index) {
    Row row = all.get(index);
    set(index, row.with("# " + row.raw().strip(), new Row.Comment()));
  }

  /** Whether the row is neither empty nor the tool's own. */
  boolean saysSomething(int index) {
    return !(get(index).content() instanceof Row.Blank || isMemory(index));
  }

  /** Whether a section ends above this row. */
  boolean endsSection(int index) {
    return get(index).content() instanceof Row.Head || isMemory(index);
  }

  private boolean isMemory(int index) {
    Row row = get(index);
    return row.content() instanceof Row.Base
        || row.content() instanceof Row.Rewritten
        || row.raw().equals(NOTICE);
  }
}

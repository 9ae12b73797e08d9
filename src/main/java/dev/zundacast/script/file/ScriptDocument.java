package dev.zundacast.script.file;

import dev.zundacast.episode.Line;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Script;
import dev.zundacast.episode.Section;
import dev.zundacast.episode.Voices;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A script file that can be read as a {@link Script} and changed row by row; what is not changed
 * stays as it was, byte for byte. Made for one call, not for several threads.
 */
public final class ScriptDocument {
  private static final String BOM = "\uFEFF";
  private static final String NOTICE = "# 以下は、手直しを見分けるための控え。書き足すときはこの上に。";

  /** The version of the format that is written. */
  public static final String VERSION = RowChecks.VERSION;

  private final Path file;
  private final String bom;
  private final String lineEnd;
  private final List<Row> rows;

  private ScriptDocument(Path file, String bom, String lineEnd, List<Row> rows) {
    this.file = file;
    this.bom = bom;
    this.lineEnd = lineEnd;
    this.rows = rows;
  }

  /**
   * Where a section stands in the file.
   *
   * @param kind its kind
   * @param title from {@code @title}, "" when there is none
   * @param source from {@code @source}, "" when there is none
   */
  public record Heading(String id, Section.Kind kind, String title, String source) {}

  /**
   * Reads a script file's text.
   *
   * @throws Problem with every finding when something in it is wrong
   */
  public static ScriptDocument parse(Path file, String text, Voices voices) {
    Findings findings = new Findings(file);
    String bom = text.startsWith(BOM) ? BOM : "";
    List<Row> rows = rows(text.substring(bom.length()), new RowReader(findings, voices));
    new RowChecks(findings, voices).check(rows);
    if (!findings.all().isEmpty()) {
      throw Problem.in(
          findings.all().stream()
              .sorted(java.util.Comparator.comparingInt(d -> d.line()))
              .toList());
    }
    return new ScriptDocument(file, bom, commonLineEnd(rows), rows);
  }

  /** A document with these header rows and nothing else. */
  public static ScriptDocument create(Path file, Map<String, String> header) {
    List<Row> rows = new ArrayList<>();
    ScriptDocument document = new ScriptDocument(file, "", "\n", rows);
    header.forEach(
        (key, value) -> rows.add(document.row("@" + key + " " + value, new Part.Key(key, value))));
    return document;
  }

  private static List<Row> rows(String text, RowReader reader) {
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
    return rows;
  }

  private static String commonLineEnd(List<Row> rows) {
    long windows = rows.stream().filter(row -> row.lineEnd().equals("\r\n")).count();
    return windows * 2 > rows.size() ? "\r\n" : "\n";
  }

  /** The file that it was read from or belongs in. */
  public Path file() {
    return file;
  }

  /** The whole file. */
  public String text() {
    StringBuilder text = new StringBuilder(bom);
    rows.forEach(row -> text.append(row.raw()).append(row.lineEnd()));
    return text.toString();
  }

  /** What the file says. Every line has its id when {@link #giveIds} was called before. */
  public Script script() {
    return ScriptBuilder.build(file, rows);
  }

  /** The value of a header key. */
  public Optional<String> header(String name) {
    for (Row row : rows) {
      if (row.part() instanceof Part.Head) {
        break;
      }
      if (row.part() instanceof Part.Key key && key.name().equals(name)) {
        return Optional.of(key.value());
      }
    }
    return Optional.empty();
  }

  /** Sets a header key: in its place, or behind the last one. */
  public void setHeader(String name, String value) {
    Part part = new Part.Key(name, value);
    int last = -1;
    for (int i = 0; i < rows.size() && !(rows.get(i).part() instanceof Part.Head); i++) {
      if (rows.get(i).part() instanceof Part.Key key) {
        last = i;
        if (key.name().equals(name)) {
          if (!key.value().equals(value)) {
            rows.set(i, rows.get(i).with("@" + name + " " + value, part));
          }
          return;
        }
      }
    }
    insert(last + 1, row("@" + name + " " + value, part));
  }

  /** The sections in their order. */
  public List<Heading> headings() {
    List<Heading> headings = new ArrayList<>();
    for (Row row : rows) {
      if (row.part() instanceof Part.Head head) {
        headings.add(new Heading(head.id(), head.kind(), "", ""));
      } else if (row.part() instanceof Part.Key key && !headings.isEmpty()) {
        headings.add(withKey(headings.remove(headings.size() - 1), key));
      }
    }
    return headings;
  }

  private static Heading withKey(Heading heading, Part.Key key) {
    boolean title = key.name().equals("title");
    return new Heading(
        heading.id(),
        heading.kind(),
        title ? key.value() : heading.title(),
        title ? heading.source() : key.value());
  }

  /** What the tool wrote before, by section. */
  public Map<String, Footprint> footprints() {
    Map<String, Footprint> footprints = new LinkedHashMap<>();
    for (Row row : rows) {
      if (row.part() instanceof Part.Trace trace) {
        footprints.putIfAbsent(trace.footprint().section(), trace.footprint());
      }
    }
    return footprints;
  }

  /** Remembers what the tool wrote, in the place of what it remembered before. */
  public void setFootprint(Footprint footprint) {
    Row row = row(footprint.print(), new Part.Trace(footprint));
    int last = -1;
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).part() instanceof Part.Trace trace) {
        last = i;
        if (trace.footprint().section().equals(footprint.section())) {
          rows.set(i, rows.get(i).with(row.raw(), row.part()));
          return;
        }
      }
    }
    if (last < 0) {
      insert(rows.size(), blank());
      insert(rows.size(), row(NOTICE, new Part.Comment()));
      last = rows.size() - 1;
    }
    insert(last + 1, row);
  }

  /** Gives each line without an id the next free one of its section. */
  public void giveIds() {
    Ids ids = Ids.of(rows);
    String section = "";
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      if (row.part() instanceof Part.Head head) {
        section = head.id();
      } else if (row.part() instanceof Part.Utterance line && line.head().id().isEmpty()) {
        LineHead head = line.head().withId(ids.next(section));
        rows.set(i, utterance(row, head, line.text()));
      }
    }
  }

  /** An id of the section that no line has had. */
  public String freeId(String section) {
    return Ids.of(rows).next(section);
  }

  /** The number of the section's next new line. */
  public int nextNumber(String section) {
    return Ids.of(rows).nextNumber(section);
  }

  /** The line with this id. */
  public Optional<Line> line(String id) {
    return script().lines().filter(line -> line.id().equals(id)).findFirst();
  }

  /** All lines by id. */
  public Map<String, Line> lines() {
    Map<String, Line> lines = new LinkedHashMap<>();
    script().lines().forEach(line -> lines.put(line.id(), line));
    return lines;
  }

  /** Replaces a line's head and text; its row stays where it is. */
  public void setLine(LineHead head, String text) {
    int at = indexOf(head.id());
    Row row = rows.get(at);
    if (row.part() instanceof Part.Utterance line
        && !(line.head().equals(head) && line.text().equals(text))) {
      rows.set(at, utterance(row, head, text));
    }
  }

  /** The head of the line with this id. */
  public LineHead head(String id) {
    return rows.get(indexOf(id)).part() instanceof Part.Utterance line
        ? line.head()
        : LineHead.NONE;
  }

  /** Replaces what is spoken for a line; "" speaks it as written. */
  public void setSpoken(String id, String spoken) {
    int line = indexOf(id);
    int at = overrideOf(line);
    if (spoken.isEmpty()) {
      if (at >= 0) {
        rows.remove(at);
      }
      return;
    }
    Part part = new Part.Spoken(spoken);
    String raw = "  > " + escape(spoken, "\\");
    if (at < 0) {
      insert(line + 1, row(raw, part));
    } else if (!rows.get(at).part().equals(part)) {
      rows.set(at, rows.get(at).with(raw, part));
    }
  }

  /** Turns a line and what is spoken for it into comments. */
  public void commentOut(String id) {
    int line = indexOf(id);
    int override = overrideOf(line);
    comment(line);
    if (override >= 0) {
      comment(override);
    }
  }

  /** Removes a line and what is spoken for it. */
  public void remove(String id) {
    int line = indexOf(id);
    int override = overrideOf(line);
    if (override >= 0) {
      rows.remove(override);
    }
    rows.remove(line);
  }

  /** Turns a section's head and keys into comments; what it holds joins the section above. */
  public void commentOutHead(String section) {
    int at = headOf(section);
    comment(at);
    for (int i = at + 1; i < rows.size() && !(rows.get(i).part() instanceof Part.Head); i++) {
      if (rows.get(i).part() instanceof Part.Key) {
        comment(i);
      }
    }
  }

  private void comment(int index) {
    Row row = rows.get(index);
    rows.set(index, row.with("# " + row.raw().strip(), new Part.Comment()));
  }

  /** Whether the section holds a line. */
  public boolean hasLines(String section) {
    return script().sections().stream()
        .anyMatch(s -> s.id().equals(section) && s.lines().findAny().isPresent());
  }

  /** Where new rows go. */
  public Cursor before(String lineId) {
    return new Cursor(indexOf(lineId));
  }

  /** Where new rows go: behind the line and what is spoken for it. */
  public Cursor after(String lineId) {
    int line = indexOf(lineId);
    return new Cursor(Math.max(line, overrideOf(line)) + 1);
  }

  /** Where new rows go: behind the section's last row that says anything. */
  public Cursor endOf(String section) {
    int at = headOf(section);
    int end = at + 1;
    for (int i = at + 1; i < rows.size() && !endsSection(i); i++) {
      if (!(rows.get(i).part() instanceof Part.Blank)) {
        end = i + 1;
      }
    }
    return new Cursor(end);
  }

  /** Where new rows go: before the first section. */
  public Cursor start() {
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).part() instanceof Part.Head) {
        return new Cursor(i);
      }
    }
    return end();
  }

  private boolean endsSection(int index) {
    Part part = rows.get(index).part();
    return part instanceof Part.Head
        || part instanceof Part.Trace
        || rows.get(index).raw().equals(NOTICE);
  }

  /** Where new rows go: behind everything but what the tool remembers. */
  private Cursor end() {
    int at = rows.size();
    for (int i = rows.size() - 1; i >= 0 && !saysSomething(i); i--) {
      at = i;
    }
    return new Cursor(at);
  }

  private boolean saysSomething(int index) {
    Row row = rows.get(index);
    return !(row.part() instanceof Part.Trace
        || row.part() instanceof Part.Blank
        || row.raw().equals(NOTICE));
  }

  /** A place in the file; each new row moves it on. */
  public final class Cursor {
    private int at;

    private Cursor(int at) {
      this.at = at;
    }

    /** Writes a line. */
    public Cursor line(LineHead head, String text) {
      return put(utterance(row("", new Part.Blank()), head, text));
    }

    /** Writes an empty row unless one stands above. */
    public Cursor paragraph() {
      boolean there = at > 0 && rows.get(at - 1).part() instanceof Part.Blank;
      return there ? this : put(blank());
    }

    /** Writes an empty row unless one, or the file's end, stands below. */
    public Cursor paragraphBelow() {
      boolean there = at >= rows.size() || rows.get(at).part() instanceof Part.Blank;
      if (!there) {
        insert(at, blank());
      }
      return this;
    }

    /** Writes a comment. */
    public Cursor comment(String text) {
      return put(row("# " + text, new Part.Comment()));
    }

    /** Writes a section's head with its keys. */
    public Cursor heading(Heading heading) {
      put(
          row(
              "== " + heading.id() + " " + heading.kind().word(),
              new Part.Head(heading.id(), heading.kind())));
      key("title", heading.title());
      return key("source", heading.source());
    }

    private Cursor key(String name, String value) {
      return value.isEmpty() ? this : put(row("@" + name + " " + value, new Part.Key(name, value)));
    }

    private Cursor put(Row row) {
      insert(at, row);
      at++;
      return this;
    }
  }

  private void insert(int index, Row row) {
    if (index > 0 && rows.get(index - 1).lineEnd().isEmpty()) {
      Row last = rows.get(index - 1);
      rows.set(index - 1, new Row(last.raw(), lineEnd, last.part()));
    }
    rows.add(index, row);
  }

  private Row blank() {
    return row("", new Part.Blank());
  }

  private Row row(String raw, Part part) {
    return new Row(raw, lineEnd, part);
  }

  private static Row utterance(Row row, LineHead head, String text) {
    return row.with(head.print() + " " + escape(text, "\\"), new Part.Utterance(head, text));
  }

  private static String escape(String text, String special) {
    return !text.isEmpty() && special.indexOf(text.charAt(0)) >= 0 ? "\\" + text : text;
  }

  private int indexOf(String id) {
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).part() instanceof Part.Utterance line && line.head().id().equals(id)) {
        return i;
      }
    }
    throw new IllegalArgumentException(file + " has no line " + id);
  }

  private int headOf(String section) {
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).part() instanceof Part.Head head && head.id().equals(section)) {
        return i;
      }
    }
    throw new IllegalArgumentException(file + " has no section " + section);
  }

  /** The row that overrides what is spoken for the line in this row, or -1. */
  private int overrideOf(int line) {
    for (int i = line + 1; i < rows.size(); i++) {
      Part part = rows.get(i).part();
      if (part instanceof Part.Spoken) {
        return i;
      }
      if (!(part instanceof Part.Comment || part instanceof Part.Blank)) {
        break;
      }
    }
    return -1;
  }
}

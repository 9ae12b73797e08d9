package dev.zundacast.script.file;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.KanaNotation;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Script;
import dev.zundacast.episode.Voices;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A script file that can be read as a {@link Script} and changed row by row; what is not changed
 * stays as it was, byte for byte. Made for one call, not for several threads.
 */
public final class ScriptDocument {
  private static final String BOM = "\uFEFF";

  /** The version of the format that is written. */
  public static final String VERSION = RowChecks.VERSION;

  private final Path file;
  private final String bom;
  private final Rows rows;
  private final List<Row> read;

  private ScriptDocument(Path file, String bom, Rows rows) {
    this.file = file;
    this.bom = bom;
    this.rows = rows;
    this.read = rows.all();
  }

  /**
   * Reads a script file's text.
   *
   * @throws Problem with every finding when something in it is wrong
   */
  public static ScriptDocument parse(Path file, String text, Voices voices) {
    Findings findings = new Findings(file);
    String bom = text.startsWith(BOM) ? BOM : "";
    Rows rows = Rows.of(text.substring(bom.length()), new RowReader(findings, voices));
    return checked(file, bom, rows, findings, voices);
  }

  private static ScriptDocument checked(
      Path file, String bom, Rows rows, Findings findings, Voices voices) {
    new RowChecks(findings, voices).check(rows.all());
    if (!findings.all().isEmpty()) {
      throw Problem.in(
          findings.all().stream().sorted(Comparator.comparingInt(Diagnostic::line)).toList());
    }
    return new ScriptDocument(file, bom, rows);
  }

  /**
   * What {@link #parse} makes of this document's text, for which only the rows that were changed
   * are read.
   *
   * @throws Problem with every finding when something in it is wrong
   */
  public ScriptDocument readAgain(Voices voices) {
    Set<Row> known = Collections.newSetFromMap(new IdentityHashMap<>());
    known.addAll(read);
    Findings findings = new Findings(file);
    RowReader reader = new RowReader(findings, voices);
    List<Row> again = new ArrayList<>();
    for (Row row : rows.all()) {
      again.add(
          known.contains(row)
              ? row
              : row.with(row.raw(), reader.read(again.size() + 1, row.raw())));
    }
    return checked(file, bom, new Rows(again), findings, voices);
  }

  /** A document with these header rows and nothing else. */
  public static ScriptDocument create(Path file, Map<String, String> header) {
    ScriptDocument document = new ScriptDocument(file, "", new Rows(new ArrayList<>()));
    header.forEach(document::setHeader);
    return document;
  }

  /** The file that it was read from or belongs in. */
  public Path file() {
    return file;
  }

  /** The whole file. */
  public String text() {
    StringBuilder text = new StringBuilder(bom);
    rows.all().forEach(row -> text.append(row.raw()).append(row.lineEnd()));
    return text.toString();
  }

  /** What the file says. Every line has its id when {@link #giveIds} was called before. */
  public Script script() {
    return ScriptBuilder.build(file, rows.all());
  }

  /** The value of a header key. */
  public Optional<String> header(String name) {
    for (Row row : rows.all()) {
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
    rows.insert(last + 1, rows.row("@" + name + " " + value, part));
  }

  /** The sections: where each stands, and changes to whole ones. */
  public Sections sections() {
    return new Sections(rows);
  }

  /** What the tool wrote before, by section. */
  public Map<String, Footprint> footprints() {
    Map<String, Footprint> footprints = new LinkedHashMap<>();
    for (Row row : rows.all()) {
      if (row.part() instanceof Part.Trace trace) {
        footprints.putIfAbsent(trace.footprint().section(), trace.footprint());
      }
    }
    return footprints;
  }

  /** Remembers what the tool wrote, in the place of what it remembered before. */
  public void setFootprint(Footprint footprint) {
    Row row = rows.row(footprint.print(), new Part.Trace(footprint));
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
      rows.insert(rows.size(), rows.blank());
      rows.insert(rows.size(), rows.row(Rows.NOTICE, new Part.Comment()));
      last = rows.size() - 1;
    }
    rows.insert(last + 1, row);
  }

  /** Puts what is remembered of these sections into this order, so that it tells the post's. */
  public void orderFootprints(List<String> sections) {
    Map<String, Footprint> all = footprints();
    Iterator<Footprint> wanted =
        sections.stream().map(all::get).filter(Objects::nonNull).toList().iterator();
    for (int i = 0; i < rows.size() && wanted.hasNext(); i++) {
      if (rows.get(i).part() instanceof Part.Trace trace
          && sections.contains(trace.footprint().section())) {
        Footprint footprint = wanted.next();
        rows.set(i, rows.get(i).with(footprint.print(), new Part.Trace(footprint)));
      }
    }
  }

  /** Gives each line without an id the next free one of its section. */
  public void giveIds() {
    if (rows.all().stream().noneMatch(ScriptDocument::lacksId)) {
      return;
    }
    Ids ids = Ids.of(rows.all());
    String section = "";
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      if (row.part() instanceof Part.Head head) {
        section = head.id();
      } else if (lacksId(row) && row.part() instanceof Part.Utterance line) {
        LineHead head = line.head().withId(ids.next(section));
        rows.set(i, Rows.utterance(row, head, line.text()));
      }
    }
  }

  private static boolean lacksId(Row row) {
    return row.part() instanceof Part.Utterance line && line.head().id().isEmpty();
  }

  /** The number of the section's next new line. */
  public int nextNumber(String section) {
    return Ids.of(rows.all()).nextNumber(section);
  }

  /** Whether a line has this id. */
  public boolean hasLine(String id) {
    return rows.find(id).isPresent();
  }

  /** All lines by id. */
  public Map<String, Line> lines() {
    Map<String, Line> lines = new LinkedHashMap<>();
    script().lines().forEach(line -> lines.put(line.id(), line));
    return lines;
  }

  /** Replaces a line's head and text; its row stays where it is. */
  public void setLine(LineHead head, String text) {
    int at = rows.indexOf(head.id());
    Row row = rows.get(at);
    if (row.part() instanceof Part.Utterance line
        && !(line.head().print().equals(head.print()) && line.text().equals(text))) {
      rows.set(at, Rows.utterance(row, head, text));
    }
  }

  /** The head of the line with this id. */
  public LineHead head(String id) {
    return utterance(id).head();
  }

  /** The written text of the line with this id. */
  public String written(String id) {
    return utterance(id).text();
  }

  private Part.Utterance utterance(String id) {
    return (Part.Utterance) rows.get(rows.indexOf(id)).part();
  }

  /** Replaces what is spoken for a line; "" speaks it as written. */
  public void setSpoken(String id, String spoken) {
    int line = rows.indexOf(id);
    int at = rows.overrideOf(line);
    if (spoken.isEmpty()) {
      if (at >= 0) {
        rows.remove(at);
      }
      return;
    }
    Part part = new Part.Spoken(spoken);
    String mark = KanaNotation.is(spoken) ? RowReader.ACCENTED : ">";
    String raw = "  " + mark + " " + Rows.escape(spoken);
    if (at < 0) {
      rows.insert(line + 1, rows.row(raw, part));
    } else if (!rows.get(at).part().equals(part)) {
      rows.set(at, rows.get(at).with(raw, part));
    }
  }

  /** Turns a line and what is spoken for it into comments. */
  public void commentOut(String id) {
    int line = rows.indexOf(id);
    int override = rows.overrideOf(line);
    rows.comment(line);
    if (override >= 0) {
      rows.comment(override);
    }
  }

  /** Removes a line and what is spoken for it. */
  public void remove(String id) {
    int line = rows.indexOf(id);
    int override = rows.overrideOf(line);
    if (override >= 0) {
      rows.remove(override);
    }
    rows.remove(line);
  }

  /** Where new rows go. */
  public Cursor before(String lineId) {
    return new Cursor(rows, rows.indexOf(lineId));
  }

  /** Where new rows go: behind the line and what is spoken for it. */
  public Cursor after(String lineId) {
    int line = rows.indexOf(lineId);
    return new Cursor(rows, Math.max(line, rows.overrideOf(line)) + 1);
  }
}

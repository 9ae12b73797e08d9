package dev.zundacast.script.file;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.KanaNotation;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.Piece;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Script;
import dev.zundacast.episode.Voices;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
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

  /** The version of the format that is written. */
  public static final String VERSION = RowChecks.VERSION;

  private final Path file;
  private final String bom;
  private final Rows rows;

  private ScriptDocument(Path file, String bom, Rows rows) {
    this.file = file;
    this.bom = bom;
    this.rows = rows;
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
    new RowChecks(findings, voices).check(rows.all());
    if (!findings.all().isEmpty()) {
      throw Problem.in(
          findings.all().stream().sorted(Comparator.comparingInt(Diagnostic::line)).toList());
    }
    return new ScriptDocument(file, bom, rows);
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
    return new ScriptReader(file).read(rows.all());
  }

  /** The value of a header key. */
  public Optional<String> header(String name) {
    for (Row row : rows.all()) {
      if (row.content() instanceof Row.Head) {
        break;
      }
      if (row.content() instanceof Row.Key key && key.name().equals(name)) {
        return Optional.of(key.value());
      }
    }
    return Optional.empty();
  }

  /** Sets a header key: in its place, or behind the last one. */
  public void setHeader(String name, String value) {
    Row.Content content = new Row.Key(name, value);
    int last = -1;
    for (int i = 0; i < rows.size() && !(rows.get(i).content() instanceof Row.Head); i++) {
      if (rows.get(i).content() instanceof Row.Key key) {
        last = i;
        if (key.name().equals(name)) {
          if (!key.value().equals(value)) {
            rows.set(i, rows.get(i).with("@" + name + " " + value, content));
          }
          return;
        }
      }
    }
    rows.insert(last + 1, rows.row("@" + name + " " + value, content));
  }

  /** What the tool remembers of what it wrote. */
  public ScriptMemory memory() {
    return new ScriptMemory(rows);
  }

  /**
   * Puts comments below sections and lines that tell which words are a language model's, in the
   * place of those that stand.
   */
  public void setRewriteNotes(Map<String, String> bySection, Map<String, String> byLine) {
    RewriteNotes.set(rows, bySection, byLine);
  }

  /** The sections: where each stands, and changes to whole ones. */
  public Sections sections() {
    return new Sections(rows);
  }

  /** Lines with all that belongs to them. */
  public LineBlocks blocks() {
    return new LineBlocks(rows);
  }

  /** What comments tell of lines. */
  public LineComments comments() {
    return new LineComments(rows);
  }

  /**
   * What the post says now where a person has words of their own, and nobody decided yet.
   *
   * @param fileLine where it stands in the script
   * @param id the line that it is about, or the section for its title
   * @param now what the post says now
   */
  public record Decision(int fileLine, String id, String now) {}

  /** What waits for a person's decision. */
  public List<Decision> decisions() {
    List<Decision> decisions = new ArrayList<>();
    String id = "";
    String said = "";
    for (int i = 0; i < rows.size(); i++) {
      Row.Content content = rows.get(i).content();
      if (content instanceof Row.Head head) {
        id = head.id();
      } else if (content instanceof Row.Key key) {
        said = key.name().equals("title") ? "@title " + key.value() : said;
      } else if (content instanceof Row.Utterance line) {
        id = line.head().id();
        said = line.text();
      } else {
        Optional<String> now = Rows.decision(rows.get(i));
        if (now.isPresent() && !now.get().equals(Piece.display(said))) {
          decisions.add(new Decision(i + 1, id, now.get()));
        }
      }
    }
    return decisions;
  }

  /** Puts below a line what the post says in its place now. */
  public void setDecision(String lineId, String text) {
    int line = rows.indexOf(lineId);
    rows.setDecision(Math.max(line, rows.overrideOf(line)) + 1, text);
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
      if (row.content() instanceof Row.Head head) {
        section = head.id();
      } else if (lacksId(row) && row.content() instanceof Row.Utterance line) {
        LineHead head = line.head().withId(ids.next(section));
        rows.set(i, Rows.utterance(row, head, line.text()));
      }
    }
  }

  private static boolean lacksId(Row row) {
    return row.content() instanceof Row.Utterance line && line.head().id().isEmpty();
  }

  /** The number of the section's next new line. */
  public int nextNumber(String section) {
    return Ids.nextNumber(rows.all(), section);
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
    if (row.content() instanceof Row.Utterance line
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

  private Row.Utterance utterance(String id) {
    return (Row.Utterance) rows.get(rows.indexOf(id)).content();
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
    Row.Content content = new Row.Spoken(spoken);
    String mark = KanaNotation.is(spoken) ? RowReader.ACCENTED : ">";
    String raw = "  " + mark + " " + Rows.escape(spoken);
    if (at < 0) {
      rows.insert(line + 1, rows.row(raw, content));
    } else if (!rows.get(at).content().equals(content)) {
      rows.set(at, rows.get(at).with(raw, content));
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

  private int rowOf(String lineId) {
    int comment = rows.find(lineId).isPresent() ? -1 : rows.commentOf(lineId);
    return comment >= 0 ? comment : rows.indexOf(lineId);
  }

  /** Where new rows go. */
  public Cursor before(String lineId) {
    return new Cursor(rows, rowOf(lineId));
  }

  /** Where new rows go: behind the line, or its comment, and what is spoken for it. */
  public Cursor after(String lineId) {
    int line = rowOf(lineId);
    return new Cursor(rows, Math.max(line, rows.overrideOf(line)) + 1);
  }
}

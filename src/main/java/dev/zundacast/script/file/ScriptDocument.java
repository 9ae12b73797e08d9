package dev.zundacast.script.file;

import dev.zundacast.episode.KanaNotation;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.Piece;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Script;
import dev.zundacast.episode.Section;
import dev.zundacast.episode.Voices;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A script file that can be read as a {@link Script} and changed row by row; what is not changed
 * stays as it was, byte for byte. Made for one call, not for several threads.
 */
public final class ScriptDocument {
  private static final String BOM = "\uFEFF";
  private static final String TITLE = "title";

  /** The version of the format that is written. */
  public static final String VERSION = ScriptReader.VERSION;

  /** Below a line: a person approved it as it was when its fingerprint was this. */
  private static final String APPROVED = "# 確認済み: ";

  /** Begins the comments that tell which words are a language model's, and from where. */
  private static final String REWRITE = "# rewrite: ";

  private static final Pattern COMMENTED =
      Pattern.compile("#\\s*\\[(\\S+?)(?:\\s[^\\]]*)?(?:\\]\\s*(.*)|$)");
  private static final Pattern NUMBERED = Pattern.compile("(.+)\\.(\\d{1,6})");

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
    String bom = text.startsWith(BOM) ? BOM : "";
    ScriptReader reader = new ScriptReader(file, voices);
    return new ScriptDocument(
        file, bom, new Rows(reader.rows(text.substring(bom.length())), reader));
  }

  /** A document with these header rows and nothing else. */
  public static ScriptDocument create(Path file, Map<String, String> header, Voices voices) {
    Rows none = new Rows(new ArrayList<>(), new ScriptReader(file, voices));
    ScriptDocument document = new ScriptDocument(file, "", none);
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

  /** What the tool remembers of what it wrote. */
  public ScriptMemory memory() {
    return new ScriptMemory(rows);
  }

  // What it says.

  /** What the file says. Every line has its id when {@link #giveIds} was called before. */
  public Script script() {
    List<Section> sections = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      if (rows.is(i, Row.Head.class)) {
        Heading it = heading(i);
        sections.add(new Section(it.id(), it.kind(), it.title(), it.source(), items(i)));
      }
    }
    return new Script(file, header("post").orElse(""), header("speaker").orElse(""), sections);
  }

  private List<Section.Item> items(int head) {
    List<Section.Item> items = new ArrayList<>();
    boolean paragraphEnds = false;
    for (int i = head + 1; i < rows.size() && !rows.is(i, Row.Head.class); i++) {
      Row.Content content = rows.get(i).content();
      int last = items.size() - 1;
      if (content instanceof Row.Blank) {
        paragraphEnds = last >= 0;
      } else if (content instanceof Row.Spoken it
          && last >= 0
          && items.get(last) instanceof Line of) {
        paragraphEnds = false;
        items.set(last, of.withSpoken(it.text()));
      } else if (content instanceof Row.Utterance || content instanceof Row.Silence) {
        if (paragraphEnds) {
          items.add(new Section.Paragraph());
          paragraphEnds = false;
        }
        items.add(
            content instanceof Row.Utterance line
                ? line.head().line(line.text(), i + 1)
                : new Section.Pause(((Row.Silence) content).millis()));
      }
    }
    return items;
  }

  /** All lines by id. */
  public Map<String, Line> lines() {
    Map<String, Line> lines = new LinkedHashMap<>();
    script().lines().forEach(line -> lines.put(line.id(), line));
    return lines;
  }

  /** Whether a line has this id. */
  public boolean hasLine(String id) {
    return rows.find(id) >= 0;
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

  /** The value of a header key. */
  public Optional<String> header(String name) {
    int at = headerRow(name);
    return at >= 0 && rows.get(at).content() instanceof Row.Key key
        ? Optional.of(key.value())
        : Optional.empty();
  }

  private int headerRow(String name) {
    int at = rows.find(0, row -> row.is(Row.Head.class) || isKey(row, name));
    return rows.is(at, Row.Key.class) ? at : -1;
  }

  private static boolean isKey(Row row, String name) {
    return row.content() instanceof Row.Key key && key.name().equals(name);
  }

  /** Sets a header key: in its place, or behind the last one. */
  public void setHeader(String name, String value) {
    int at = headerRow(name);
    if (at < 0) {
      int last = -1;
      for (int i = 0; i < rows.size() && !rows.is(i, Row.Head.class); i++) {
        last = rows.is(i, Row.Key.class) ? i : last;
      }
      rows.insert(last + 1, "@" + name + " " + value);
    } else if (!header(name).equals(Optional.of(value))) {
      rows.set(at, "@" + name + " " + value);
    }
  }

  // Ids.

  /** Gives each line without an id the next free one of its section. */
  public void giveIds() {
    Map<String, Integer> next = new HashMap<>();
    String section = "";
    for (int i = 0; i < rows.size(); i++) {
      Row.Content content = rows.get(i).content();
      if (content instanceof Row.Head head) {
        section = head.id();
      } else if (content instanceof Row.Utterance line && line.head().id().isEmpty()) {
        int number = next.computeIfAbsent(section, this::nextNumber);
        next.put(section, number + 1);
        String id = String.format(Locale.ROOT, "%s.%02d", section, number);
        rows.set(i, Rows.printed(line.head().withId(id), line.text()));
      }
    }
  }

  /** The number of the section's next new line; no line had it before, be it a comment now. */
  public int nextNumber(String section) {
    int next = 1;
    for (Row row : rows.all()) {
      if (row.content() instanceof Row.Utterance line) {
        next = Math.max(next, behind(line.head().id(), section));
      } else if (row.content() instanceof Row.Base base) {
        next = Math.max(next, base.of().section().equals(section) ? base.of().next() : 1);
        for (MergeBase.Trace trace : base.of().traces()) {
          next = Math.max(next, behind(trace.id(), section));
        }
      } else if (row.is(Row.Comment.class) && row.raw().contains("[" + section + ".")) {
        Matcher commented = COMMENTED.matcher(row.raw().strip());
        next = Math.max(next, commented.matches() ? behind(commented.group(1), section) : 1);
      }
    }
    return next;
  }

  private static int behind(String id, String section) {
    Matcher numbered = NUMBERED.matcher(id);
    return numbered.matches() && numbered.group(1).equals(section)
        ? Integer.parseInt(numbered.group(2)) + 1
        : 1;
  }

  // Lines.

  /** Replaces a line's head and text; its row stays where it is. */
  public void setLine(LineHead head, String text) {
    Row.Utterance line = utterance(head.id());
    if (!(line.head().print().equals(head.print()) && line.text().equals(text))) {
      rows.set(rows.indexOf(head.id()), Rows.printed(head, text));
    }
  }

  /** Replaces what is spoken for a line; "" speaks it as written. */
  public void setSpoken(String id, String spoken) {
    int line = rows.indexOf(id);
    int at = rows.overrideOf(line);
    String mark = KanaNotation.is(spoken) ? ScriptReader.ACCENTED : ">";
    String raw = "  " + mark + " " + Rows.escape(spoken);
    if (spoken.isEmpty()) {
      if (at >= 0) {
        rows.remove(at);
      }
    } else if (at < 0) {
      rows.insert(line + 1, raw);
    } else if (!rows.get(at).content().equals(new Row.Spoken(spoken))) {
      rows.set(at, raw);
    }
  }

  /** Removes a line and what is spoken for it. */
  public void remove(String id) {
    setSpoken(id, "");
    rows.remove(rows.indexOf(id));
  }

  private int rowOf(String lineId) {
    int comment = hasLine(lineId) ? -1 : rows.commentOf(lineId);
    return comment >= 0 ? comment : rows.indexOf(lineId);
  }

  /** Where new rows go. */
  public Cursor before(String lineId) {
    return new Cursor(rows, rowOf(lineId));
  }

  /** Where new rows go: behind the line, or its comment, and what is spoken for it. */
  public Cursor after(String lineId) {
    return new Cursor(rows, rows.below(rowOf(lineId)));
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
    return before.isEmpty() ? endOf(section) : new Cursor(rows, rows.indexOf(before));
  }

  /** Behind the last row that belongs to the line in this row: what comments tell of it, too. */
  private int blockEnd(int line) {
    int end = line + 1;
    for (int i = line + 1; i < rows.size(); i++) {
      Row row = rows.get(i);
      boolean told = Rows.decision(row).isPresent() || row.remark(APPROVED).isPresent();
      if (row.is(Row.Spoken.class) || told) {
        end = i + 1;
      } else if (!row.is(Row.Comment.class)) {
        break;
      }
    }
    return end;
  }

  private List<Row> cut(String id) {
    int from = rows.indexOf(id);
    return rows.cut(from, blockEnd(from));
  }

  /** Removes a line with what comments below it tell of it. */
  public void removeBlock(String id) {
    cut(id);
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
    int to = blockEnd(from);
    List<Row> copy = new ArrayList<>();
    for (Row row : rows.all().subList(from, to)) {
      if (row.content() instanceof Row.Utterance line) {
        copy.add(rows.row(Rows.printed(line.head().withId(""), line.text())));
      } else if (row.is(Row.Spoken.class)) {
        copy.add(row);
      }
    }
    new Cursor(rows, to).rows(copy);
  }

  // Lines that stand as comments.

  /**
   * A line that stands as a comment.
   *
   * @param after the line above it in its section, "" at its start
   */
  public record Commented(String id, String section, String after, String text) {}

  /** The lines that stand as comments. */
  public List<Commented> commented() {
    List<Commented> all = new ArrayList<>();
    String section = "";
    String after = "";
    for (Row row : rows.all()) {
      Matcher comment = COMMENTED.matcher(row.raw().strip());
      if (row.content() instanceof Row.Head head) {
        section = head.id();
        after = "";
      } else if (row.content() instanceof Row.Utterance line) {
        after = line.head().id();
      } else if (row.is(Row.Comment.class) && !section.isEmpty() && comment.matches()) {
        if (comment.group(2) != null && ScriptReader.LINE_ID.matcher(comment.group(1)).matches()) {
          all.add(new Commented(comment.group(1), section, after, comment.group(2)));
        }
      }
    }
    return all;
  }

  /** Whether the line with this id stands as a comment. */
  public boolean isComment(String id) {
    return rows.commentOf(id) >= 0;
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

  /** Says a line that stands as a comment, with what is spoken for it. */
  public void takeIn(String id) {
    int at = rows.commentOf(id);
    uncomment(at, "");
    if (at + 1 < rows.size() && rows.get(at + 1).raw().strip().matches("#\\s*>.*")) {
      uncomment(at + 1, "  ");
    }
  }

  private void uncomment(int at, String indent) {
    rows.set(at, indent + rows.get(at).raw().strip().replaceFirst("^#\\s*", ""));
  }

  /** Removes the comment that a line stands as; where it stood, if anywhere. */
  public Optional<Cursor> cutComment(String id) {
    int at = rows.commentOf(id);
    if (at < 0) {
      return Optional.empty();
    }
    rows.remove(at);
    return Optional.of(new Cursor(rows, at));
  }

  // What comments tell of lines.

  /** The ids of these lines that are approved as they are now. */
  public Set<String> approved(Iterable<Line> lines) {
    Set<String> fingerprints = new LinkedHashSet<>();
    rows.all().forEach(row -> row.remark(APPROVED).ifPresent(fingerprints::add));
    Set<String> approved = new LinkedHashSet<>();
    for (Line line : lines) {
      if (!fingerprints.isEmpty() && fingerprints.contains(fingerprint(line))) {
        approved.add(line.id());
      }
    }
    return approved;
  }

  /** The ids of the lines that stand as the tool wrote them. */
  public Set<String> unchanged(Iterable<Line> lines) {
    Map<String, String> written = new HashMap<>();
    for (MergeBase base : memory().mergeBases().values()) {
      base.lines().forEach(it -> written.put(it.id(), it.written()));
    }
    Set<String> unchanged = new LinkedHashSet<>();
    for (Line line : lines) {
      if (MergeBase.fingerprint(line.written()).equals(written.get(line.id()))) {
        unchanged.add(line.id());
      }
    }
    return unchanged;
  }

  private static String fingerprint(Line line) {
    return MergeBase.fingerprint(
        String.join(
            "\n",
            line.id(),
            line.speaker(),
            line.written(),
            line.spoken(),
            line.overrides().toString()));
  }

  /** Notes below a line that it is approved as it is. */
  public void approve(Line line) {
    int below = rows.below(rows.indexOf(line.id()));
    removeApproval(line.id());
    rows.insert(Math.min(below, rows.size()), APPROVED + fingerprint(line));
  }

  /** Takes the note away. */
  public void removeApproval(String id) {
    int at = rows.indexOf(id) + 1;
    while (rows.is(at, Row.Comment.class) || rows.is(at, Row.Spoken.class)) {
      if (rows.get(at).remark(APPROVED).isPresent()) {
        rows.remove(at);
        return;
      }
      at++;
    }
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
      Optional<String> now = Rows.decision(rows.get(i));
      if (content instanceof Row.Head head) {
        id = head.id();
      } else if (isKey(rows.get(i), TITLE)) {
        said = "@title " + ((Row.Key) content).value();
      } else if (content instanceof Row.Utterance line) {
        id = line.head().id();
        said = line.text();
      } else if (now.isPresent() && !now.get().equals(Piece.display(said))) {
        decisions.add(new Decision(i + 1, id, now.get()));
      }
    }
    return decisions;
  }

  /** Puts below a line what the post says in its place now. */
  public void setDecision(String lineId, String text) {
    rows.setDecision(rows.below(rows.indexOf(lineId)), text);
  }

  /** Removes what a comment says that the post says now: below a line, or of a section's title. */
  public void removeDecision(String id) {
    boolean line = hasLine(id);
    int at = line ? rows.indexOf(id) : rows.headOf(id);
    int end = line ? blockEnd(at) : rows.endOf(at);
    for (int i = at + 1; i < end; i++) {
      Optional<String> now = Rows.decision(rows.get(i));
      if (now.isPresent() && (line || now.get().startsWith("@title "))) {
        rows.remove(i);
        return;
      }
    }
  }

  /**
   * Puts comments below sections and lines that tell which words are a language model's, in the
   * place of those that stand.
   */
  public void setRewriteNotes(Map<String, String> bySection, Map<String, String> byLine) {
    for (int i = rows.size() - 1; i >= 0; i--) {
      if (rows.is(i, Row.Comment.class) && rows.get(i).raw().startsWith(REWRITE)) {
        rows.remove(i);
      }
    }
    bySection.forEach(
        (section, note) -> {
          int below = rows.find(rows.headOf(section) + 1, row -> !row.is(Row.Key.class));
          rows.insert(below < 0 ? rows.size() : below, REWRITE + note);
        });
    byLine.forEach((line, note) -> rows.insert(rows.indexOf(line) + 1, REWRITE + note));
  }

  // Sections.

  /**
   * Where a section stands in the file.
   *
   * @param kind its kind
   * @param title from {@code @title}, "" when there is none
   * @param source from {@code @source}, "" when there is none
   */
  public record Heading(String id, Section.Kind kind, String title, String source) {}

  /** The sections in their order. */
  public List<Heading> headings() {
    List<Heading> headings = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      if (rows.is(i, Row.Head.class)) {
        headings.add(heading(i));
      }
    }
    return headings;
  }

  private Heading heading(int at) {
    Row.Head head = (Row.Head) rows.get(at).content();
    Map<String, String> keys = new HashMap<>();
    for (int i = at + 1; i < rows.size() && !rows.is(i, Row.Head.class); i++) {
      if (rows.get(i).content() instanceof Row.Key key) {
        keys.put(key.name(), key.value());
      }
    }
    return new Heading(
        head.id(), head.kind(), keys.getOrDefault(TITLE, ""), keys.getOrDefault("source", ""));
  }

  /** The ids of the sections in their order. */
  public List<String> sections() {
    return headings().stream().map(Heading::id).toList();
  }

  /** Whether the section stands in the file. */
  public boolean hasSection(String section) {
    return sections().contains(section);
  }

  /** Whether the section holds a line. */
  public boolean hasLines(String section) {
    int head = rows.headOf(section);
    return rows.all().subList(head, rows.endOf(head)).stream()
        .anyMatch(row -> row.is(Row.Utterance.class));
  }

  /** Sets {@code @title} or {@code @source} of a section in its place; "" takes it away. */
  public void setKey(String section, String name, String value) {
    int head = rows.headOf(section);
    int end = rows.endOf(head);
    int place = head + 1;
    for (int i = head + 1; i < end; i++) {
      if (isKey(rows.get(i), name)) {
        rows.remove(i);
        place = i;
        break;
      }
      place = rows.is(i, Row.Key.class) && !name.equals(TITLE) ? i + 1 : place;
    }
    new Cursor(rows, place).key(name, value);
  }

  /** Puts below the head of a section that the post has another title now. */
  public void setTitleDecision(String section, String title) {
    int at = rows.headOf(section) + 1;
    while (rows.is(at, Row.Key.class)) {
      at++;
      if (isKey(rows.get(at - 1), TITLE)) {
        break;
      }
    }
    rows.setDecision(at, "@title " + title);
  }

  /** Turns a section's head and keys into comments; what it holds joins the section above. */
  public void commentOutHead(String section) {
    int head = rows.headOf(section);
    int end = rows.endOf(head);
    rows.comment(head);
    for (int i = head + 1; i < end; i++) {
      if (rows.is(i, Row.Key.class)) {
        rows.comment(i);
      }
    }
  }

  /**
   * Puts these sections into this order, each with all its rows, on the places that they have
   * together; other sections stay where they are.
   */
  public void order(List<String> wanted) {
    List<Row> before = rows.all();
    List<String> places = sections().stream().filter(wanted::contains).toList();
    List<Integer> first = places.stream().map(this::firstRow).toList();
    List<Integer> last = places.stream().map(this::lastRow).toList();
    for (int i = places.size() - 1; i >= 0; i--) {
      int now = places.indexOf(wanted.get(i));
      rows.replace(first.get(i), last.get(i), before.subList(first.get(now), last.get(now)));
    }
  }

  /** Removes a section with all its rows. */
  public void removeSection(String section) {
    rows.cut(firstRow(section), lastRow(section));
  }

  /** The comments right above the section's head belong to it. */
  private int firstRow(String section) {
    int from = rows.headOf(section);
    while (rows.is(from - 1, Row.Comment.class)) {
      from--;
    }
    return from;
  }

  /** Behind the section's last row that says anything and is not a comment on the next one. */
  private int lastRow(String section) {
    int from = rows.headOf(section) + 1;
    int end = rows.endOf(from - 1);
    boolean headFollows = rows.is(end, Row.Head.class);
    while (headFollows && end > from && rows.is(end - 1, Row.Comment.class)) {
      end--;
    }
    while (end > from && rows.is(end - 1, Row.Blank.class)) {
      end--;
    }
    return end;
  }

  /** Where new rows go: before a section and the comments right above its head. */
  public Cursor beforeSection(String section) {
    return new Cursor(rows, firstRow(section));
  }

  /** Where new rows go: behind the section's last row that says anything. */
  public Cursor endOf(String section) {
    int head = rows.headOf(section);
    int end = rows.endOf(head);
    while (end > head + 1 && rows.is(end - 1, Row.Blank.class)) {
      end--;
    }
    return new Cursor(rows, end);
  }

  /** Where new rows go: before the first section. */
  public Cursor start() {
    int first = rows.find(0, row -> row.is(Row.Head.class));
    return first < 0 ? endOfAll() : new Cursor(rows, first);
  }

  /** Where new rows go: behind everything but what the tool remembers. */
  public Cursor endOfAll() {
    int at = rows.size();
    while (at > 0 && !rows.saysSomething(rows.get(at - 1))) {
      at--;
    }
    return new Cursor(rows, at);
  }
}

package dev.zundacast.script.file;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.KanaNotation;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.Piece;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Script;
import dev.zundacast.episode.Section;
import dev.zundacast.episode.Voices;
import dev.zundacast.message.Message;
import dev.zundacast.script.file.MergeBase.Trace;
import dev.zundacast.script.file.ScriptContent.Decision;
import dev.zundacast.script.file.ScriptContent.LeftOut;
import dev.zundacast.script.file.ScriptContent.Why;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A script file that can be read as a {@link Script} and changed row by row; what is not changed
 * stays as it was, byte for byte. Made for one call, not for several threads.
 */
public final class ScriptDocument {
  private static final String BOM = "\uFEFF";
  private static final String TITLE = "title";

  /** The version of the format that is written. */
  public static final String VERSION = ScriptReader.VERSION;

  /** The header key of the narration that a script tells. */
  public static final String NARRATION = "narration";

  /** Below a line: a person approved it as it was when its fingerprint was this. */
  private static final String APPROVED = "# 確認済み:";

  /** Below a line or a title of a person's own: what the post says now. */
  private static final String DECISION = "# 投稿では今:";

  /** Begins the comment that keeps a place for the host's own word. */
  private static final String SLOT = "# ひとこと";

  /** Begins the comments that tell which words are a language model's, and from where. */
  private static final String REWRITE = "# rewrite:";

  private final Path file;

  /** The mark at its start, "" for none. */
  private final String bom;

  private final Voices voices;
  private final Rows rows;

  private ScriptDocument(Path file, String bom, Voices voices, Rows rows) {
    this.file = file;
    this.bom = bom;
    this.voices = voices;
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
        file, bom, voices, new Rows(reader.rows(text.substring(bom.length())), reader));
  }

  /** A document that says nothing yet. */
  public static ScriptDocument empty(Path file, Voices voices) {
    Rows none = new Rows(new ArrayList<>(), new ScriptReader(file, voices));
    return new ScriptDocument(file, "", voices, none);
  }

  /** The file that it was read from or belongs in. */
  public Path file() {
    return file;
  }

  /**
   * The changed file read again.
   *
   * @throws Problem when a change made it one that says what no script may say
   */
  public ScriptDocument readAgain() {
    try {
      return parse(file, text(), voices);
    } catch (Problem e) {
      throw Problem.in(
              e.diagnostics().stream()
                  .map(it -> it.withNext("script.leftAsItIs", it.next()))
                  .toList())
          .causedBy(e);
    }
  }

  /** The whole file. */
  public String text() {
    return rows.all().stream()
        .map(row -> row.raw() + row.lineEnd())
        .collect(Collectors.joining("", bom, ""));
  }

  /** What the tool remembers of what it wrote. */
  public ScriptMemory memory() {
    return new ScriptMemory(rows);
  }

  // What it says.

  /** What the file says and tells; gives ids to the lines that have none. */
  public ScriptContent content() {
    String text = text();
    giveIds();
    Script script = script();
    Map<String, Trace> traces = memory().traces();
    List<Decision> decisions = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>();
    Set<String> untouched = new HashSet<>();
    Set<String> slots = new HashSet<>();
    String section = "";
    String line = "";
    String told = "";
    String said = "";
    for (int i = 0; i < rows.size(); i++) {
      Row.Content content = rows.get(i).content();
      Optional<String> now = rows.get(i).remark(DECISION);
      if (content instanceof Row.Head head) {
        section = head.id();
        told = section;
        line = "";
      } else if (content instanceof Row.Key key && key.name().equals(TITLE)) {
        said = "@title " + key.value();
      } else if (content instanceof Row.Utterance it) {
        line = it.line().id();
        told = line;
        said = it.line().written();
        slots.remove(section);
        Trace known = traces.get(line);
        if (known != null && known.isOf(said)) {
          untouched.add(line);
        }
      } else if (content instanceof Row.Comment it && rows.get(i).isLeftOut()) {
        told = "";
        Trace known = traces.get(it.id());
        Why why = known != null && known.isLeftOut() ? Why.NOT_CHOSEN : Why.LOST;
        leftOut.add(new LeftOut(it.id(), section, line, it.text(), why));
      } else if (now.isPresent() && !told.isEmpty() && !now.get().equals(Piece.display(said))) {
        decisions.add(new Decision(i + 1, told, now.get()));
      } else if (rows.get(i).remark(SLOT).isPresent()) {
        slots.add(section);
      }
    }
    leftOut.removeIf(it -> it.section().isEmpty());
    return new ScriptContent(
        text,
        script,
        header(NARRATION).orElse(""),
        decisions,
        leftOut,
        approved(script.lines().toList()),
        untouched,
        slots);
  }

  /** What the file says. Every line has its id when {@link #giveIds} was called before. */
  public Script script() {
    List<Section> sections = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).content() instanceof Row.Head head) {
        String title = key(i, TITLE);
        sections.add(new Section(head.id(), head.kind(), title, key(i, "source"), items(i)));
      }
    }
    return new Script(file, header("speaker").orElse(""), sections);
  }

  /** The row of a key below a section's head, or of the header's below -1; -1 for none. */
  private int keyRow(int head, String name) {
    int at = rows.find(head + 1, row -> row.is(Row.Head.class) || row.isKey(name));
    return rows.is(at, Row.Key.class) ? at : -1;
  }

  /** Its value, "" for none. */
  private String key(int head, String name) {
    int at = keyRow(head, name);
    return at >= 0 && rows.get(at).content() instanceof Row.Key key ? key.value() : "";
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
            content instanceof Row.Utterance it
                ? it.line().withFileLine(i + 1)
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

  /** The value of a header key. */
  public Optional<String> header(String name) {
    return Optional.of(key(-1, name)).filter(it -> !it.isEmpty());
  }

  /** Sets a header key: in its place, or behind the last one. */
  public void setHeader(String name, String value) {
    setKey(-1, name, value);
  }

  /** Sets {@code @title} or {@code @source} of a section in its place; "" takes it away. */
  public void setKey(String section, String name, String value) {
    setKey(rows.headOf(section), name, value);
  }

  private void setKey(int head, String name, String value) {
    if (key(head, name).equals(value)) {
      return;
    }
    int place = keyRow(head, name);
    if (place >= 0) {
      rows.remove(place);
    } else if (name.equals(TITLE)) {
      place = head + 1;
    } else {
      place = rows.above(rows.endOf(head), head + 1, row -> !row.is(Row.Key.class));
    }
    new Cursor(rows, place).key(name, value);
  }

  // Ids.

  /** Gives each line without an id the next free one of its section, and remembers that it did. */
  public void giveIds() {
    Map<String, Integer> next = new HashMap<>();
    String section = "";
    for (int i = 0; i < rows.size(); i++) {
      Row.Content content = rows.get(i).content();
      if (content instanceof Row.Head head) {
        section = head.id();
      } else if (content instanceof Row.Utterance it && it.line().id().isEmpty()) {
        int number = next.computeIfAbsent(section, this::nextNumber);
        next.put(section, number + 1);
        rows.set(i, Row.print(it.line().withId(id(section, number))));
      }
    }
    Map<String, MergeBase> known = memory().mergeBases();
    next.forEach(
        (id, number) -> {
          MergeBase base = known.get(id);
          if (base != null) {
            memory().set(new MergeBase(id, number, base.source(), base.traces()));
          }
        });
  }

  /** The id of a section's line of this number. */
  public static String id(String section, int number) {
    return section + (number < 10 ? ".0" : ".") + number;
  }

  /** The number of the section's next new line; no line had it before, be it a comment now. */
  public int nextNumber(String section) {
    Pattern numbered = Pattern.compile(Pattern.quote(section) + "\\.(\\d{1,6})");
    Stream<String> standing = rows.all().stream().map(row -> row.content().id());
    int unused =
        Stream.concat(standing, memory().traces().keySet().stream())
            .map(numbered::matcher)
            .filter(Matcher::matches)
            .mapToInt(it -> Integer.parseInt(it.group(1)) + 1)
            .max()
            .orElse(1);
    MergeBase known = memory().mergeBases().get(section);
    return known == null ? unused : Math.max(unused, known.next());
  }

  // Lines.

  /**
   * Puts a line in the place of the one with its id, with what is spoken for it.
   *
   * @throws Problem when nobody is called as its new speaker
   */
  public void set(Line line) {
    int at = rows.lineOf(line.id());
    Line before = ((Row.Utterance) rows.get(at).content()).line();
    if (!line.speaker().equals(before.speaker())) {
      requireSpeaker(line.speaker());
    }
    if (!Row.print(before).equals(Row.print(line))) {
      rows.set(at, Row.print(line));
    }
    int spoken = rows.overrideOf(at);
    String mark = KanaNotation.is(line.spoken()) ? ScriptReader.ACCENTED : ">";
    String raw = "  " + mark + " " + Row.escape(line.spoken());
    if (line.spoken().isEmpty()) {
      if (spoken >= 0) {
        rows.remove(spoken);
      }
    } else if (spoken < 0) {
      rows.insert(at + 1, raw);
    } else if (!rows.get(spoken).content().equals(new Row.Spoken(line.spoken()))) {
      rows.set(spoken, raw);
    }
  }

  private void requireSpeaker(String speaker) {
    if (!speaker.isEmpty() && voices.find(speaker).isEmpty()) {
      Message message = Message.of("script.unknownSpeaker", speaker, voices.known());
      throw Problem.in(Diagnostic.of(file, message).withNext("script.noVoice", voices.folder()));
    }
  }

  /** Where new rows go: before the line, or the comment that it stands as. */
  public Cursor before(String lineId) {
    return new Cursor(rows, rowOf(lineId));
  }

  /** Where new rows go: behind the line, or its comment, and what is spoken for it. */
  public Cursor after(String lineId) {
    return new Cursor(rows, rows.below(rowOf(lineId)));
  }

  private int rowOf(String lineId) {
    int line = rows.find(Row.Utterance.class, lineId);
    int comment = line >= 0 ? line : rows.find(Row.Comment.class, lineId);
    return comment >= 0 ? comment : rows.lineOf(lineId);
  }

  /** Where new rows go: before a line, or at the section's end where there is none. */
  public Cursor place(String section, String before) {
    return before.isEmpty() ? endOf(section) : before(before);
  }

  /** Behind the last row that belongs to the line in this row: what comments tell of it, too. */
  private int blockEnd(int line) {
    int end = rows.below(line);
    for (int i = end; i < rows.size() && rows.get(i).isNote(); i++) {
      Row row = rows.get(i);
      if (Stream.of(DECISION, APPROVED, REWRITE).anyMatch(it -> row.remark(it).isPresent())) {
        end = i + 1;
      }
    }
    return end;
  }

  private List<Row> block(String id) {
    int from = rows.lineOf(id);
    return rows.all().subList(from, blockEnd(from));
  }

  /** Removes a line with what comments below it tell of it. */
  public void remove(String id) {
    int from = rows.lineOf(id);
    rows.replace(from, blockEnd(from), List.of());
  }

  /**
   * Puts lines into another place.
   *
   * @param ids in the order that they are to have
   * @param before the line that they go before, "" for the section's end; none of them
   */
  public void move(List<String> ids, String section, String before) {
    List<Row> moved = ids.stream().flatMap(id -> block(id).stream()).toList();
    ids.forEach(this::remove);
    Cursor place = place(section, before);
    moved.forEach(row -> place.put(row.raw()));
  }

  /** Writes a line once more, behind itself, without an id. */
  public void duplicate(String id) {
    int from = rows.lineOf(id);
    Cursor place = new Cursor(rows, blockEnd(from));
    for (Row row : block(id)) {
      if (row.content() instanceof Row.Utterance it) {
        place.line(it.line().withId(""));
      } else if (row.is(Row.Spoken.class)) {
        place.put(row.raw());
      }
    }
  }

  // Lines that stand as comments.

  /** Whether the line with this id stands as a comment. */
  public boolean isComment(String id) {
    return rows.find(Row.Comment.class, id) >= 0;
  }

  /** Turns a line and what is spoken for it into comments. */
  public void commentOut(String id) {
    int line = rows.lineOf(id);
    int override = rows.overrideOf(line);
    rows.comment(line);
    if (override >= 0) {
      rows.comment(override);
    }
  }

  /** Says a line that stands as a comment, with what is spoken for it. */
  public void takeIn(String id) {
    int at = rows.find(Row.Comment.class, id);
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
    int at = rows.find(Row.Comment.class, id);
    if (at < 0) {
      return Optional.empty();
    }
    rows.remove(at);
    return Optional.of(new Cursor(rows, at));
  }

  // Places for the host's own word.

  /** Whether a comment, without its #, keeps a place for the host's own word. */
  public static boolean isSlot(String comment) {
    return ("# " + comment).startsWith(SLOT);
  }

  /** Takes the place for the host's own word away from a section. */
  public void removeSlot(String section) {
    int head = rows.headOf(section);
    rows.removeIf(head, rows.endOf(head), row -> row.remark(SLOT).isPresent());
  }

  // What comments tell of lines and titles.

  /** Removes the first comment of this kind below a line or a section's head. */
  private void removeNote(int above, Predicate<Row> wanted) {
    Predicate<Row> own = row -> row.isNote() || row.is(Row.Spoken.class) || row.is(Row.Key.class);
    int at = rows.find(above + 1, row -> wanted.test(row) || !own.test(row));
    if (at >= 0 && wanted.test(rows.get(at))) {
      rows.remove(at);
    }
  }

  /** The ids of these lines that are approved as they are now. */
  public Set<String> approved(Collection<Line> lines) {
    Set<String> fingerprints =
        rows.all().stream()
            .flatMap(row -> row.remark(APPROVED).stream())
            .collect(Collectors.toSet());
    return lines.stream()
        .filter(it -> !fingerprints.isEmpty() && fingerprints.contains(fingerprint(it)))
        .map(Line::id)
        .collect(Collectors.toSet());
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
    removeApproval(line.id());
    rows.insert(rows.below(rows.lineOf(line.id())), APPROVED + " " + fingerprint(line));
  }

  /** Takes the note away. */
  public void removeApproval(String id) {
    removeNote(rows.lineOf(id), row -> row.remark(APPROVED).isPresent());
  }

  /** What the comment below a line tells of the sentences that it comes from, "" for nothing. */
  public String sourceNote(String id) {
    return block(id).stream().flatMap(row -> row.remark(REWRITE).stream()).findFirst().orElse("");
  }

  /** Puts below a line, or a section's title, what the post says in its place now. */
  public void setDecision(String id, String text) {
    removeDecision(id);
    int line = rows.find(Row.Utterance.class, id);
    rows.insert(line >= 0 ? rows.below(line) : belowTitle(rows.headOf(id)), DECISION + " " + text);
  }

  private int belowTitle(int head) {
    int at = rows.find(head + 1, row -> row.isKey(TITLE) || !row.is(Row.Key.class));
    return at < 0 ? rows.size() : rows.is(at, Row.Key.class) ? at + 1 : at;
  }

  /** Removes what a comment says that the post says now: below a line, or of a section's title. */
  public void removeDecision(String id) {
    int line = rows.find(Row.Utterance.class, id);
    String begin = line >= 0 ? "" : "@title ";
    removeNote(
        line >= 0 ? line : rows.headOf(id),
        row -> row.remark(DECISION).filter(it -> it.startsWith(begin)).isPresent());
  }

  /**
   * Puts comments below lines that tell which sentences their writer names for them, in the place
   * of those that stand.
   */
  public void setSourceNotes(Map<String, String> byLine) {
    rows.removeIf(0, rows.size(), row -> row.remark(REWRITE).isPresent());
    byLine.forEach((line, note) -> rows.insert(rows.lineOf(line) + 1, REWRITE + " " + note));
  }

  // Sections.

  /** The ids of the sections in their order. */
  public List<String> sections() {
    return script().sections().stream().map(Section::id).toList();
  }

  /** Whether the section stands in the file. */
  public boolean hasSection(String section) {
    return rows.find(Row.Head.class, section) >= 0;
  }

  /** Turns a section's head and keys into comments; what it holds joins the section above. */
  public void commentOutHead(String section) {
    int head = rows.headOf(section);
    int end = rows.endOf(head);
    for (int i = head; i < end; i++) {
      if (i == head || rows.is(i, Row.Key.class)) {
        rows.comment(i);
      }
    }
  }

  /**
   * Puts these sections into this order, each with all its rows, on the places that they have
   * together; other sections stay where they are.
   */
  public void order(List<String> wanted) {
    order(sections(), wanted, this::firstRow, this::lastRow);
  }

  /** Does the same with lines, unless anything of a person's stands between them. */
  public void orderLines(List<String> wanted) {
    int first = wanted.stream().mapToInt(rows::lineOf).min().orElse(0);
    int end = wanted.stream().mapToInt(id -> blockEnd(rows.lineOf(id))).max().orElse(0);
    long all =
        rows.all().subList(first, end).stream()
            .filter(row -> !row.is(Row.Blank.class) && !row.isLeftOut())
            .count();
    if (all == wanted.stream().flatMap(id -> block(id).stream()).count()) {
      order(lines().keySet(), wanted, rows::lineOf, id -> blockEnd(rows.lineOf(id)));
    }
  }

  private void order(
      Collection<String> standing,
      List<String> wanted,
      Function<String, Integer> firstRow,
      Function<String, Integer> lastRow) {
    List<Row> before = rows.all();
    List<String> places = standing.stream().filter(wanted::contains).toList();
    List<Integer> first = places.stream().map(firstRow).toList();
    List<Integer> last = places.stream().map(lastRow).toList();
    for (int i = places.size() - 1; i >= 0; i--) {
      int now = places.indexOf(wanted.get(i));
      rows.replace(first.get(i), last.get(i), before.subList(first.get(now), last.get(now)));
    }
  }

  /** Removes a section with all its rows. */
  public void removeSection(String section) {
    rows.replace(firstRow(section), lastRow(section), List.of());
  }

  /** The comments right above the section's head belong to it. */
  private int firstRow(String section) {
    return rows.above(rows.headOf(section), 0, row -> row.is(Row.Comment.class));
  }

  /** Behind the section's last row that says anything and is not a comment on the next one. */
  private int lastRow(String section) {
    int from = rows.headOf(section) + 1;
    int end = rows.endOf(from - 1);
    int own =
        rows.is(end, Row.Head.class)
            ? rows.above(end, from, row -> row.is(Row.Comment.class))
            : end;
    return rows.above(own, from, row -> row.is(Row.Blank.class));
  }

  /** Where new rows go: before a section and the comments right above its head. */
  public Cursor beforeSection(String section) {
    return new Cursor(rows, firstRow(section));
  }

  /** Where new rows go: behind the section's last row that says anything. */
  public Cursor endOf(String section) {
    int head = rows.headOf(section);
    return new Cursor(rows, rows.above(rows.endOf(head), head + 1, row -> row.is(Row.Blank.class)));
  }

  /** Where new rows go: before the first section. */
  public Cursor start() {
    int first = rows.find(0, row -> row.is(Row.Head.class));
    return first < 0 ? endOfAll() : new Cursor(rows, first);
  }

  /** Where new rows go: behind everything but what the tool remembers. */
  public Cursor endOfAll() {
    return new Cursor(
        rows, rows.above(rows.size(), 0, row -> row.is(Row.Blank.class) || Rows.isMemory(row)));
  }
}

package dev.zundacast.script.file;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.KanaNotation;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.Piece;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Script;
import dev.zundacast.episode.Section;
import dev.zundacast.episode.Voices;
import dev.zundacast.script.file.MergeBase.Trace;
import dev.zundacast.script.file.ScriptContent.Decision;
import dev.zundacast.script.file.ScriptContent.LeftOut;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
  public static final String VERSION = "1";

  /** The header key of the narration that a script tells. */
  public static final String NARRATION = "narration";

  /** Below a line: a person approved it as it was when its fingerprint was this. */
  static final String APPROVED = "# 確認済み:";

  /** Below a line or a title of a person's own: what the post says now. */
  static final String DECISION = "# 投稿では今:";

  /** Begins the comment that keeps a place for the host's own word. */
  static final String SLOT = "# ひとこと";

  /** Begins the comments that tell which words are a language model's, and from where. */
  static final String REWRITE = "# rewrite:";

  /** Stands above what the tool remembers. */
  private static final String NOTICE = "# 以下は、手直しを見分けるための控え。書き足すときはこの上に。";

  /** In the place of a section's id: what is remembered of the whole script. */
  static final String SCRIPT = "@";

  final Path file;
  final Voices voices;

  private final String bom;

  final List<Row> rows;

  /** What most rows end with. */
  private final String lineEnd;

  private ScriptDocument(Path file, Voices voices, String bom, List<Row> rows) {
    this.file = file;
    this.voices = voices;
    this.bom = bom;
    this.rows = rows;
    long windows = rows.stream().filter(row -> row.lineEnd().equals("\r\n")).count();
    this.lineEnd = windows * 2 > rows.size() ? "\r\n" : "\n";
  }

  /**
   * Reads a script file's text.
   *
   * @throws Problem with every finding when something in it is wrong
   */
  public static ScriptDocument parse(Path file, String text, Voices voices) {
    String bom = text.startsWith(BOM) ? BOM : "";
    List<Row> rows = new ScriptReader(file, voices).rows(text.substring(bom.length()));
    return new ScriptDocument(file, voices, bom, rows);
  }

  /** A document that says nothing yet. */
  public static ScriptDocument empty(Path file, Voices voices) {
    return new ScriptDocument(file, voices, "", new ArrayList<>());
  }

  /** The same, to be changed apart from this. */
  public ScriptDocument copy() {
    return new ScriptDocument(file, voices, bom, new ArrayList<>(rows));
  }

  /** The whole file; what was its last row before rows came below it has a line end now. */
  public String text() {
    StringBuilder text = new StringBuilder(bom);
    for (int i = 0; i < rows.size(); i++) {
      String end = rows.get(i).lineEnd();
      text.append(rows.get(i).raw());
      text.append(end.isEmpty() && i + 1 < rows.size() ? lineEnd : end);
    }
    return text.toString();
  }

  // Rows.

  boolean is(int index, Class<? extends Row.Content> kind) {
    return index >= 0 && index < rows.size() && rows.get(index).is(kind);
  }

  /** Puts new rows into a place; what they mean is what they are read as. */
  void insert(int at, List<String> raw) {
    rows.addAll(
        at, raw.stream().map(it -> new ScriptReader(file, voices).read(it, lineEnd)).toList());
  }

  /** Does the same, with an empty row around them unless one, or the file's end, is there. */
  void insertApart(int at, List<String> raw) {
    if (at < rows.size() && !is(at, Row.Blank.class)) {
      insert(at, List.of(""));
    }
    insert(at, raw);
    if (!is(at - 1, Row.Blank.class)) {
      insert(at, List.of(""));
    }
  }

  void replace(int at, String raw) {
    rows.set(at, new ScriptReader(file, voices).read(raw, rows.get(at).lineEnd()));
  }

  void comment(int at) {
    replace(at, "# " + rows.get(at).raw().strip());
  }

  /** Where a row is of this kind from a place on, else the file's end. */
  private int find(int from, Predicate<Row> wanted) {
    int at = from;
    while (at < rows.size() && !wanted.test(rows.get(at))) {
      at++;
    }
    return at;
  }

  /** Where the first row of this kind with this id stands, or -1. */
  int find(Class<? extends Row.Content> kind, String id) {
    int at = find(0, row -> row.is(kind) && row.content().id().equals(id));
    return at < rows.size() ? at : -1;
  }

  int lineOf(String id) {
    return find(Row.Utterance.class, id);
  }

  /** Where the section begins; that there is none is a {@link Problem}. */
  int headOf(String section) {
    int head = find(Row.Head.class, section);
    if (head < 0) {
      throw Problem.in(Diagnostic.of(file, "script.noSection", section));
    }
    return head;
  }

  /** From a place up past all rows that are like this, but not above the first. */
  private int above(int place, int first, Predicate<Row> passed) {
    int at = place;
    while (at > first && passed.test(rows.get(at - 1))) {
      at--;
    }
    return at;
  }

  /** Behind the last row of the section whose head this is, be it empty. */
  int endOf(int head) {
    return find(head + 1, row -> row.is(Row.Head.class) || isMemory(row));
  }

  /** The row that overrides what is spoken for the line in this row, or -1. */
  private int overrideOf(int line) {
    int at = find(line + 1, row -> !(row.isComment() || row.is(Row.Blank.class)));
    return is(at, Row.Spoken.class) ? at : -1;
  }

  /** Behind the line in this row and what is spoken for it. */
  private int below(int line) {
    return Math.max(line, overrideOf(line)) + 1;
  }

  /** The rows of a line, with what is spoken for it and what comments below tell of it. */
  List<Row> block(String id) {
    return rows.subList(lineOf(id), below(id));
  }

  /** The rows of a section, with the comments above its head and without those on the next. */
  List<Row> blockOfSection(String section) {
    int head = headOf(section);
    int end = endOf(head);
    int own = is(end, Row.Head.class) ? above(end, head + 1, Row::isComment) : end;
    return rows.subList(firstRow(section), above(own, head + 1, row -> row.is(Row.Blank.class)));
  }

  /** The comments right above the section's head belong to it. */
  int firstRow(String section) {
    return above(headOf(section), 0, Row::isComment);
  }

  // What it says.

  /** What the file says and tells; gives ids to the lines that have none. */
  public ScriptContent content() {
    String text = text();
    giveIds();
    Script script = script();
    Map<String, Trace> traces = traces();
    List<Decision> decisions = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>();
    Map<String, String> sourceNotes = new HashMap<>();
    Set<String> approvals = new HashSet<>();
    Set<String> slots = new HashSet<>();
    String section = "";
    String told = "";
    String said = "";
    boolean own = false;
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      own = row.is(Row.Utterance.class) || (own && row.belongsToRowAbove());
      Optional<String> now = row.remark(DECISION);
      String title = told.equals(section) ? "@title " : "";
      row.remark(APPROVED).ifPresent(approvals::add);
      if (row.content() instanceof Row.Head head) {
        section = head.id();
        told = section;
        said = "";
      } else if (row.content() instanceof Row.Key key && row.isKey(TITLE)) {
        said = key.value();
      } else if (row.content() instanceof Row.Utterance it) {
        told = it.id();
        said = it.line().display();
        slots.remove(section);
      } else if (row.content() instanceof Row.LeftOut it) {
        told = "";
        Trace known = traces.getOrDefault(it.id(), Trace.NONE);
        leftOut.add(new LeftOut(it.id(), section, it.text(), !known.isLeftOut()));
      } else if (now.isPresent()
          && !told.isEmpty()
          && !now.get().equals(Piece.display(title + said))) {
        decisions.add(new Decision(i + 1, told, said, now.get()));
      } else if (own && row.remark(REWRITE).isPresent()) {
        sourceNotes.putIfAbsent(told, row.remark(REWRITE).get());
      } else if (row.remark(SLOT).isPresent()) {
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
        ids(script, it -> !approvals.isEmpty() && approvals.contains(fingerprint(it))),
        ids(script, it -> traces.getOrDefault(it.id(), Trace.NONE).isOf(it.written())),
        slots,
        sourceNotes);
  }

  private static Set<String> ids(Script script, Predicate<Line> which) {
    return script.lines().filter(which).map(Line::id).collect(Collectors.toSet());
  }

  /** What the file says. Every line has its id when {@link #giveIds} was called before. */
  public Script script() {
    List<Section> sections = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      if (is(i, Row.Head.class)) {
        sections.add(section(i));
      }
    }
    return new Script(file, header("speaker").orElse(""), sections);
  }

  private Section section(int at) {
    Row.Head head = (Row.Head) rows.get(at).content();
    return new Section(head.id(), head.kind(), key(at, TITLE), key(at, "source"), items(at));
  }

  /** The row of a key below a section's head, or of the header's below -1; -1 for none. */
  private int keyRow(int head, String name) {
    int at = find(head + 1, row -> row.is(Row.Head.class) || row.isKey(name));
    return is(at, Row.Key.class) ? at : -1;
  }

  /** Its value, "" for none. */
  private String key(int head, String name) {
    int at = keyRow(head, name);
    return at >= 0 && rows.get(at).content() instanceof Row.Key key ? key.value() : "";
  }

  private List<Section.Item> items(int head) {
    List<Section.Item> items = new ArrayList<>();
    boolean paragraphEnds = false;
    for (int i = head + 1; i < rows.size() && !is(i, Row.Head.class); i++) {
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

  Map<String, Line> lines() {
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

  /** Sets a key below a section's head, or of the header below -1, in its place; "" for none. */
  void setKey(int head, String name, String value) {
    if (key(head, name).equals(value)) {
      return;
    }
    int place = keyRow(head, name);
    if (place >= 0) {
      rows.remove(place);
    } else if (name.equals(TITLE)) {
      place = head + 1;
    } else {
      place = above(endOf(head), head + 1, row -> !row.is(Row.Key.class));
    }
    insert(place, Row.print(name, value));
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
      } else if (content instanceof Row.Utterance it && it.id().isEmpty()) {
        int number = next.computeIfAbsent(section, this::nextNumber);
        next.put(section, number + 1);
        replace(i, Row.print(it.line().withId(id(section, number))));
      }
    }
    for (MergeBase it : mergeBases().values()) {
      if (next.containsKey(it.id())) {
        remember(new MergeBase(it.id(), nextNumber(it.id()), it.source(), it.traces()));
      }
    }
  }

  /** The id of a section's line of this number. */
  public static String id(String section, int number) {
    return section + (number < 10 ? ".0" : ".") + number;
  }

  /** The number of the section's next new line; no line had it before, be it a comment now. */
  public int nextNumber(String section) {
    Pattern numbered = Pattern.compile(Pattern.quote(section) + "\\.(\\d{1,6})");
    int unused =
        Stream.concat(rows.stream().map(row -> row.content().id()), traces().keySet().stream())
            .filter(id -> id.startsWith(section))
            .map(numbered::matcher)
            .filter(Matcher::matches)
            .mapToInt(it -> Integer.parseInt(it.group(1)) + 1)
            .max()
            .orElse(1);
    MergeBase known = mergeBases().get(section);
    return known == null ? unused : Math.max(unused, known.next());
  }

  // What the tool remembers of what it wrote: the rows at the file's end.

  private static boolean isMemory(Row row) {
    return row.is(MergeBase.class) || row.raw().equals(NOTICE);
  }

  /** What the tool wrote before, by section, and of the whole script. */
  Map<String, MergeBase> mergeBases() {
    Map<String, MergeBase> mergeBases = new LinkedHashMap<>();
    for (Row row : rows) {
      if (row.content() instanceof MergeBase base) {
        mergeBases.putIfAbsent(base.id(), base);
      }
    }
    return mergeBases;
  }

  /** What is remembered of each line by its id, whatever its section. */
  Map<String, Trace> traces() {
    Map<String, Trace> traces = new HashMap<>();
    mergeBases().values().forEach(base -> base.lines().forEach(it -> traces.put(it.id(), it)));
    return traces;
  }

  /** The fingerprint of the speaker that the tool wrote; empty when nothing is remembered. */
  public Optional<String> rememberedSpeaker() {
    return Optional.ofNullable(mergeBases().get(SCRIPT)).map(MergeBase::source);
  }

  /** Remembers in whose words the script is written. */
  public void rememberSpeaker(String speaker) {
    remember(new MergeBase(SCRIPT, 0, MergeBase.fingerprint(speaker), List.of()));
  }

  /** Remembers what the tool wrote, in the place of what it remembered before. */
  void remember(MergeBase base) {
    int known = find(MergeBase.class, base.id());
    if (known >= 0) {
      replace(known, base.print());
      return;
    }
    if (rows.stream().noneMatch(ScriptDocument::isMemory)) {
      insert(rows.size(), List.of("", NOTICE));
    }
    int behind = above(rows.size(), 0, it -> !it.is(MergeBase.class));
    insert(behind == 0 ? rows.size() : behind, List.of(base.print()));
  }

  private List<Row> memoryOf(String section) {
    int at = find(MergeBase.class, section);
    return rows.subList(at, at + 1);
  }

  /** Puts what is remembered of these sections into this order, so that it tells the post's. */
  void orderMemory(List<String> sections) {
    order(mergeBases().keySet(), sections, this::memoryOf);
  }

  // Lines.

  /** Puts a line in the place of the one with its id, with what is spoken for it. */
  void set(Line line) {
    int at = lineOf(line.id());
    Line before = ((Row.Utterance) rows.get(at).content()).line();
    if (!Row.print(before).equals(Row.print(line))) {
      replace(at, Row.print(line));
    }
    int spoken = overrideOf(at);
    String mark = KanaNotation.is(line.spoken()) ? ScriptReader.ACCENTED : ">";
    String raw = "  " + mark + " " + Row.escape(line.spoken());
    if (spoken < 0 && !line.spoken().isEmpty()) {
      insert(at + 1, List.of(raw));
    } else if (spoken >= 0 && line.spoken().isEmpty()) {
      rows.remove(spoken);
    } else if (spoken >= 0 && !rows.get(spoken).content().equals(new Row.Spoken(line.spoken()))) {
      replace(spoken, raw);
    }
  }

  /** Where the line, or the comment that it stands as, is. */
  int rowOf(String lineId) {
    return Math.max(lineOf(lineId), commentOf(lineId));
  }

  /** Behind the line, or its comment, what is spoken for it and what comments tell of it. */
  int below(String lineId) {
    int end = below(rowOf(lineId));
    Predicate<Row> tells =
        row -> Stream.of(DECISION, APPROVED, REWRITE).anyMatch(it -> row.remark(it).isPresent());
    int notes = find(end, row -> !row.is(Row.Note.class));
    return above(notes, end, tells.negate());
  }

  /** Where the comment that a line stands as is, or -1. */
  int commentOf(String id) {
    return find(Row.LeftOut.class, id);
  }

  /** Turns a line and what is spoken for it into comments. */
  void commentOut(String id) {
    int line = lineOf(id);
    comment(line);
    if (overrideOf(line) >= 0) {
      comment(overrideOf(line));
    }
  }

  /** Puts rows in the place of the comment that a line stands as; whether there was one. */
  boolean replaceComment(String id, List<String> raw) {
    int at = commentOf(id);
    if (at >= 0) {
      rows.remove(at);
      insert(at, raw);
    }
    return at >= 0;
  }

  // What comments tell.

  /** Whether a comment, without its #, keeps a place for the host's own word. */
  public static boolean isSlot(String comment) {
    return ("# " + comment).startsWith(SLOT);
  }

  /** Puts a comment of this kind below a line or a title in place of the old one; none for "". */
  void setNote(String id, String mark, String text) {
    int line = lineOf(id);
    int above = line >= 0 ? line : headOf(id);
    String begin = line >= 0 ? "" : "@title ";
    Predicate<Row> old = row -> row.remark(mark).filter(it -> it.startsWith(begin)).isPresent();
    int at = find(above + 1, row -> old.test(row) || !row.belongsToRowAbove());
    if (at < rows.size() && old.test(rows.get(at))) {
      rows.remove(at);
    }
    if (!text.isEmpty()) {
      insert(line >= 0 ? below(line) : belowTitle(above), List.of(mark + " " + text));
    }
  }

  private int belowTitle(int head) {
    int at = find(head + 1, row -> row.isKey(TITLE) || !row.is(Row.Key.class));
    return is(at, Row.Key.class) ? at + 1 : at;
  }

  static String fingerprint(Line line) {
    return MergeBase.fingerprint(
        String.join(
            "\n",
            line.id(),
            line.speaker(),
            line.written(),
            line.spoken(),
            // By this name earlier versions told the settings in the marks that they left.
            line.overrides().toString().replace("Optional", "OptionalDouble")));
  }

  // Sections.

  List<String> sections() {
    return rows.stream()
        .filter(row -> row.is(Row.Head.class))
        .map(row -> row.content().id())
        .toList();
  }

  /** The section, if it stands in the file. */
  Optional<Section> section(String section) {
    int head = find(Row.Head.class, section);
    return head < 0 ? Optional.empty() : Optional.of(section(head));
  }

  /** The first of an id, and the same with the numbers from 2 on, that no section has or had. */
  String freeSection(String first) {
    Set<String> known = new HashSet<>(sections());
    known.addAll(mergeBases().keySet());
    String id = first;
    for (int number = 2; known.contains(id); number++) {
      id = first.replaceFirst("1$", "") + number;
    }
    return id;
  }

  /** Puts these sections into this order, on the places that they have together. */
  void order(List<String> wanted) {
    order(sections(), wanted, this::blockOfSection);
  }

  /** Does the same with lines, unless anything of a person's stands between them. */
  void orderLines(List<String> wanted) {
    int first = wanted.stream().mapToInt(this::lineOf).min().orElse(0);
    int end = wanted.stream().mapToInt(id -> lineOf(id) + block(id).size()).max().orElse(0);
    long all =
        rows.subList(first, end).stream()
            .filter(row -> !row.is(Row.Blank.class) && !row.is(Row.LeftOut.class))
            .count();
    if (all == wanted.stream().mapToInt(id -> block(id).size()).sum()) {
      order(lines().keySet(), wanted, this::block);
    }
  }

  private static void order(
      Collection<String> standing, List<String> wanted, Function<String, List<Row>> block) {
    List<String> places = standing.stream().filter(wanted::contains).toList();
    Map<String, List<Row>> blocks = new HashMap<>();
    wanted.forEach(id -> blocks.put(id, List.copyOf(block.apply(id))));
    // From the last on: the first row with an id is still the one in its old place.
    for (int i = places.size() - 1; i >= 0; i--) {
      List<Row> place = block.apply(places.get(i));
      place.clear();
      place.addAll(Objects.requireNonNull(blocks.get(wanted.get(i))));
    }
  }

  /** Behind the section's last row that says anything. */
  int endOf(String section) {
    int head = headOf(section);
    return above(endOf(head), head + 1, row -> row.is(Row.Blank.class));
  }

  /** Before the first section. */
  int start() {
    return Math.min(end(), find(0, row -> row.is(Row.Head.class)));
  }

  /** Behind everything but what the tool remembers. */
  int end() {
    return above(rows.size(), 0, row -> row.is(Row.Blank.class) || isMemory(row));
  }
}

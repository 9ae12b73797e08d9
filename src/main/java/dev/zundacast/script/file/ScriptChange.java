package dev.zundacast.script.file;

import dev.zundacast.disk.SafePath;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.KanaNotation;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.Piece;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Section;
import dev.zundacast.message.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What a person changes in the lines and sections of a script: each change tells what was done, or
 * is a {@link Problem} where the script lacks what it names.
 *
 * @param document whose lines all have ids
 */
public record ScriptChange(ScriptDocument document) {

  // Lines.

  /** Lines become what this makes of each of them. */
  public Message edit(List<String> ids, UnaryOperator<Line> edit) {
    return each(ids, "change.changed", it -> put(it, edit.apply(it)));
  }

  /**
   * A new line.
   *
   * @param before the line that it goes before, "" for the section's end
   */
  public Message add(String section, String before, String text) {
    document.insert(place(section, before), List.of(Row.print(newLine(text))));
    return Message.of("change.added");
  }

  /**
   * The host's own word on an article, in the place that its section keeps for it.
   *
   * @param text "" for none: the place goes
   */
  public Message word(String section, String text) {
    int head = document.headOf(section);
    List<Row> rows = document.rows.subList(head, document.endOf(head));
    if (!rows.removeIf(row -> row.remark(ScriptDocument.SLOT).isPresent())) {
      throw wrong(Message.of("change.noPlaceForWord", section));
    }
    if (text.isBlank()) {
      return Message.of("change.wordGone", section);
    }
    add(section, "", text);
    return Message.of("change.word", section);
  }

  /** Lines go, with what comments below tell of them. */
  public Message delete(List<String> ids) {
    return each(ids, "change.deleted", line -> document.block(line.id()).clear());
  }

  /**
   * Lines go to another place, in the order of the script.
   *
   * @param before the line that they go before, "" for the section's end
   */
  public Message move(List<String> ids, String section, String before) {
    List<Line> lines = lines(ids);
    if (ids.contains(before)) {
      throw wrong(Message.of("change.lineBeforeItself"));
    }
    place(section, before);
    List<Row> moved = new ArrayList<>();
    for (Line line : lines) {
      moved.addAll(document.block(line.id()));
      document.block(line.id()).clear();
    }
    document.rows.addAll(place(section, before), moved);
    return Message.of("change.moved", names(ids));
  }

  /** Each line stands there once more, behind itself. */
  public Message duplicate(List<String> ids) {
    return each(ids, "change.duplicated", this::duplicate);
  }

  private void duplicate(Line line) {
    List<Row> block = document.block(line.id());
    List<String> copy = new ArrayList<>(List.of(Row.print(line.withId(""))));
    block.stream().filter(row -> row.is(Row.Spoken.class)).map(Row::raw).forEach(copy::add);
    document.insert(document.below(line.id()), copy);
  }

  /** Sentences that stand as comments are said, with what is spoken for them. */
  public Message takeIn(List<String> ids) {
    for (String id : ids) {
      int at = document.commentOf(id);
      if (at < 0) {
        throw wrong(Message.of("change.noneLeftOut", id));
      }
      uncomment(at, "");
      if (at + 1 < document.rows.size()
          && document.rows.get(at + 1).raw().strip().matches("#\\s*>.*")) {
        uncomment(at + 1, "  ");
      }
    }
    return Message.of("change.takenIn", names(ids));
  }

  private void uncomment(int at, String indent) {
    document.replace(at, indent + document.rows.get(at).raw().strip().replaceFirst("^#\\s*", ""));
  }

  /** Lines become comments, which can be taken in again. */
  public Message leaveOut(List<String> ids) {
    return each(ids, "change.leftOut", line -> document.commentOut(line.id()));
  }

  /** Lines are right as they are now. */
  public Message approve(List<String> ids) {
    return each(ids, "change.approved", line -> approve(line, ScriptDocument.fingerprint(line)));
  }

  /** Lines are no longer approved. */
  public Message unapprove(List<String> ids) {
    return each(ids, "change.unapproved", line -> approve(line, ""));
  }

  private void approve(Line line, String fingerprint) {
    document.setNote(line.id(), ScriptDocument.APPROVED, fingerprint);
  }

  /** One voice says all of these lines: a name, or {@code name/style}. */
  public Message speak(List<String> ids, String speaker) {
    edit(ids, line -> line.withSpeaker(speaker));
    return Message.of("change.spokenBy", names(ids), speaker);
  }

  /**
   * A line becomes two, which are said as it was.
   *
   * @param first what the line says from now on
   * @param rest what the new one below it says
   */
  public Message split(String id, String first, String rest) {
    Line line = lines(List.of(id)).get(0);
    if (!bare(line.written()).equals(bare(first + rest))) {
      throw wrong(Message.of("change.splitChanged", id));
    }
    // It was spoken for all of the line, and nobody knows where it would be split.
    Line half = line.withSpoken("");
    put(line, half.withWritten(rest));
    duplicate(List.of(id));
    put(half.withWritten(rest), half.withWritten(first).withPause(0));
    return Message.of("change.split", id);
  }

  /** A line says what the next one says, too, which goes; the silence behind that one stays. */
  public Message join(String id, String nextId) {
    if (id.equals(nextId)) {
      throw wrong(Message.of("change.joinedToItself"));
    }
    Line line = lines(List.of(id)).get(0);
    Line next = lines(List.of(nextId)).get(0);
    boolean read = !line.spoken().isEmpty() || !next.spoken().isEmpty();
    // Accents are those of a whole line.
    boolean accents = KanaNotation.is(line.spoken()) || KanaNotation.is(next.spoken());
    Line joined =
        line.withWritten(line.written() + next.written()).withPause(next.extraPauseMillis());
    put(line, joined.withSpoken(read && !accents ? said(line) + said(next) : ""));
    document.block(nextId).clear();
    return Message.of("change.joined", nextId, id);
  }

  private static String said(Line line) {
    return line.spoken().isEmpty() ? Piece.said(line.written()) : line.spoken();
  }

  /** A text becomes another one wherever it is written, but in approved lines. */
  public Message replace(String find, String with) {
    Set<String> approved = document.content().approved();
    List<String> changed =
        document.lines().values().stream()
            .filter(it -> it.written().contains(find) && !approved.contains(it.id()))
            .map(Line::id)
            .toList();
    edit(changed, it -> it.withWritten(it.written().replace(find, with)));
    return Message.of("change.replaced", find, names(changed));
  }

  /** A word is read like this wherever it stands in these lines without a reading. */
  public Message read(List<String> ids, String word, String reading) {
    String printed = new Piece(word, oneLine(reading)).print();
    Function<Piece, String> read =
        it -> it.spoken().isEmpty() ? it.written().replace(word, printed) : it.print();
    edit(
        ids,
        line ->
            line.withWritten(
                Piece.split(line.written()).stream().map(read).collect(Collectors.joining())));
    return Message.of("change.read", word, reading, names(ids));
  }

  /** Whose words are said. */
  public enum Words {
    /** The person's, as they stand in the script. */
    OWN,
    /** The post's, as it says them now. */
    POST
  }

  /** What becomes of a line, or a section's title, whose post says something else now. */
  public Message decide(String id, Words use) {
    ScriptContent.Decision waiting =
        document.content().decisions().stream()
            .filter(it -> it.id().equals(id))
            .findFirst()
            .orElseThrow(() -> wrong(Message.of("change.noDecision", id)));
    document.setNote(id, ScriptDocument.DECISION, "");
    Line line = document.lines().get(id);
    if (use == Words.OWN) {
      return Message.of("change.ownKept", id);
    }
    if (line == null) {
      String title = waiting.now().replaceFirst("^@title ", "").strip();
      document.setKey(document.headOf(id), "title", title);
    } else {
      put(line, line.withWritten(waiting.now()).withSpoken(""));
    }
    return Message.of("change.postTaken", id);
  }

  // Sections.

  /**
   * A new section with a line.
   *
   * @param before the section that it goes before, "" for the end
   */
  public Message addSection(String title, String before, String text) {
    String id = document.freeSection("s1");
    List<String> rows = Row.print(id, Section.Kind.SECTION, oneLine(title), "");
    rows.add(Row.print(newLine(text)));
    document.insertApart(before.isEmpty() ? document.end() : document.firstRow(before), rows);
    return Message.of("change.sectionAdded", id);
  }

  /** A section goes before another one, "" for the end. */
  public Message moveSection(String id, String before) {
    if (id.equals(before)) {
      throw wrong(Message.of("change.sectionBeforeItself"));
    }
    List<String> order = new ArrayList<>(document.sections());
    order.remove(id);
    if (!before.isEmpty()) {
      document.headOf(before);
    }
    order.add(before.isEmpty() ? order.size() : order.indexOf(before), id);
    document.order(order);
    return Message.of("change.sectionMoved", id);
  }

  /** A section goes with all its lines. */
  public Message deleteSection(String id) {
    document.blockOfSection(id).clear();
    return Message.of("change.sectionDeleted", id);
  }

  /** A section is called otherwise. */
  public Message nameSection(String id, String title) {
    document.setKey(document.headOf(id), "title", oneLine(title));
    return Message.of("change.sectionNamed", id);
  }

  // What the changes share.

  private Message each(List<String> ids, String key, Consumer<Line> change) {
    lines(ids).forEach(change);
    return Message.of(key, names(ids));
  }

  private List<Line> lines(List<String> ids) {
    Map<String, Line> lines = document.lines();
    for (String id : ids) {
      if (!lines.containsKey(id)) {
        throw noSuchLine(id);
      }
    }
    return lines.values().stream().filter(line -> ids.contains(line.id())).toList();
  }

  /** Where new rows go: before a line, or at the section's end for "". */
  private int place(String section, String before) {
    int end = document.endOf(section);
    return before.isEmpty() ? end : document.lineOf(lines(List.of(before)).get(0).id());
  }

  private static Line newLine(String text) {
    return Line.of("", "", oneLine(text));
  }

  /** Changes a line, which is no longer approved: who approved it approved another. */
  private void put(Line line, Line changed) {
    if (!changed.equals(line)) {
      document.set(
          changed.withWritten(oneLine(changed.written())).withSpoken(oneLine(changed.spoken())));
      approve(line, "");
    }
  }

  /** Text that takes more than one line, on one, without what nobody sees or hears in it. */
  private static String oneLine(String text) {
    return SafePath.visible(text.strip().replaceAll("\\s*\\R\\s*|\\t", " "));
  }

  private static String bare(String text) {
    return text.replaceAll("\\s+", "");
  }

  private static Message names(List<String> ids) {
    int shown = 3;
    return ids.size() <= shown
        ? Message.plain(String.join(", ", ids))
        : Message.of("change.lines", ids.size());
  }

  private Problem wrong(Message message) {
    return Problem.in(Diagnostic.of(document.file, message));
  }

  private Problem noSuchLine(String id) {
    if (document.commentOf(id) >= 0) {
      return wrong(Message.of("change.isLeftOut", id));
    }
    Map<String, String> bySection = new LinkedHashMap<>();
    for (String line : document.lines().keySet()) {
      bySection.merge(
          line.replaceAll("\\..*", ""),
          line,
          (first, last) -> first.replaceAll("….*", "") + "…" + last);
    }
    return wrong(Message.of("script.noLine", id, String.join(", ", bySection.values())));
  }
}

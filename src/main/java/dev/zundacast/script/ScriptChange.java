package dev.zundacast.script;

import dev.zundacast.disk.SafePath;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.KanaNotation;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.Piece;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Section;
import dev.zundacast.message.Message;
import dev.zundacast.script.file.ScriptContent;
import dev.zundacast.script.file.ScriptDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What a person changes in the lines and sections of a script; {@link Scripts#change} makes it. */
@FunctionalInterface
public interface ScriptChange {
  /**
   * Puts the change into a script whose lines all have ids.
   *
   * @return what was done, for people
   * @throws Problem when the script lacks what the change names
   */
  Message in(ScriptDocument document);

  // Lines.

  /** Lines become what this makes of each of them. */
  static ScriptChange edit(List<String> ids, UnaryOperator<Line> edit) {
    return document -> {
      lines(document, ids).forEach(line -> put(document, line, edit.apply(line)));
      return Message.of("change.changed", names(ids));
    };
  }

  /**
   * A new line.
   *
   * @param before the line that it goes before, "" for the section's end
   */
  static ScriptChange add(String section, String before, String text) {
    return document -> {
      requireSection(document, section);
      lines(document, before.isEmpty() ? List.of() : List.of(before));
      document.place(section, before).line(Line.of("", "", oneLine(text)));
      return Message.of("change.added");
    };
  }

  /**
   * The host's own word on an article, in the place that its section keeps for it.
   *
   * @param text "" for none: the place goes
   */
  static ScriptChange word(String section, String text) {
    return document -> {
      if (!document.content().slots().contains(section)) {
        throw wrong(document, Message.of("change.noPlaceForWord", section));
      }
      document.removeSlot(section);
      if (text.isBlank()) {
        return Message.of("change.wordGone", section);
      }
      document.place(section, "").line(Line.of("", "", oneLine(text)));
      return Message.of("change.word", section);
    };
  }

  /** Lines go. */
  static ScriptChange delete(List<String> ids) {
    return each(ids, "change.deleted", (document, line) -> document.remove(line.id()));
  }

  /**
   * Lines go to another place, in the order of the script.
   *
   * @param before the line that they go before, "" for the section's end
   */
  static ScriptChange move(List<String> ids, String section, String before) {
    return document -> {
      requireSection(document, section);
      List<String> moved = lines(document, ids).stream().map(Line::id).toList();
      if (moved.contains(before)) {
        throw wrong(document, Message.of("change.lineBeforeItself"));
      }
      lines(document, before.isEmpty() ? List.of() : List.of(before));
      document.move(moved, section, before);
      return Message.of("change.moved", names(ids));
    };
  }

  /** Each line stands there once more, behind itself. */
  static ScriptChange duplicate(List<String> ids) {
    return each(ids, "change.duplicated", (document, line) -> document.duplicate(line.id()));
  }

  /** Sentences that stand as comments are said. */
  static ScriptChange takeIn(List<String> ids) {
    return document -> {
      for (String id : ids) {
        if (!document.isComment(id)) {
          throw wrong(document, Message.of("change.noneLeftOut", id));
        }
        document.takeIn(id);
      }
      return Message.of("change.takenIn", names(ids));
    };
  }

  /** Lines become comments, which can be taken in again. */
  static ScriptChange leaveOut(List<String> ids) {
    return each(ids, "change.leftOut", (document, line) -> document.commentOut(line.id()));
  }

  /** Lines are right as they are now. */
  static ScriptChange approve(List<String> ids) {
    return each(ids, "change.approved", ScriptDocument::approve);
  }

  /** Lines are no longer approved. */
  static ScriptChange unapprove(List<String> ids) {
    return each(ids, "change.unapproved", (document, line) -> document.removeApproval(line.id()));
  }

  /** One voice says all of these lines: a name, or {@code name/style}. */
  static ScriptChange speak(List<String> ids, String speaker) {
    return document -> {
      lines(document, ids).forEach(line -> put(document, line, line.withSpeaker(speaker)));
      return Message.of("change.spokenBy", names(ids), speaker);
    };
  }

  /**
   * A line becomes two, which are said as it was.
   *
   * @param first what the line says from now on
   * @param rest what the new one below it says
   */
  static ScriptChange split(String id, String first, String rest) {
    return document -> {
      Line line = lines(document, List.of(id)).get(0);
      if (!bare(line.written()).equals(bare(first + rest))) {
        throw wrong(document, Message.of("change.splitChanged", id));
      }
      // It was spoken for all of the line, and nobody knows where it would be split.
      Line half = line.withSpoken("");
      put(document, line, half.withWritten(rest));
      document.duplicate(id);
      put(document, half.withWritten(rest), half.withWritten(first).withPause(0));
      return Message.of("change.split", id);
    };
  }

  /** A line says what the next one says, too, which goes; the silence behind that one stays. */
  static ScriptChange join(String id, String nextId) {
    return document -> {
      if (id.equals(nextId)) {
        throw wrong(document, Message.of("change.joinedToItself"));
      }
      lines(document, List.of(id, nextId));
      Line line = Objects.requireNonNull(document.lines().get(id));
      Line next = Objects.requireNonNull(document.lines().get(nextId));
      boolean read = !line.spoken().isEmpty() || !next.spoken().isEmpty();
      // Accents are those of a whole line.
      boolean accents = KanaNotation.is(line.spoken()) || KanaNotation.is(next.spoken());
      Line joined =
          line.withWritten(line.written() + next.written()).withPause(next.extraPauseMillis());
      put(document, line, joined.withSpoken(read && !accents ? said(line) + said(next) : ""));
      document.remove(nextId);
      return Message.of("change.joined", nextId, id);
    };
  }

  private static String said(Line line) {
    return line.spoken().isEmpty() ? Piece.said(line.written()) : line.spoken();
  }

  /** A text becomes another one wherever it is written, but in approved lines. */
  static ScriptChange replace(String find, String with) {
    return document -> {
      Map<String, Line> lines = document.lines();
      Set<String> approved = document.approved(lines.values());
      List<String> changed = new ArrayList<>();
      for (Line line : lines.values()) {
        if (line.written().contains(find) && !approved.contains(line.id())) {
          put(document, line, line.withWritten(line.written().replace(find, with)));
          changed.add(line.id());
        }
      }
      return Message.of("change.replaced", find, names(changed));
    };
  }

  /** A word is read like this wherever it stands in these lines without a reading. */
  static ScriptChange read(List<String> ids, String word, String reading) {
    String printed = new Piece(word, oneLine(reading)).print();
    return document -> {
      for (Line line : lines(document, ids)) {
        String text =
            Piece.split(line.written()).stream()
                .map(it -> it.spoken().isEmpty() ? it.written().replace(word, printed) : it.print())
                .collect(Collectors.joining());
        put(document, line, line.withWritten(text));
      }
      return Message.of("change.read", word, reading, names(ids));
    };
  }

  /** Whose words are said. */
  enum Words {
    /** The person's, as they stand in the script. */
    OWN,
    /** The post's, as it says them now. */
    POST
  }

  /** What becomes of a line, or a section's title, whose post says something else now. */
  static ScriptChange decide(String id, Words use) {
    return document -> {
      ScriptContent.Decision waiting =
          document.content().decisions().stream()
              .filter(it -> it.id().equals(id))
              .findFirst()
              .orElseThrow(() -> wrong(document, Message.of("change.noDecision", id)));
      document.removeDecision(id);
      Line line = document.lines().get(id);
      if (use == Words.OWN) {
        return Message.of("change.ownKept", id);
      }
      if (line == null) {
        document.setKey(id, "title", waiting.now().replaceFirst("^@title ", "").strip());
      } else {
        put(document, line, line.withWritten(waiting.now()).withSpoken(""));
      }
      return Message.of("change.postTaken", id);
    };
  }

  // Sections.

  /**
   * A new section with a line.
   *
   * @param before the section that it goes before, "" for the end
   */
  static ScriptChange addSection(String title, String before, String text) {
    return document -> {
      String id = freeSection(document);
      if (!before.isEmpty()) {
        requireSection(document, before);
      }
      (before.isEmpty() ? document.endOfAll() : document.beforeSection(before))
          .paragraph()
          .head(new Section(id, Section.Kind.SECTION, oneLine(title), "", List.of()))
          .line(Line.of("", "", oneLine(text)))
          .paragraphBelow();
      return Message.of("change.sectionAdded", id);
    };
  }

  private static String freeSection(ScriptDocument document) {
    for (int number = 1; ; number++) {
      String id = "s" + number;
      if (!document.hasSection(id) && !document.memory().mergeBases().containsKey(id)) {
        return id;
      }
    }
  }

  /** A section goes before another one, "" for the end. */
  static ScriptChange moveSection(String id, String before) {
    return document -> {
      requireSection(document, id);
      if (id.equals(before)) {
        throw wrong(document, Message.of("change.sectionBeforeItself"));
      }
      List<String> order = new ArrayList<>(document.sections());
      order.remove(id);
      if (!before.isEmpty()) {
        requireSection(document, before);
      }
      order.add(before.isEmpty() ? order.size() : order.indexOf(before), id);
      document.order(order);
      return Message.of("change.sectionMoved", id);
    };
  }

  /** A section goes with all its lines. */
  static ScriptChange deleteSection(String id) {
    return document -> {
      requireSection(document, id);
      document.removeSection(id);
      return Message.of("change.sectionDeleted", id);
    };
  }

  /** A section is called otherwise. */
  static ScriptChange nameSection(String id, String title) {
    return document -> {
      requireSection(document, id);
      document.setKey(id, "title", oneLine(title));
      return Message.of("change.sectionNamed", id);
    };
  }

  // What the changes share.

  private static ScriptChange each(
      List<String> ids, String key, BiConsumer<ScriptDocument, Line> change) {
    return document -> {
      lines(document, ids).forEach(line -> change.accept(document, line));
      return Message.of(key, names(ids));
    };
  }

  /** The lines with these ids in the order of the script. */
  private static List<Line> lines(ScriptDocument document, List<String> ids) {
    Map<String, Line> lines = document.lines();
    for (String id : ids) {
      if (!lines.containsKey(id)) {
        throw noSuchLine(document, id);
      }
    }
    return lines.values().stream().filter(line -> ids.contains(line.id())).toList();
  }

  /** Changes a line, which is no longer approved: who approved it approved another. */
  private static void put(ScriptDocument document, Line line, Line changed) {
    if (!changed.equals(line)) {
      document.set(
          changed.withWritten(oneLine(changed.written())).withSpoken(oneLine(changed.spoken())));
      document.removeApproval(line.id());
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

  private static void requireSection(ScriptDocument document, String section) {
    if (!document.hasSection(section)) {
      throw wrong(document, Message.of("script.noSection", section));
    }
  }

  private static Problem wrong(ScriptDocument document, Message message) {
    return Problem.in(Diagnostic.of(document.file(), message));
  }

  /** The problem of a line that is not there, with the lines that are. */
  private static Problem noSuchLine(ScriptDocument document, String id) {
    if (document.isComment(id)) {
      return Problem.in(Diagnostic.of(document.file(), "change.isLeftOut", id));
    }
    Map<String, List<String>> bySection =
        document.lines().keySet().stream()
            .collect(
                Collectors.groupingBy(
                    it -> it.replaceAll("\\..*", ""), LinkedHashMap::new, Collectors.toList()));
    String known =
        bySection.values().stream()
            .map(all -> all.get(0) + (all.size() == 1 ? "" : "…" + all.get(all.size() - 1)))
            .collect(Collectors.joining(", "));
    return wrong(document, Message.of("script.noLine", id, known));
  }
}

package dev.zundacast.script;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.KanaNotation;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.Piece;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Section;
import dev.zundacast.episode.Voices;
import dev.zundacast.script.file.Cursor;
import dev.zundacast.script.file.LineHead;
import dev.zundacast.script.file.ScriptDocument;
import dev.zundacast.script.file.ScriptDocument.Heading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Turns a person's changes into the next text of a script file, which is read before it counts.
 * Lives for one call.
 */
final class LineChanges {
  private static final String TITLE = "@title ";

  private final Voices voices;
  private final ScriptDocument document;

  LineChanges(ScriptDocument document, Voices voices) {
    this.document = document;
    this.voices = voices;
  }

  /** Puts the same change into lines; {@link LineEdit#NONE} only looks whether they are there. */
  ScriptUpdate edited(List<String> lineIds, LineEdit edit) {
    String before = document.text();
    document.giveIds();
    for (String lineId : lineIds) {
      if (!document.hasLine(lineId)) {
        throw noSuchLine(document, lineId);
      }
      if (!edit.isNone()) {
        edit(lineId, edit);
      }
    }
    return ScriptUpdate.of(Optional.of(before), edit.isNone() ? document : read(), List.of());
  }

  /** Puts a change to its lines or sections into the file. */
  ScriptUpdate changed(ScriptChange change) {
    String before = document.text();
    document.giveIds();
    String done = make(change);
    ScriptDocument after = read();
    after.giveIds();
    return ScriptUpdate.of(Optional.of(before), after, List.of(done));
  }

  /** What was done, for people. */
  private String make(ScriptChange change) {
    if (change instanceof ScriptChange.Add it) {
      return add(it);
    } else if (change instanceof ScriptChange.Delete it) {
      all(it.ids()).forEach(document::removeBlock);
      return names(it.ids()) + " deleted";
    } else if (change instanceof ScriptChange.Move it) {
      return move(it);
    } else if (change instanceof ScriptChange.Duplicate it) {
      all(it.ids()).forEach(document::duplicate);
      return names(it.ids()) + " duplicated";
    } else if (change instanceof ScriptChange.TakeIn it) {
      return takeIn(it);
    } else if (change instanceof ScriptChange.LeaveOut it) {
      all(it.ids()).forEach(document::commentOut);
      return names(it.ids()) + " left out";
    } else if (change instanceof ScriptChange.Approve it) {
      Map<String, Line> lines = document.lines();
      all(it.ids()).forEach(id -> document.approve(Objects.requireNonNull(lines.get(id))));
      return names(it.ids()) + " approved";
    } else if (change instanceof ScriptChange.Unapprove it) {
      all(it.ids()).forEach(document::removeApproval);
      return names(it.ids()) + " no longer approved";
    }
    return text(change);
  }

  private String text(ScriptChange change) {
    if (change instanceof ScriptChange.Replace it) {
      return replace(it);
    } else if (change instanceof ScriptChange.Speak it) {
      LineEdit edit = LineEdit.NONE.withSpeaker(it.speaker());
      all(it.ids()).forEach(id -> edit(id, edit));
      return names(it.ids()) + " spoken by " + it.speaker();
    } else if (change instanceof ScriptChange.Split it) {
      all(List.of(it.id()));
      split(it.id(), oneLine(it.first()), oneLine(it.rest()));
      return it.id() + " split";
    } else if (change instanceof ScriptChange.Join it) {
      all(List.of(it.id(), it.next()));
      join(it.id(), it.next());
      return it.next() + " joined to " + it.id();
    } else if (change instanceof ScriptChange.Read it) {
      all(it.ids()).forEach(id -> read(id, it));
      return "'" + it.word() + "' read " + it.reading() + " in " + names(it.ids());
    } else if (change instanceof ScriptChange.Decide it) {
      return decide(it);
    }
    return section(change);
  }

  private String section(ScriptChange change) {
    if (change instanceof ScriptChange.AddSection it) {
      return addSection(it);
    } else if (change instanceof ScriptChange.MoveSection it) {
      document.order(moved(required(it.id()), it.before()));
      return "section " + it.id() + " moved";
    } else if (change instanceof ScriptChange.DeleteSection it) {
      document.removeSection(required(it.id()));
      return "section " + it.id() + " deleted";
    } else if (change instanceof ScriptChange.NameSection it) {
      document.setKey(required(it.id()), "title", oneLine(it.title()));
      return "section " + it.id() + " named";
    }
    throw new IllegalArgumentException("no change is called " + change);
  }

  /** Puts a change into a line, which is no longer approved: who approved it approved another. */
  private void edit(String id, LineEdit edit) {
    LineHead head = document.head(id);
    if (edit.overrides().isPresent() || edit.others() == LineEdit.OtherOverrides.GOES) {
      head = head.withOverrides(edit.overridesOf(head.overrides()));
    }
    head = head.withSpeaker(edit.speaker().orElse(head.speaker()));
    head = head.withPause(edit.pauseMillis().orElse(head.extraPauseMillis()));
    document.setLine(head, edit.text().map(LineChanges::oneLine).orElse(document.written(id)));
    edit.spoken().ifPresent(spoken -> document.setSpoken(id, oneLine(spoken)));
    document.removeApproval(id);
  }

  /** Makes two lines of one, which are said as it was. */
  private void split(String id, String first, String rest) {
    if (!bare(document.written(id)).equals(bare(first + rest))) {
      throw wrong(id + " was changed meanwhile; split it as it is now");
    }
    document.removeApproval(id);
    // It was spoken for all of the line, and nobody knows where it would be split.
    document.setSpoken(id, "");
    document.setLine(document.head(id), rest);
    document.duplicate(id);
    document.setLine(document.head(id), first);
  }

  private static String bare(String text) {
    return text.replaceAll("\\s+", "");
  }

  /** Has a line say what the next one says, too, which goes. */
  private void join(String id, String nextId) {
    Map<String, Line> lines = document.lines();
    Line line = Objects.requireNonNull(lines.get(id));
    Line next = Objects.requireNonNull(lines.get(nextId));
    boolean read = !line.spoken().isEmpty() || !next.spoken().isEmpty();
    // Accents are those of a whole line.
    boolean accents = KanaNotation.is(line.spoken()) || KanaNotation.is(next.spoken());
    document.removeApproval(id);
    document.setSpoken(id, read && !accents ? said(line) + said(next) : "");
    document.setLine(document.head(id), line.written() + next.written());
    document.removeBlock(nextId);
  }

  private static String said(Line line) {
    return line.spoken().isEmpty()
        ? Piece.split(line.written()).stream()
            .map(it -> it.spoken().isEmpty() ? it.written() : it.spoken())
            .collect(Collectors.joining())
        : line.spoken();
  }

  private String add(ScriptChange.Add add) {
    required(add.section());
    if (!add.before().isEmpty()) {
      all(List.of(add.before()));
    }
    document.add(add.section(), add.before(), oneLine(add.text()));
    return "a line added";
  }

  private String move(ScriptChange.Move move) {
    required(move.section());
    List<String> ids = all(move.ids());
    if (ids.contains(move.before())) {
      throw wrong("a line cannot go before itself");
    }
    if (!move.before().isEmpty()) {
      all(List.of(move.before()));
    }
    document.move(ids, move.section(), move.before());
    return names(move.ids()) + " moved";
  }

  private String takeIn(ScriptChange.TakeIn take) {
    for (String id : take.ids()) {
      if (!document.isComment(id)) {
        throw wrong("no sentence '" + id + "' is left out here");
      }
      document.takeIn(id);
    }
    return names(take.ids()) + " taken in";
  }

  private String replace(ScriptChange.Replace replace) {
    List<String> changed = new ArrayList<>(found(replace.find()));
    changed.removeAll(document.approved(document.lines().values()));
    for (String id : changed) {
      String text = document.written(id).replace(replace.find(), oneLine(replace.with()));
      document.setLine(document.head(id), text);
    }
    return "'" + replace.find() + "' replaced in " + names(changed);
  }

  private void read(String id, ScriptChange.Read read) {
    String reading = new Piece(read.word(), oneLine(read.reading())).print();
    StringBuilder text = new StringBuilder();
    for (Piece piece : Piece.split(document.written(id))) {
      text.append(
          piece.spoken().isEmpty() ? piece.written().replace(read.word(), reading) : piece.print());
    }
    document.setLine(document.head(id), text.toString());
  }

  /** The lines in whose written text this stands. */
  List<String> found(String text) {
    return text.isEmpty()
        ? List.of()
        : document.lines().values().stream()
            .filter(line -> line.written().contains(text))
            .map(Line::id)
            .toList();
  }

  private String decide(ScriptChange.Decide decide) {
    ScriptDocument.Decision waiting =
        document.decisions().stream()
            .filter(it -> it.id().equals(decide.id()))
            .findFirst()
            .orElseThrow(() -> wrong("nothing waits for a decision at '" + decide.id() + "'"));
    boolean post = decide.use() == ScriptChange.Words.POST;
    document.removeDecision(decide.id());
    if (post && waiting.now().startsWith(TITLE)) {
      String title = waiting.now().substring(TITLE.length()).strip();
      document.setKey(decide.id(), "title", title);
    } else if (post) {
      document.setLine(document.head(decide.id()), waiting.now());
      document.setSpoken(decide.id(), "");
    }
    return decide.id() + (post ? ": the post's words taken" : ": own words kept");
  }

  private String addSection(ScriptChange.AddSection add) {
    String id = freeSection();
    Cursor place =
        add.before().isEmpty()
            ? document.endOfAll()
            : document.beforeSection(required(add.before()));
    Heading heading = new Heading(id, Section.Kind.SECTION, oneLine(add.title()), "");
    place
        .paragraph()
        .heading(heading)
        .line(LineHead.of(id + ".01", ""), oneLine(add.text()))
        .paragraphBelow();
    return "section " + id + " added";
  }

  private String freeSection() {
    for (int number = 1; ; number++) {
      String id = "s" + number;
      if (!document.hasSection(id) && !document.memory().mergeBases().containsKey(id)) {
        return id;
      }
    }
  }

  private List<String> moved(String section, String before) {
    List<String> order = new ArrayList<>(document.sections());
    order.remove(section);
    order.add(before.isEmpty() ? order.size() : order.indexOf(required(before)), section);
    return order;
  }

  private String required(String section) {
    if (!document.hasSection(section)) {
      throw wrong("there is no section '" + section + "'");
    }
    return section;
  }

  /** The lines in the order of the script. */
  private List<String> all(List<String> ids) {
    List<String> known = List.copyOf(document.lines().keySet());
    for (String id : ids) {
      if (!known.contains(id)) {
        throw noSuchLine(document, id);
      }
    }
    return known.stream().filter(ids::contains).toList();
  }

  private Problem wrong(String message) {
    return Problem.in(Diagnostic.of(document.file(), message));
  }

  private static String names(List<String> ids) {
    int shown = 3;
    return ids.size() <= shown ? String.join(", ", ids) : ids.size() + " lines";
  }

  /** The document read again: one that says what no script may say is found before it counts. */
  private ScriptDocument read() {
    try {
      return ScriptDocument.parse(document.file(), document.text(), voices);
    } catch (Problem e) {
      List<Diagnostic> findings =
          e.diagnostics().stream()
              .map(it -> it.withNext(it.next() + "; the script is left as it is"))
              .toList();
      throw Problem.in(findings).causedBy(e);
    }
  }

  /** Text that takes more than one line, on one. */
  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s*\\R\\s*", " ");
  }

  /** The problem of a line that is not there, with the lines that are. */
  private static Problem noSuchLine(ScriptDocument document, String lineId) {
    if (document.isComment(lineId)) {
      return Problem.in(
          Diagnostic.of(document.file(), "the line '" + lineId + "' is left out")
              .withNext("take the # before it away, and it is said"));
    }
    Map<String, List<String>> ids = new LinkedHashMap<>();
    document
        .lines()
        .keySet()
        .forEach(
            id ->
                ids.computeIfAbsent(id.replaceAll("\\..*", ""), key -> new ArrayList<>()).add(id));
    List<String> ranges =
        ids.values().stream()
            .map(list -> list.get(0) + " to " + list.get(list.size() - 1))
            .toList();
    return Problem.in(
        Diagnostic.of(
            document.file(),
            "there is no line '" + lineId + "'; there are " + String.join(", ", ranges)));
  }
}

package dev.zundacast.script.merge;

import dev.zundacast.episode.Line;
import dev.zundacast.episode.Script.Disclosure;
import dev.zundacast.episode.Section;
import dev.zundacast.script.file.Cursor;
import dev.zundacast.script.file.MergeBase;
import dev.zundacast.script.file.MergeBase.Trace;
import dev.zundacast.script.file.ScriptDocument;
import dev.zundacast.script.merge.ScriptDraft.Chapter;
import dev.zundacast.script.merge.ScriptDraft.Role;
import dev.zundacast.script.merge.ScriptDraft.Said;
import dev.zundacast.script.merge.ScriptMerge.Host;
import dev.zundacast.script.merge.ScriptMerge.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Brings one chapter of a draft into its section of a script file. Lives for one call. */
final class SectionMerge {
  private final ScriptDocument document;
  private final Chapter chapter;
  private final Reason reason;
  private final String section;
  private final Host host;
  private final List<String> notes = new ArrayList<>();

  /** What the next merge has to know: the trace of each line by its place in the chapter. */
  private final NavigableMap<Integer, Trace> traces = new TreeMap<>();

  private final List<Trace> deleted = new ArrayList<>();

  SectionMerge(ScriptDocument document, Chapter chapter, String section, Reason reason, Host host) {
    this.host = host;
    this.document = document;
    this.reason = reason;
    this.chapter = chapter;
    this.section = section;
  }

  List<String> notes() {
    return List.copyOf(notes);
  }

  /** The rules of each line that still is in a language model's words, by its id. */
  Map<String, String> rewrittenLines() {
    Map<String, String> rules = new LinkedHashMap<>();
    Map<String, Line> lines = chapter.isRewritten() ? document.lines() : Map.of();
    traces.forEach(
        (place, trace) -> {
          Line line = lines.get(trace.id());
          if (trace.isRewritten() && line != null && !new TracedLine(line, trace).isTouched()) {
            rules.put(trace.id(), String.join(", ", chapter.lines().get(place).rules()));
          }
        });
    return rules;
  }

  private String id(int number) {
    return ScriptDocument.id(section, number);
  }

  private static Trace trace(String id, Said said) {
    String written =
        said.role() == Role.LEFT_OUT ? Trace.LEFT_OUT : MergeBase.fingerprint(said.text());
    return new Trace(id, source(said), written);
  }

  private static String source(Said said) {
    return said.role() == Role.REWRITTEN
        ? Trace.rewritten(said.source())
        : MergeBase.fingerprint(said.source());
  }

  /** All that is remembered, with the number of the section's next new line. */
  private MergeBase base(int next) {
    List<Trace> all = new ArrayList<>();
    all.add(MergeBase.heading(chapter.title(), chapter.source()));
    if (!chapter.reader().isEmpty()) {
      all.add(MergeBase.reader(chapter.reader()));
    }
    all.addAll(traces.values());
    all.addAll(deleted);
    return new MergeBase(section, next, MergeBase.fingerprint(chapter.identity()), all);
  }

  /** Writes the chapter as a new section. */
  MergeBase write(Cursor cursor) {
    cursor.paragraph();
    cursor.head(new Section(section, chapter.kind(), chapter.title(), chapter.source(), List.of()));
    int number = 1;
    int paragraph = -1;
    for (int i = 0; i < chapter.lines().size(); i++) {
      Said said = chapter.lines().get(i);
      if (paragraph >= 0 && said.paragraph() != paragraph) {
        cursor.paragraph();
      }
      paragraph = said.paragraph();
      String id = said.role() == Role.TITLE ? section + ".t" : id(number++);
      write(cursor, id, said);
      traces.put(i, trace(id, said));
    }
    chapter.remarks().forEach(cursor::comment);
    cursor.paragraphBelow();
    return base(number);
  }

  /**
   * Takes a section that the tool knows nothing about as a person's work: from now on it follows
   * what changes in the post.
   */
  MergeBase adopt() {
    Map<String, String> ids = new HashMap<>();
    document.lines().forEach((id, line) -> ids.putIfAbsent(line.written(), id));
    int next = document.nextNumber(section);
    for (int i = 0; i < chapter.lines().size(); i++) {
      Said said = chapter.lines().get(i);
      if (said.role() != Role.LEFT_OUT) {
        String known = ids.remove(said.text());
        traces.put(i, trace(known == null ? id(next++) : known, said));
      }
    }
    return base(next);
  }

  /** Brings the section up to the draft. */
  MergeBase merge(MergeBase before) {
    Map<String, Line> lines = document.lines();
    followHeading(before);
    List<Trace> lost = new ArrayList<>(before.lines());
    List<Integer> added = new ArrayList<>();
    Set<String> persons = new HashSet<>();
    for (int i = 0; i < chapter.lines().size(); i++) {
      Said said = chapter.lines().get(i);
      Optional<Trace> match = sameSource(said, lost);
      if (match.isPresent()) {
        Line line = lines.get(match.get().id());
        lost.remove(match.get());
        if (line == null && match.get().isRewritten() && !isTold(match.get(), said)) {
          // What a person deleted was another sentence.
          added.add(i);
          continue;
        }
        keep(i, match.get(), line, before);
        if (isPersons(match.get(), line)) {
          persons.add(whole(said.source()));
        }
      } else {
        added.add(i);
      }
    }
    leavePersonsAlone(added, persons);
    leaveEditedPart(added, before, lines);
    pairChanged(added, lost, lines, before);
    int next = document.nextNumber(section);
    comment(lost, lines);
    return base(Math.max(next, insert(added)));
  }

  /** Whether a person decided about this line: wrote it, or deleted it. */
  private static boolean isPersons(Trace trace, @Nullable Line line) {
    return !trace.isLeftOut() && (line == null || new TracedLine(line, trace).isTouched());
  }

  /** The sentence that a line is a piece of. */
  private static String whole(String source) {
    return source.replaceFirst("\n\\d+$", "");
  }

  /** Where a person rewrote or deleted a sentence, no further piece of it is said. */
  private void leavePersonsAlone(List<Integer> added, Set<String> persons) {
    for (Integer place : List.copyOf(added)) {
      Said said = chapter.lines().get(place);
      String whole = whole(said.source());
      if (!whole.equals(said.source()) && persons.contains(whole)) {
        added.remove(place);
      }
    }
  }

  /** What is only offered joins neither a part that a person edited nor what says the same. */
  private void leaveEditedPart(List<Integer> added, MergeBase before, Map<String, Line> lines) {
    Map<String, Trace> known = new HashMap<>();
    document.memory().traces().forEach(trace -> known.put(trace.id(), trace));
    Predicate<Line> own =
        line -> {
          Trace trace = known.get(line.id());
          return trace == null || new TracedLine(line, trace).isTouched();
        };
    added.removeIf(
        place ->
            chapter.lines().get(place).role() == Role.OFFERED
                && (before.lines().stream().anyMatch(it -> isPersons(it, lines.get(it.id())))
                    || document.script().sections().stream()
                        .flatMap(
                            it ->
                                it.lines()
                                    .filter(line -> it.id().equals(section) || tells(it, line)))
                        .anyMatch(own)));
  }

  private static boolean tells(Section of, Line line) {
    return Disclosure.isFrame(of.kind()) && Disclosure.isSaid(line.display());
  }

  private static Optional<Trace> sameSource(Said said, List<Trace> traces) {
    String source = source(said);
    return traces.stream().filter(trace -> trace.source().equals(source)).findFirst();
  }

  private void write(Line line, Said said, String text, MergeBase before) {
    boolean reads = before.isReader(line.speaker());
    document.set((reads ? line.withSpeaker(said.speaker()) : line).withWritten(text));
  }

  private void keep(int place, Trace trace, @Nullable Line line, MergeBase before) {
    Said said = chapter.lines().get(place);
    boolean leftOut = said.role() == Role.LEFT_OUT;
    Trace now = trace(trace.id(), said);
    if (line == null && !trace.isLeftOut()) {
      // A person deleted it: it stays deleted.
      traces.put(place, new Trace(trace.id(), trace.source(), MergeBase.fingerprint(said.text())));
    } else if (line == null && leftOut) {
      document.cutComment(trace.id()).ifPresent(it -> write(it, trace.id(), said));
      traces.put(place, now);
    } else if (line == null) {
      takeBack(place, trace.id(), said);
    } else if (new TracedLine(line, trace).isTouched()) {
      if (host == Host.CHANGED && !isTold(trace, said)) {
        decide(trace.id(), said, "another character speaks it now");
      } else if (trace.isRewritten() && !isTold(trace, said)) {
        decide(trace.id(), said, "the language model says it otherwise now");
      }
      traces.put(
          place,
          trace.isLeftOut() ? trace : trace(trace.id(), leftOut ? said.as(Role.TEXT) : said));
    } else if (leftOut) {
      document.set(line.withWritten(said.text()));
      document.commentOut(trace.id());
      if (!chapter.isRewritten()) {
        notes.add(trace.id() + ": left out to keep the article short");
      }
      traces.put(place, now);
    } else {
      String text = new TracedLine(line, trace).renewed(said.text());
      write(line, said, text, before);
      if (!line.written().equals(text)) {
        notes.add(trace.id() + ": written anew");
      }
      traces.put(place, now);
    }
  }

  /** What was left out before is said now. */
  private void takeBack(int place, String id, Said said) {
    // Where a person deleted its comment, it stays deleted.
    Optional<Cursor> comment = document.cutComment(id);
    if (comment.isPresent()) {
      write(comment.get(), id, said);
      notes.add(id + ": said now, there is time for it");
    }
    traces.put(place, trace(id, said));
  }

  /** Sentences that changed in the post take the place of what they were. */
  private void pairChanged(
      List<Integer> added, List<Trace> lost, Map<String, Line> lines, MergeBase before) {
    for (Integer place : List.copyOf(added)) {
      Said said = chapter.lines().get(place);
      if (said.role() == Role.LEFT_OUT) {
        continue;
      }
      Optional<TracedLine> best = TracedLine.nearest(said.text(), lost, lines);
      if (best.isPresent()) {
        Trace trace = best.get().trace();
        added.remove(place);
        lost.remove(trace);
        follow(best.get(), said, before);
        traces.put(place, trace(trace.id(), said));
      }
    }
  }

  private void follow(TracedLine traced, Said said, MergeBase before) {
    Trace trace = traced.trace();
    if (traced.isTouched()) {
      if (!isTold(trace, said)) {
        decide(trace.id(), said, "its sentence changed in the post");
      }
      return;
    }
    String text = traced.renewed(said.text());
    write(traced.line(), said, text, before);
    if (!traced.line().written().equals(text)) {
      notes.add(trace.id() + ": follows the post's change" + traced.readingsIn(text));
    }
  }

  /** Whether the line was made from the same words, whatever their source is called by now. */
  private static boolean isTold(Trace trace, Said said) {
    return trace.written().equals(MergeBase.fingerprint(said.text()));
  }

  private void decide(String id, Said said, String why) {
    document.setDecision(id, said.text());
    notes.add(id + ": " + why + "; your text stays, the new one is below it");
  }

  private void comment(List<Trace> lost, Map<String, Line> lines) {
    for (Trace trace : lost) {
      Line line = lines.get(trace.id());
      if (line == null && trace.isLeftOut()) {
        document.cutComment(trace.id());
      } else if (line == null) {
        deleted.add(trace);
      } else if (reason == Reason.WORDING || trace.isRewritten()) {
        forget(trace, line);
      } else {
        document.commentOut(trace.id());
        notes.add(trace.id() + ": no longer in the post, kept as a comment");
      }
    }
  }

  /** A line that this version makes no more: a person's stays, the tool's own goes. */
  private void forget(Trace trace, Line line) {
    if (!new TracedLine(line, trace).isTouched()) {
      document.remove(trace.id());
      notes.add(trace.id() + ": not said any more");
    }
  }

  /** Writes the new lines; the number of the next line after them. */
  private int insert(List<Integer> added) {
    int next = document.nextNumber(section);
    boolean stands = document.hasSection(section);
    for (int place : added) {
      Said said = chapter.lines().get(place);
      boolean title = said.role() == Role.TITLE && !document.lines().containsKey(section + ".t");
      String id = title ? section + ".t" : id(next++);
      traces.put(place, trace(id, said));
      if (stands) {
        writeBeside(place, id);
        if (said.role() != Role.LEFT_OUT) {
          notes.add(id + ": new in the post, added");
        }
      }
    }
    return next;
  }

  /** Writes a line beside the nearest line of its paragraph, else between the others. */
  private void writeBeside(int place, String id) {
    Said said = chapter.lines().get(place);
    NavigableMap<Integer, String> standing = standing();
    Map.Entry<Integer, String> above = standing.lowerEntry(place);
    Map.Entry<Integer, String> below = standing.higherEntry(place);
    boolean joinsAbove = above != null && isSameParagraph(place, above.getKey());
    boolean joinsBelow = below != null && isSameParagraph(place, below.getKey());
    if (above != null && (joinsAbove || !joinsBelow)) {
      Cursor cursor = document.after(above.getValue());
      write(joinsAbove ? cursor : cursor.paragraph(), id, said);
      if (!joinsAbove) {
        cursor.paragraphBelow();
      }
    } else if (below != null) {
      Cursor cursor = document.before(below.getValue());
      write(cursor, id, said);
      if (!joinsBelow) {
        cursor.paragraphBelow();
      }
    } else {
      write(document.endOf(section), id, said);
    }
  }

  private static void write(Cursor cursor, String id, Said said) {
    Line line = Line.of(id, said.speaker(), said.text());
    if (said.role() == Role.LEFT_OUT) {
      cursor.leftOut(line);
    } else {
      cursor.line(line);
    }
  }

  private boolean isSameParagraph(int one, int other) {
    return chapter.lines().get(one).paragraph() == chapter.lines().get(other).paragraph();
  }

  /** The chapter's lines that stand in the section, by their place in the chapter. */
  private NavigableMap<Integer, String> standing() {
    Set<String> here = new HashSet<>();
    document.script().sections().stream()
        .filter(it -> it.id().equals(section))
        .forEach(it -> it.lines().map(Line::id).forEach(here::add));
    NavigableMap<Integer, String> standing = new TreeMap<>();
    traces.forEach(
        (place, trace) -> {
          boolean comment = trace.isLeftOut() && document.isComment(trace.id());
          if (here.contains(trace.id()) || comment) {
            standing.put(place, trace.id());
          }
        });
    return standing;
  }

  /** Lets the section's title and link follow the post's, unless a person wrote them. */
  private void followHeading(MergeBase before) {
    for (Section heading : document.script().sections()) {
      if (heading.id().equals(section)) {
        boolean title = followTitle(heading, before);
        boolean link = followLink(heading, before);
        if (title || link) {
          notes.add(section + ": its title and link follow the post's");
        }
        return;
      }
    }
  }

  private boolean followTitle(Section heading, MergeBase before) {
    String told = before.heading().map(Trace::source).orElse("");
    if (heading.title().equals(chapter.title())) {
      return false;
    }
    if (told.equals(MergeBase.fingerprint(heading.title()))) {
      document.setKey(section, "title", chapter.title());
      return true;
    }
    if (!told.equals(MergeBase.fingerprint(chapter.title()))) {
      document.setTitleDecision(section, chapter.title());
      notes.add(section + ": its title changed in the post; yours stays, the new one is below");
    }
    return false;
  }

  private boolean followLink(Section heading, MergeBase before) {
    String told = before.heading().map(Trace::written).orElse(before.source());
    boolean follows =
        !heading.source().equals(chapter.source())
            && told.equals(MergeBase.fingerprint(heading.source()));
    if (follows) {
      document.setKey(section, "source", chapter.source());
    }
    return follows;
  }
}

package dev.zundacast.script.merge;

import dev.zundacast.episode.Line;
import dev.zundacast.script.file.Cursor;
import dev.zundacast.script.file.LineHead;
import dev.zundacast.script.file.MergeBase;
import dev.zundacast.script.file.MergeBase.Trace;
import dev.zundacast.script.file.ScriptDocument;
import dev.zundacast.script.file.Sections.Heading;
import dev.zundacast.script.merge.ScriptDraft.Chapter;
import dev.zundacast.script.merge.ScriptDraft.Role;
import dev.zundacast.script.merge.ScriptDraft.Said;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Brings one chapter of a draft into its section of a script file. Lives for one call. */
final class SectionMerge {
  private final ScriptDocument document;
  private final Chapter chapter;
  private final Reason reason;
  private final String section;
  private final HostChange host;
  private final SectionMemory memory;
  private final List<String> notes = new ArrayList<>();

  SectionMerge(
      ScriptDocument document, Chapter chapter, String section, Reason reason, HostChange host) {
    this.host = host;
    this.document = document;
    this.reason = reason;
    this.chapter = chapter;
    this.section = section;
    this.memory = new SectionMemory(section, chapter);
  }

  List<String> notes() {
    return List.copyOf(notes);
  }

  /** What to say below each line that still is in a language model's words, by its id. */
  Map<String, String> rewrittenLines() {
    return chapter.isRewritten() ? memory.rewrittenLines(document.lines()) : Map.of();
  }

  /** Writes the chapter as a new section. */
  MergeBase write(Cursor cursor) {
    cursor.paragraph();
    cursor.heading(new Heading(section, chapter.kind(), chapter.title(), chapter.source()));
    int number = 1;
    int paragraph = -1;
    for (int i = 0; i < chapter.lines().size(); i++) {
      Said said = chapter.lines().get(i);
      if (paragraph >= 0 && said.paragraph() != paragraph) {
        cursor.paragraph();
      }
      paragraph = said.paragraph();
      String id = said.role() == Role.TITLE ? section + ".t" : memory.id(number++);
      LinePlaces.write(cursor, LineHead.of(id, said.speaker()), said);
      memory.put(i, id, said);
    }
    chapter.remarks().forEach(cursor::comment);
    cursor.paragraphBelow();
    return memory.base(number);
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
        memory.put(i, known == null ? memory.id(next++) : known, said);
      }
    }
    return memory.base(next);
  }

  /** Brings the section up to the draft. */
  MergeBase merge(MergeBase before) {
    Map<String, Line> lines = document.lines();
    notes.addAll(new HeadingMerge(document, chapter, section).follow(before));
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
    pairChanged(added, lost, lines, before);
    int next = document.nextNumber(section);
    comment(lost, lines);
    return memory.base(Math.max(next, insert(added)));
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

  private static Optional<Trace> sameSource(Said said, List<Trace> traces) {
    String source = SectionMemory.source(said);
    return traces.stream().filter(trace -> trace.source().equals(source)).findFirst();
  }

  private void write(Line line, Said said, String text, MergeBase before) {
    LineHead head = document.head(line.id());
    boolean reads = before.isReader(line.speaker());
    Optional<String> speaker = reads ? Optional.of(said.speaker()) : Optional.empty();
    document.setLine(head.with(speaker, Optional.empty()), text);
  }

  private void keep(int place, Trace trace, @Nullable Line line, MergeBase before) {
    Said said = chapter.lines().get(place);
    boolean leftOut = said.role() == Role.LEFT_OUT;
    Trace now = SectionMemory.trace(trace.id(), said);
    LineHead head = LineHead.of(trace.id(), said.speaker());
    if (line == null && !trace.isLeftOut()) {
      // A person deleted it: it stays deleted.
      memory.put(place, new Trace(trace.id(), trace.source(), MergeBase.fingerprint(said.text())));
    } else if (line == null && leftOut) {
      document.comments().setComment(head, said.text());
      memory.put(place, now);
    } else if (line == null) {
      takeBack(place, head, said);
    } else if (new TracedLine(line, trace).isTouched()) {
      if (host == HostChange.CHANGED && !isTold(trace, said)) {
        decide(trace.id(), said, "another character speaks it now");
      } else if (trace.isRewritten() && !isTold(trace, said)) {
        decide(trace.id(), said, "the language model says it otherwise now");
      }
      memory.put(
          place,
          trace.isLeftOut()
              ? trace
              : SectionMemory.trace(trace.id(), leftOut ? said.as(Role.TEXT) : said));
    } else if (leftOut) {
      document.setLine(document.head(trace.id()), said.text());
      document.comments().commentOut(trace.id());
      if (!chapter.isRewritten()) {
        notes.add(trace.id() + ": left out to keep the article short");
      }
      memory.put(place, now);
    } else {
      String text = new TracedLine(line, trace).renewed(said.text());
      write(line, said, text, before);
      if (!line.written().equals(text)) {
        notes.add(trace.id() + ": written anew");
      }
      memory.put(place, now);
    }
  }

  /** What was left out before is said now. */
  private void takeBack(int place, LineHead head, Said said) {
    // Where a person deleted its comment, it stays deleted.
    if (document.comments().takeBack(head, said.text())) {
      notes.add(head.id() + ": said now, there is time for it");
    }
    memory.put(place, head.id(), said);
  }

  /** Sentences that changed in the post take the place of what they were. */
  private void pairChanged(
      List<Integer> added, List<Trace> lost, Map<String, Line> lines, MergeBase before) {
    for (Integer place : List.copyOf(added)) {
      Said said = chapter.lines().get(place);
      if (said.role() == Role.LEFT_OUT) {
        continue;
      }
      Trace best = Similarity.nearest(said, lost, lines);
      Line line = best == null ? null : lines.get(best.id());
      if (best != null && line != null) {
        added.remove(place);
        lost.remove(best);
        follow(best, line, said, before);
        memory.put(place, best.id(), said);
      }
    }
  }

  private void follow(Trace trace, Line line, Said said, MergeBase before) {
    if (new TracedLine(line, trace).isTouched()) {
      if (!isTold(trace, said)) {
        decide(trace.id(), said, "its sentence changed in the post");
      }
      return;
    }
    String text = new TracedLine(line, trace).renewed(said.text());
    write(line, said, text, before);
    if (!line.written().equals(text)) {
      notes.add(
          trace.id()
              + ": follows the post's change"
              + new TracedLine(line, trace).readingsIn(text));
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
        document.comments().removeComment(trace.id());
      } else if (line == null) {
        memory.addDeleted(trace);
      } else if (reason == Reason.WORDING || trace.isRewritten()) {
        forget(trace, line);
      } else {
        document.comments().commentOut(trace.id());
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
    boolean stands = document.sections().has(section);
    for (int place : added) {
      Said said = chapter.lines().get(place);
      boolean title = said.role() == Role.TITLE && !document.lines().containsKey(section + ".t");
      String id = title ? section + ".t" : memory.id(next++);
      memory.put(place, id, said);
      if (stands) {
        new LinePlaces(document, chapter, section)
            .write(place, LineHead.of(id, said.speaker()), memory.traces());
        if (said.role() != Role.LEFT_OUT) {
          notes.add(id + ": new in the post, added");
        }
      }
    }
    return next;
  }
}

package dev.zundacast.script;

import dev.zundacast.episode.Line;
import dev.zundacast.episode.Piece;
import dev.zundacast.script.ScriptDraft.Chapter;
import dev.zundacast.script.ScriptDraft.Role;
import dev.zundacast.script.ScriptDraft.Said;
import dev.zundacast.script.file.Cursor;
import dev.zundacast.script.file.LineHead;
import dev.zundacast.script.file.MergeBase;
import dev.zundacast.script.file.MergeBase.Trace;
import dev.zundacast.script.file.ScriptDocument;
import dev.zundacast.script.file.Sections.Heading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Brings one chapter of a draft into its section of a script file. Lives for one call. */
final class SectionMerge {
  /** Why a script is made again. */
  enum Reason {
    /** Its post may have changed. */
    POST,
    /** A version that said things otherwise made it. */
    WORDING
  }

  /** An untouched line follows a sentence that changed by less than half. */
  private static final double SAME_SENTENCE = 0.55;

  /** A line that a person rewrote shares less with the sentence that it is about. */
  private static final double SAME_SUBJECT = 0.4;

  private final ScriptDocument document;
  private final Chapter chapter;
  private final Reason reason;
  private final String section;
  private final Host host;
  private final List<String> notes = new ArrayList<>();

  /** What is remembered of each line of the draft, by its place in the chapter. */
  private final Map<Integer, Trace> traces = new TreeMap<>();

  private final List<Trace> deleted = new ArrayList<>();

  /** Who speaks the lines that name nobody. */
  enum Host {
    SAME,
    CHANGED
  }

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
      String id = said.role() == Role.TITLE ? section + ".t" : id(number++);
      write(cursor, LineHead.of(id, said.speaker()), said);
      traces.put(i, trace(id, said));
    }
    chapter.remarks().forEach(cursor::comment);
    cursor.paragraphBelow();
    return base(number);
  }

  private static void write(Cursor cursor, LineHead head, Said said) {
    if (said.role() == Role.LEFT_OUT) {
      cursor.leftOut(head, said.text());
    } else {
      cursor.line(head, said.text());
    }
  }

  private String id(int number) {
    return String.format(Locale.ROOT, "%s.%02d", section, number);
  }

  private static Trace trace(String id, Said said) {
    String written =
        said.role() == Role.LEFT_OUT ? Trace.LEFT_OUT : MergeBase.fingerprint(said.text());
    return new Trace(id, MergeBase.fingerprint(said.source()), written);
  }

  private MergeBase base(int next) {
    List<Trace> all = new ArrayList<>();
    all.add(MergeBase.heading(chapter.title(), chapter.source()));
    String reader = chapter.reader();
    if (!reader.isEmpty()) {
      all.add(MergeBase.reader(reader));
    }
    all.addAll(traces.values());
    all.addAll(deleted);
    return new MergeBase(section, next, MergeBase.fingerprint(chapter.identity()), all);
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
    return base(Math.max(next, insert(added)));
  }

  /** Whether a person decided about this line: wrote it, or deleted it. */
  private static boolean isPersons(Trace trace, @Nullable Line line) {
    return !trace.isLeftOut() && (line == null || isTouched(line, trace));
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

  /** Title and link follow the post's, unless a person wrote them. */
  private void followHeading(MergeBase before) {
    Optional<Heading> standing =
        document.sections().headings().stream().filter(h -> h.id().equals(section)).findFirst();
    if (standing.isEmpty()) {
      return;
    }
    Heading heading = standing.get();
    Optional<Trace> known = before.heading();
    boolean followed = false;
    if (!heading.title().equals(chapter.title())) {
      Optional<String> told = known.map(Trace::source);
      if (told.filter(MergeBase.fingerprint(heading.title())::equals).isPresent()) {
        document.sections().setKey(section, "title", chapter.title());
        followed = true;
      } else if (told.filter(MergeBase.fingerprint(chapter.title())::equals).isEmpty()) {
        document.sections().setDecision(section, chapter.title());
        notes.add(section + ": its title changed in the post; yours stays, the new one is below");
      }
    }
    String link = MergeBase.fingerprint(heading.source());
    if (!heading.source().equals(chapter.source())
        && known.map(Trace::written).orElse(before.source()).equals(link)) {
      document.sections().setKey(section, "source", chapter.source());
      followed = true;
    }
    if (followed) {
      notes.add(section + ": its title and link follow the post's");
    }
  }

  private static Optional<Trace> sameSource(Said said, List<Trace> traces) {
    String source = MergeBase.fingerprint(said.source());
    return traces.stream().filter(trace -> trace.source().equals(source)).findFirst();
  }

  private static boolean isTouched(Line line, Trace trace) {
    return !line.spoken().isEmpty() || !(isOurs(line, trace) || hasOnlyReadings(line, trace));
  }

  private static boolean isOurs(Line line, Trace trace) {
    return MergeBase.fingerprint(line.written()).equals(trace.written());
  }

  /** Whether a person gave words of the line a reading and changed nothing else. */
  private static boolean hasOnlyReadings(Line line, Trace trace) {
    return !isOurs(line, trace) && MergeBase.fingerprint(line.display()).equals(trace.written());
  }

  /** An untouched line's new text, with the readings that a person gave its words. */
  private static String renewed(Line line, Trace trace, Said said) {
    if (line.display().equals(said.text())) {
      return line.written();
    }
    boolean carry = hasOnlyReadings(line, trace) && Piece.display(said.text()).equals(said.text());
    return carry ? Piece.withReadings(line.written(), said.text()) : said.text();
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
    Trace now = trace(trace.id(), said);
    LineHead head = LineHead.of(trace.id(), said.speaker());
    if (line == null && !trace.isLeftOut()) {
      // A person deleted it: it stays deleted.
      traces.put(place, new Trace(trace.id(), trace.source(), MergeBase.fingerprint(said.text())));
    } else if (line == null && leftOut) {
      document.setComment(head, said.text());
      traces.put(place, now);
    } else if (line == null) {
      takeBack(place, head, said);
    } else if (isTouched(line, trace)) {
      if (host == Host.CHANGED && !isTold(trace, said)) {
        decide(trace.id(), said, "another character speaks it now");
      }
      traces.put(place, trace.isLeftOut() ? trace : trace(trace.id(), said.as(Role.TEXT)));
    } else if (leftOut) {
      document.setLine(document.head(trace.id()), said.text());
      document.commentOut(trace.id());
      notes.add(trace.id() + ": left out to keep the article short");
      traces.put(place, now);
    } else {
      String text = renewed(line, trace, said);
      write(line, said, text, before);
      if (!line.written().equals(text)) {
        notes.add(trace.id() + ": written anew");
      }
      traces.put(place, now);
    }
  }

  /** What was left out before is said now. */
  private void takeBack(int place, LineHead head, Said said) {
    if (document.takeBack(head, said.text())) {
      notes.add(head.id() + ": said now, there is time for it");
      traces.put(place, trace(head.id(), said));
    } else {
      // A person deleted its comment: it stays deleted.
      traces.put(place, trace(head.id(), said));
    }
  }

  /** Sentences that changed in the post take the place of what they were. */
  private void pairChanged(
      List<Integer> added, List<Trace> lost, Map<String, Line> lines, MergeBase before) {
    for (Integer place : List.copyOf(added)) {
      Said said = chapter.lines().get(place);
      if (said.role() == Role.LEFT_OUT) {
        continue;
      }
      Trace best = nearest(said, lost, lines);
      Line line = best == null ? null : lines.get(best.id());
      if (best != null && line != null) {
        added.remove(place);
        lost.remove(best);
        follow(best, line, said, before);
        traces.put(place, trace(best.id(), said));
      }
    }
  }

  private static @Nullable Trace nearest(Said said, List<Trace> lost, Map<String, Line> lines) {
    Trace best = null;
    double most = 0;
    for (Trace trace : lost) {
      Line line = lines.get(trace.id());
      if (line == null) {
        continue;
      }
      double alike = similarity(line.display(), Piece.display(said.text()));
      double enough = isTouched(line, trace) ? SAME_SUBJECT : SAME_SENTENCE;
      if (alike >= enough && alike > most) {
        most = alike;
        best = trace;
      }
    }
    return best;
  }

  private void follow(Trace trace, Line line, Said said, MergeBase before) {
    if (isTouched(line, trace)) {
      if (!isTold(trace, said)) {
        decide(trace.id(), said, "its sentence changed in the post");
      }
      return;
    }
    String text = renewed(line, trace, said);
    write(line, said, text, before);
    if (!line.written().equals(text)) {
      notes.add(trace.id() + ": follows the post's change" + readings(line, trace, text));
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

  /** What became of the readings that a person gave. */
  private static String readings(Line line, Trace trace, String text) {
    if (!hasOnlyReadings(line, trace)) {
      return "";
    }
    String lost =
        Piece.split(line.written()).stream()
            .filter(piece -> !piece.spoken().isEmpty() && !text.contains(piece.print()))
            .map(Piece::print)
            .collect(Collectors.joining(", "));
    return lost.isEmpty() ? ", with your readings" : ", without " + lost + ": the word is gone";
  }

  private void comment(List<Trace> lost, Map<String, Line> lines) {
    for (Trace trace : lost) {
      Line line = lines.get(trace.id());
      if (line == null && trace.isLeftOut()) {
        document.removeComment(trace.id());
      } else if (line == null) {
        deleted.add(trace);
      } else if (reason == Reason.WORDING) {
        forget(trace, line);
      } else {
        document.commentOut(trace.id());
        notes.add(trace.id() + ": no longer in the post, kept as a comment");
      }
    }
  }

  /** A line that this version makes no more: a person's stays, the tool's own goes. */
  private void forget(Trace trace, Line line) {
    if (!isTouched(line, trace)) {
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
      String id = title ? section + ".t" : id(next++);
      traces.put(place, trace(id, said));
      if (stands) {
        place(place, LineHead.of(id, said.speaker()), said);
        if (said.role() != Role.LEFT_OUT) {
          notes.add(id + ": new in the post, added");
        }
      }
    }
    return next;
  }

  /** A new line stands beside the nearest line of its paragraph, else between the others. */
  private void place(int place, LineHead head, Said said) {
    NavigableMap<Integer, String> standing = standing();
    Map.Entry<Integer, String> above = standing.lowerEntry(place);
    Map.Entry<Integer, String> below = standing.higherEntry(place);
    if (above != null && isSameParagraph(place, above.getKey())) {
      write(document.after(above.getValue()), head, said);
    } else if (below != null && isSameParagraph(place, below.getKey())) {
      write(document.before(below.getValue()), head, said);
    } else if (above != null) {
      Cursor cursor = document.after(above.getValue()).paragraph();
      write(cursor, head, said);
      cursor.paragraphBelow();
    } else if (below != null) {
      Cursor cursor = document.before(below.getValue());
      write(cursor, head, said);
      cursor.paragraphBelow();
    } else {
      write(document.sections().endOf(section), head, said);
    }
  }

  private boolean isSameParagraph(int one, int other) {
    return chapter.lines().get(one).paragraph() == chapter.lines().get(other).paragraph();
  }

  /** The draft's lines that stand in this section, by their place in the draft. */
  private NavigableMap<Integer, String> standing() {
    NavigableMap<Integer, String> standing = new TreeMap<>();
    List<String> here =
        document.script().sections().stream()
            .filter(s -> s.id().equals(section))
            .flatMap(s -> s.lines().map(Line::id))
            .toList();
    traces.forEach(
        (place, trace) -> {
          boolean comment = trace.isLeftOut() && document.isComment(trace.id());
          if (here.contains(trace.id()) || comment) {
            standing.put(place, trace.id());
          }
        });
    return standing;
  }

  /**
   * How alike two sentences are: Dice's coefficient over pairs of neighbouring characters, from 0
   * for nothing in common to 1 for the same pairs.
   */
  private static double similarity(String a, String b) {
    if (a.length() < 2 || b.length() < 2) {
      return a.equals(b) ? 1 : 0;
    }
    Map<String, Integer> pairs = new HashMap<>();
    for (int i = 0; i + 1 < a.length(); i++) {
      pairs.merge(a.substring(i, i + 2), 1, Integer::sum);
    }
    int common = 0;
    for (int i = 0; i + 1 < b.length(); i++) {
      int left = pairs.merge(b.substring(i, i + 2), -1, Integer::sum);
      common += left >= 0 ? 1 : 0;
    }
    return 2.0 * common / (a.length() + b.length() - 2);
  }
}

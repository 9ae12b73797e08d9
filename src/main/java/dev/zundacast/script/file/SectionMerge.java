package dev.zundacast.script.file;

import dev.zundacast.episode.Line;
import dev.zundacast.episode.Piece;
import dev.zundacast.episode.Script.Disclosure;
import dev.zundacast.episode.Section;
import dev.zundacast.message.Message;
import dev.zundacast.script.file.MergeBase.Trace;
import dev.zundacast.script.file.ScriptDraft.Chapter;
import dev.zundacast.script.file.ScriptDraft.DraftLine;
import dev.zundacast.script.file.ScriptDraft.Role;
import dev.zundacast.script.file.ScriptMerge.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Brings one chapter of a draft into its section of a script file. Lives for one call. */
final class SectionMerge {
  /** An untouched line follows a sentence that changed by less than half. */
  private static final double SAME_SENTENCE = 0.55;

  /** A line that a person rewrote shares less with the sentence that it is about. */
  private static final double SAME_SUBJECT = 0.4;

  private final ScriptMerge whole;
  private final ScriptDocument document;
  private final Chapter chapter;
  private final String section;

  /** What the tool wrote before; no lines where it knows nothing of the section. */
  private final MergeBase before;

  /** The lines as they stood before the merge. */
  private final Map<String, Line> lines;

  /** What the next merge has to know: the trace of each line by its place in the chapter. */
  private final NavigableMap<Integer, Trace> traces = new TreeMap<>();

  /** What was remembered whose sentence is not found, and the places of what is new. */
  private final List<Trace> lost;

  private final List<Integer> added = new ArrayList<>();

  /** Whether a person wrote or deleted the line that announces the section. */
  private final boolean hasOwnTitle;

  SectionMerge(ScriptMerge whole, Chapter chapter, MergeBase before) {
    this.whole = whole;
    this.document = whole.document;
    this.chapter = chapter;
    this.section = before.id();
    this.before = before;
    this.lines = document.lines();
    this.lost = new ArrayList<>(before.lines());
    this.hasOwnTitle = before.find(section + ".t").filter(this::isPersons).isPresent();
  }

  private DraftLine said(int place) {
    DraftLine said = chapter.lines().get(place);
    // A title in a person's words tells what that person chose.
    return said.role() == Role.TOLD && hasOwnTitle ? said.as(Role.TEXT) : said;
  }

  private static Trace trace(String id, DraftLine said) {
    Trace heard = Trace.of(id, said.source(), said.text());
    return said.isSilent() ? new Trace(id, heard.source(), Trace.LEFT_OUT) : heard;
  }

  /** Remembers what the tool wrote, with the number of the section's next new line. */
  private void remember(int next) {
    List<Trace> all = new ArrayList<>();
    all.add(Trace.of(MergeBase.HEADING, chapter.title(), chapter.source()));
    if (!chapter.reader().isEmpty()) {
      all.add(Trace.of(MergeBase.READER, chapter.reader(), chapter.reader()));
    }
    all.addAll(traces.values());
    lost.forEach(it -> all.add(new Trace(it.id(), it.source(), Trace.GONE)));
    document.remember(new MergeBase(section, next, MergeBase.fingerprint(chapter.identity()), all));
  }

  /** Tells below each line whose writer named its source, and that is as it was, what made it. */
  void noteSources() {
    if (chapter.lines().stream().noneMatch(it -> it.role() == Role.NARRATED)) {
      return;
    }
    Map<String, Line> now = document.lines();
    traces.forEach(
        (place, trace) -> {
          Line line = now.get(trace.id());
          if (said(place).role() == Role.NARRATED && line != null && !trace.isTouched(line)) {
            String rules = String.join(", ", said(place).rules());
            document.setNote(trace.id(), ScriptDocument.REWRITE, rules);
          }
        });
  }

  /** Writes the chapter as a new section. */
  void write(int at) {
    List<String> rows = Row.print(section, chapter.kind(), chapter.title(), chapter.source());
    int number = 1;
    // In one walk: an article may have thousands of lines.
    for (int i = 0; i < chapter.lines().size(); i++) {
      if (i > 0 && !isSameParagraph(i - 1, i) && !rows.get(rows.size() - 1).isEmpty()) {
        rows.add("");
      }
      if (said(i).role() != Role.TOLD) {
        boolean title = said(i).role() == Role.TITLE;
        String id = title ? section + ".t" : ScriptDocument.id(section, number++);
        rows.add(row(id, said(i)));
        traces.put(i, trace(id, said(i)));
      }
    }
    chapter.remarks().forEach(remark -> rows.add("# " + remark));
    document.insertApart(at, rows);
    remember(number);
  }

  private static String row(String id, DraftLine said) {
    String line = Row.print(Line.of(id, said.speaker(), said.text()));
    // A person can take it back into the script.
    return said.isSilent() ? "# " + line : line;
  }

  /** Takes an unknown section as a person's work, which from now on follows the post. */
  void adopt() {
    Map<String, String> ids = new HashMap<>();
    lines.forEach((id, line) -> ids.putIfAbsent(line.written(), id));
    int next = document.nextNumber(section);
    for (int i = 0; i < chapter.lines().size(); i++) {
      if (!said(i).isSilent()) {
        String known = ids.remove(said(i).text());
        String id = known == null ? ScriptDocument.id(section, next++) : known;
        traces.put(i, trace(id, said(i)));
      }
    }
    remember(next);
  }

  /** Brings the section up to the draft. */
  void merge() {
    document.section(section).ifPresent(this::followHeading);
    IntStream.range(0, chapter.lines().size()).forEach(added::add);
    pair(this::sameSource);
    Set<String> persons =
        traces.entrySet().stream()
            .filter(it -> before.find(it.getValue().id()).filter(this::isPersons).isPresent())
            .map(it -> sentence(said(it.getKey())))
            .collect(Collectors.toSet());
    added.removeIf(
        i ->
            said(i).role() == Role.TOLD
                || (!sentence(said(i)).equals(said(i).source())
                    && persons.contains(sentence(said(i))))
                || (said(i).role() == Role.OFFERED && isEdited()));
    pair(this::nearest);
    pair(this::onlyOne);
    commentLost();
    int next = insert();
    if (isUntouchedFrame()) {
      Set<String> now = document.lines().keySet();
      document.orderLines(
          standing().values().stream().map(Trace::id).filter(now::contains).toList());
    }
    remember(next);
  }

  /** Whether nobody changed, deleted or moved a line, in a section that is no article. */
  private boolean isUntouchedFrame() {
    List<String> known = before.lines().stream().map(Trace::id).toList();
    return chapter.kind() != Section.Kind.ARTICLE
        && before.lines().stream().noneMatch(this::isPersons)
        && lines.keySet().stream().filter(known::contains).toList().equals(known);
  }

  private Optional<Trace> sameSource(int place) {
    String source = MergeBase.fingerprint(said(place).source());
    return lost.stream().filter(trace -> trace.source().equals(source)).findFirst();
  }

  // What a person decided.

  /** Whether a person wrote a line, or deleted it. */
  private boolean isPersons(Trace trace) {
    Line line = lines.get(trace.id());
    return !trace.isLeftOut() && (line == null || trace.isTouched(line));
  }

  /** The sentence that a line says or is a piece of. */
  private static String sentence(DraftLine said) {
    return said.source().replaceFirst("\n\\d+$", "");
  }

  /** Whether a person edited the section, or says elsewhere what only is offered here. */
  private boolean isEdited() {
    Map<String, Trace> known = document.traces();
    Predicate<Line> isPersons = line -> known.getOrDefault(line.id(), Trace.NONE).isTouched(line);
    return before.lines().stream().anyMatch(this::isPersons)
        || document.section(section).filter(it -> it.lines().anyMatch(isPersons)).isPresent()
        || document.script().sections().stream()
            .flatMap(it -> it.lines().filter(line -> Disclosure.isSaid(it.kind(), line.display())))
            .anyMatch(isPersons);
  }

  // Lines whose sentence is there.

  /** Lets a line follow the draft; what a person wrote or deleted stays so. */
  private void follow(int place, Trace trace) {
    DraftLine said = said(place);
    Line line = lines.get(trace.id());
    boolean changed = !trace.source().equals(MergeBase.fingerprint(said.source()));
    lost.remove(trace);
    boolean heard = changed || isPersons(trace);
    traces.put(place, trace(trace.id(), heard ? said.as(Role.TEXT) : said));
    if (line == null && trace.isLeftOut()) {
      // Where a person deleted its comment, it stays deleted.
      List<String> row = List.of(row(trace.id(), said));
      if (document.replaceComment(trace.id(), row) && !said.isSilent()) {
        whole.notes.add(Message.of("merge.saidNow", trace.id()));
      }
    } else if (line == null) {
      if (changed) {
        whole.notes.add(Message.of("merge.staysDeleted", trace.id()));
      }
    } else if (trace.isTouched(line)) {
      // What the draft says now stands below a person's own words, unless it says the same.
      if ((changed || whole.reason == Reason.SPEAKER) && !trace.isOf(said.text())) {
        document.setNote(trace.id(), ScriptDocument.DECISION, said.text());
        Message why = Message.of(changed ? "merge.sentenceChanged" : "merge.otherSpeaker");
        whole.notes.add(Message.of("merge.textKept", trace.id(), why));
      }
      if (trace.isLeftOut() && !changed) {
        traces.put(place, trace);
      }
    } else if (said.isSilent()) {
      document.set(line.withWritten(said.text()));
      document.commentOut(trace.id());
      whole.notes.add(Message.of("merge.leftOut", trace.id()));
    } else {
      String text = trace.renewed(line, said.text());
      boolean reads = before.isReader(line.speaker());
      Line now = (reads ? line.withSpeaker(said.speaker()) : line).withWritten(text);
      if (!now.equals(line)) {
        document.set(now);
      }
      if (!line.written().equals(text)) {
        whole.notes.add(
            changed
                ? Message.of("merge.follows", line.id(), trace.readingsIn(line, text))
                : Message.of("merge.anew", line.id()));
      }
    }
  }

  // Lines whose sentence changed or went.

  /** Sentences take the place of what they were. */
  private void pair(Function<Integer, Optional<Trace>> find) {
    for (Integer place : List.copyOf(added)) {
      Optional<Trace> was = find.apply(place);
      if (was.isPresent()) {
        added.remove(place);
        follow(place, was.get());
      }
    }
  }

  /** The one lost line where one sentence is new: however unlike, it is that one, changed. */
  private Optional<Trace> onlyOne(int place) {
    Map.Entry<Integer, Trace> above = traces.lowerEntry(place);
    Map.Entry<Integer, Trace> below = traces.higherEntry(place);
    List<Trace> order = new ArrayList<>(before.lines());
    order.removeIf(it -> it.written().equals(Trace.GONE) && lost.contains(it));
    List<String> ids = order.stream().map(Trace::id).toList();
    int from = above == null ? 0 : ids.indexOf(above.getValue().id()) + 1;
    int to = below == null ? ids.size() : ids.indexOf(below.getValue().id());
    long beside = added.stream().filter(it -> Objects.equals(traces.lowerEntry(it), above)).count();
    return to - from == 1 && beside == 1
        ? Optional.of(order.get(from)).filter(it -> lost.contains(it) && canBecome(it, said(place)))
        : Optional.empty();
  }

  private boolean canBecome(Trace trace, DraftLine said) {
    return trace.id().equals(section + ".t") == (said.role() == Role.TITLE)
        && (isPersons(trace) || (lines.containsKey(trace.id()) && !said.isSilent()));
  }

  /** The line that a changed sentence most likely was. */
  private Optional<Trace> nearest(int place) {
    return lost.stream()
        .filter(it -> alike(it, place) > 0)
        .max(Comparator.comparingDouble(it -> alike(it, place)));
  }

  /** How much of a sentence is in a lost line, 0 where they are two sentences. */
  private double alike(Trace trace, int place) {
    Line line = lines.get(trace.id());
    if (line == null || said(place).isSilent()) {
      return 0;
    }
    double alike = alike(line.display(), Piece.display(said(place).text()));
    return alike >= (trace.isTouched(line) ? SAME_SUBJECT : SAME_SENTENCE) ? alike : 0;
  }

  /** Dice's coefficient over pairs of neighbouring characters, from 0 to 1 for the same. */
  private static double alike(String a, String b) {
    if (a.length() < 2 || b.length() < 2) {
      return a.equals(b) ? 1 : 0;
    }
    Map<String, Integer> pairs = new HashMap<>();
    for (int i = 0; i + 1 < a.length(); i++) {
      pairs.merge(a.substring(i, i + 2), 1, Integer::sum);
    }
    int common = 0;
    for (int i = 0; i + 1 < b.length(); i++) {
      common += pairs.merge(b.substring(i, i + 2), -1, Integer::sum) >= 0 ? 1 : 0;
    }
    return 2.0 * common / (a.length() + b.length() - 2);
  }

  private void commentLost() {
    for (Trace trace : lost) {
      Line line = lines.get(trace.id());
      if (line == null && trace.isLeftOut()) {
        document.replaceComment(trace.id(), List.of());
      } else if (line != null && whole.reason != Reason.WORDING) {
        document.commentOut(trace.id());
        String key = trace.isTouched(line) ? "merge.ownGone" : "merge.gone";
        whole.notes.add(Message.of(key, trace.id()));
      } else if (line != null && !trace.isTouched(line)) {
        // This version makes it no more: a person's stays, the tool's own goes.
        document.block(trace.id()).clear();
        whole.notes.add(Message.of("merge.notSaid", trace.id()));
      }
    }
    // Only what a person deleted is remembered.
    lost.removeIf(it -> it.isLeftOut() || lines.containsKey(it.id()));
  }

  // Lines that are new.

  /** Writes the new lines; the number of the next line after them. */
  private int insert() {
    int next = document.nextNumber(section);
    boolean stands = document.sections().contains(section);
    for (int place : added) {
      DraftLine said = said(place);
      boolean title = said.role() == Role.TITLE && !document.lines().containsKey(section + ".t");
      String id = title ? section + ".t" : ScriptDocument.id(section, next++);
      traces.put(place, trace(id, said));
      if (stands) {
        writeBeside(place, id);
        if (!said.isSilent()) {
          whole.notes.add(Message.of("merge.added", id));
        }
      }
    }
    return next;
  }

  /** Writes a line beside the nearest line of its paragraph, else between the others. */
  private void writeBeside(int place, String id) {
    NavigableMap<Integer, Trace> standing = standing();
    Map.Entry<Integer, Trace> above = standing.lowerEntry(place);
    Map.Entry<Integer, Trace> below = standing.higherEntry(place);
    boolean joinsAbove = above != null && isSameParagraph(place, above.getKey());
    boolean joinsBelow = below != null && isSameParagraph(place, below.getKey());
    String row = row(id, said(place));
    if (above != null && joinsAbove) {
      document.insert(document.below(above.getValue().id()), List.of(row));
    } else if (below != null && (joinsBelow || above == null)) {
      List<String> rows = joinsBelow ? List.of(row) : List.of(row, "");
      document.insert(document.rowOf(below.getValue().id()), rows);
    } else if (above != null) {
      document.insertApart(document.below(above.getValue().id()), List.of(row));
    } else {
      document.insert(document.endOf(section), List.of(row));
    }
  }

  private boolean isSameParagraph(int one, int other) {
    return said(one).paragraph() == said(other).paragraph();
  }

  /** The chapter's lines that stand in the section, by their place in the chapter. */
  private NavigableMap<Integer, Trace> standing() {
    Set<String> here = new HashSet<>();
    document.section(section).stream().flatMap(Section::lines).forEach(it -> here.add(it.id()));
    NavigableMap<Integer, Trace> standing = new TreeMap<>(traces);
    standing
        .values()
        .removeIf(
            it -> !here.contains(it.id()) && !(it.isLeftOut() && document.commentOf(it.id()) >= 0));
    return standing;
  }

  // The heading.

  /** Lets the section's title and link follow the post's, unless a person wrote them. */
  private void followHeading(Section heading) {
    Trace known = before.find(MergeBase.HEADING).orElse(Trace.NONE);
    boolean follows = follows("title", heading.title(), chapter.title(), known.source());
    if (!follows
        && !heading.title().equals(chapter.title())
        && !known.source().equals(MergeBase.fingerprint(chapter.title()))) {
      document.setNote(section, ScriptDocument.DECISION, "@title " + chapter.title());
      whole.notes.add(Message.of("merge.titleKept", section));
    }
    if (follows("source", heading.source(), chapter.source(), known.written()) || follows) {
      whole.notes.add(Message.of("merge.titleFollows", section));
    }
  }

  /** Sets a key to what the post says now where it is still what the tool wrote. */
  private boolean follows(String key, String written, String now, String told) {
    boolean follows = !written.equals(now) && told.equals(MergeBase.fingerprint(written));
    if (follows) {
      document.setKey(document.headOf(section), key, now);
    }
    return follows;
  }
}

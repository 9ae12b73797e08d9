package dev.zundacast.script.file;

import dev.zundacast.episode.Line;
import dev.zundacast.episode.Section;
import dev.zundacast.message.Message;
import dev.zundacast.script.file.MergeBase.Trace;
import dev.zundacast.script.file.ScriptDraft.Chapter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Brings a draft into a script file. What a person changed stays; what is new is added where it
 * belongs; what the draft no longer says becomes a comment. Lives for one call.
 */
public final class ScriptMerge {
  /** Why a script is made again. */
  public enum Reason {
    /** Its post may have changed. */
    POST,
    /** Somebody else's narration says it now. */
    NARRATION,
    /** A version that said things otherwise made it. */
    WORDING
  }

  /** Whether somebody else speaks the lines that name nobody. */
  public enum Host {
    SAME,
    CHANGED
  }

  /** The source of a section that became a comment: no article has it. */
  private static final String GONE = "-";

  /** What is said of a person's own text, whatever the reason. */
  private static final Set<String> OF_PERSONS =
      Set.of(
          "merge.textKept",
          "merge.titleKept",
          "merge.orderKept",
          "merge.ownGone",
          "merge.staysDeleted",
          "merge.unknown");

  private final ScriptDocument document;
  private final ScriptDraft draft;
  private final Reason reason;
  private final Host host;
  private final Map<String, MergeBase> mergeBases;
  private final List<Message> notes = new ArrayList<>();

  /** The section of each chapter that has one. */
  private final Map<Chapter, String> sections = new HashMap<>();

  /** What is said below each line that is a language model's. */
  private final Map<String, String> sourcedLines = new LinkedHashMap<>();

  private ScriptMerge(ScriptDocument document, ScriptDraft draft, Reason reason, Host host) {
    this.document = document;
    this.draft = draft;
    this.reason = reason;
    this.host = host;
    this.mergeBases = document.memory().mergeBases();
  }

  /** Changes the document; says what was done to what was there. */
  public static List<Message> into(
      ScriptDocument document, ScriptDraft draft, Reason reason, Host host) {
    ScriptMerge merge = new ScriptMerge(document, draft, reason, host);
    document.giveIds();
    merge.match(merge::remembered);
    merge.match(merge::standing);
    merge.match(merge::alike);
    merge.commentLost();
    merge.reorder();
    merge.mergeAll();
    document.setSourceNotes(merge.sourcedLines);
    document.memory().order(merge.sectionsInPostOrder());
    return merge.toldNotes();
  }

  private List<Message> toldNotes() {
    List<Message> told = new ArrayList<>(notes);
    if (reason != Reason.POST) {
      told.removeIf(it -> reason == Reason.WORDING || !OF_PERSONS.contains(it.key()));
      int others = notes.size() - told.size();
      if (others > 0) {
        String key = reason == Reason.WORDING ? "merge.otherProgram" : "merge.narration";
        told.add(Message.of(key, others));
      }
    }
    return List.copyOf(told);
  }

  // Which section is of which chapter.

  private void match(Function<Chapter, Optional<String>> section) {
    for (Chapter chapter : draft.chapters()) {
      if (!sections.containsKey(chapter)) {
        section.apply(chapter).ifPresent(id -> sections.put(chapter, id));
      }
    }
  }

  private boolean isTaken(String section) {
    return sections.containsValue(section);
  }

  /** The section that the tool wrote of this article or part of an episode. */
  private Optional<String> remembered(Chapter chapter) {
    String source = MergeBase.fingerprint(chapter.identity());
    return mergeBases.values().stream()
        .filter(base -> base.source().equals(source) && !isTaken(base.section()))
        .map(MergeBase::section)
        .findFirst();
  }

  /** A section that a person wrote, or whose article moved to another address. */
  private Optional<String> standing(Chapter chapter) {
    return document.script().sections().stream()
        .filter(section -> !isTaken(section.id()) && isOf(section, chapter))
        .map(Section::id)
        .findFirst();
  }

  private static boolean isOf(Section section, Chapter chapter) {
    boolean sameLink = !chapter.source().isEmpty() && section.source().equals(chapter.source());
    return section.kind() == chapter.kind()
        && (chapter.kind() != Section.Kind.ARTICLE
            || sameLink
            || section.title().equals(chapter.title()));
  }

  /** The section that has half of its sentences from this article, whatever it is called now. */
  private Optional<String> alike(Chapter chapter) {
    if (chapter.kind() != Section.Kind.ARTICLE || mergeBases.isEmpty()) {
      return Optional.empty();
    }
    Set<String> sources = new HashSet<>();
    chapter.lines().forEach(said -> sources.add(MergeBase.fingerprint(said.source())));
    return mergeBases.values().stream()
        .filter(base -> !isTaken(base.section()) && !base.source().equals(GONE))
        .filter(base -> document.hasSection(base.section()) && isHalfOf(base, sources))
        .map(MergeBase::section)
        .findFirst();
  }

  private static boolean isHalfOf(MergeBase base, Set<String> sources) {
    long same = base.lines().stream().filter(trace -> sources.contains(trace.source())).count();
    return same > 0 && 2 * same >= base.lines().size();
  }

  // Sections that are in the post no longer, or elsewhere.

  private void commentLost() {
    for (MergeBase base : mergeBases.values()) {
      if (!isTaken(base.section()) && !base.source().equals(GONE)) {
        commentLost(base);
      }
    }
  }

  private void commentLost(MergeBase base) {
    String section = base.section();
    Map<String, Trace> traces = new HashMap<>();
    base.traces().forEach(trace -> traces.put(trace.id(), trace));
    int live = 0;
    for (Line line : document.lines().values()) {
      Trace trace = traces.get(line.id());
      if (trace != null) {
        live++;
        document.commentOut(line.id());
        if (trace.isTouched(line)) {
          notes.add(Message.of("merge.ownGone", line.id()));
        }
      }
    }
    int next = document.nextNumber(section);
    if (document.script().sections().stream()
        .anyMatch(it -> it.id().equals(section) && it.lines().findAny().isEmpty())) {
      document.commentOutHead(section);
    }
    document.memory().set(new MergeBase(section, next, GONE, List.of()));
    if (live > 0) {
      notes.add(Message.of("merge.articleGone", section, live));
    }
  }

  private List<String> sectionsInPostOrder() {
    return draft.chapters().stream().map(sections::get).filter(Objects::nonNull).toList();
  }

  /**
   * Follows the post when it puts its articles into another order, for the lines count them; unless
   * a person has an order of their own.
   */
  private void reorder() {
    List<String> standing = document.sections();
    List<String> wanted = sectionsInPostOrder().stream().filter(standing::contains).toList();
    List<String> before = mergeBases.keySet().stream().filter(wanted::contains).toList();
    List<String> now = standing.stream().filter(wanted::contains).toList();
    boolean changed = before.size() == wanted.size() && !before.equals(wanted);
    if (!changed || now.equals(wanted)) {
      return;
    }
    if (now.equals(before)) {
      document.order(wanted);
      notes.add(Message.of("merge.reordered", String.join(", ", wanted)));
    } else {
      notes.add(Message.of("merge.orderKept", String.join(", ", now)));
    }
  }

  // What the sections say.

  private void mergeAll() {
    boolean anew = document.sections().isEmpty() && mergeBases.isEmpty();
    String above = "";
    for (Chapter chapter : draft.chapters()) {
      boolean known = sections.containsKey(chapter);
      String section = sections.computeIfAbsent(chapter, this::newId);
      SectionMerge merge = new SectionMerge(document, chapter, section, reason, host);
      Cursor behind = above.isEmpty() ? document.start() : document.endOf(above);
      document.memory().set(known ? merged(merge, section) : merge.write(behind));
      if (!known && !anew) {
        notes.add(Message.of("merge.added", section));
      }
      notes.addAll(merge.notes());
      sourcedLines.putAll(merge.sourcedLines());
      if (document.hasSection(section)) {
        above = section;
      }
    }
  }

  private MergeBase merged(SectionMerge merge, String section) {
    MergeBase base = mergeBases.get(section);
    if (base == null) {
      notes.add(Message.of("merge.unknown", section));
      return merge.adopt();
    }
    return merge.merge(base);
  }

  private String newId(Chapter chapter) {
    Set<String> used = new HashSet<>(document.memory().mergeBases().keySet());
    used.addAll(document.sections());
    boolean article = chapter.kind() == Section.Kind.ARTICLE;
    String word = article ? "a" : chapter.kind().word();
    String id = article ? "a1" : word;
    for (int number = 2; used.contains(id); number++) {
      id = word + number;
    }
    return id;
  }
}

package dev.zundacast.script.file;

import dev.zundacast.episode.Line;
import dev.zundacast.episode.Section;
import dev.zundacast.message.Message;
import dev.zundacast.script.file.ScriptDraft.Chapter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Brings a draft into a script file. What a person changed stays; what is new is added where it
 * belongs; what the draft no longer says becomes a comment. Lives for one call.
 */
public final class ScriptMerge {
  /** Why a script is made again. */
  public enum Reason {
    /** Its post may have changed. */
    POST,
    /** Somebody else speaks the lines that name nobody. */
    SPEAKER,
    /** Somebody else's narration says it now. */
    NARRATION,
    /** A version that said things otherwise made it. */
    WORDING
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

  final ScriptDocument document;
  final Reason reason;

  /** What was done to what was there. */
  final List<Message> notes = new ArrayList<>();

  private final ScriptDraft draft;
  private final Map<String, MergeBase> mergeBases;

  /** The section of each chapter that has one. */
  private final Map<Chapter, String> sections = new HashMap<>();

  private ScriptMerge(ScriptDocument document, ScriptDraft draft, Reason reason) {
    this.document = document;
    this.draft = draft;
    this.reason = reason;
    this.mergeBases = document.mergeBases();
    mergeBases.remove(ScriptDocument.SCRIPT);
  }

  /** Changes the document; says what was done to what was there. */
  public static List<Message> into(ScriptDocument document, ScriptDraft draft, Reason reason) {
    ScriptMerge merge = new ScriptMerge(document, draft, reason);
    document.giveIds();
    merge.match(merge::remembered);
    merge.match(merge::standing);
    merge.match(merge::alike);
    merge.commentLost();
    merge.reorder();
    List<SectionMerge> merged = merge.mergeAll();
    document.rows.removeIf(row -> row.remark(ScriptDocument.REWRITE).isPresent());
    merged.forEach(SectionMerge::noteSources);
    document.orderMemory(merge.sectionsInPostOrder());
    return merge.toldNotes();
  }

  private List<Message> toldNotes() {
    List<Message> told = new ArrayList<>(notes);
    if (reason == Reason.NARRATION || reason == Reason.WORDING) {
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

  private void match(Function<Chapter, Stream<String>> candidates) {
    for (Chapter chapter : draft.chapters()) {
      if (!sections.containsKey(chapter)) {
        candidates
            .apply(chapter)
            .filter(id -> !sections.containsValue(id))
            .findFirst()
            .ifPresent(id -> sections.put(chapter, id));
      }
    }
  }

  /** The section that the tool wrote of this article or part of an episode. */
  private Stream<String> remembered(Chapter chapter) {
    String source = MergeBase.fingerprint(chapter.identity());
    return mergeBases.values().stream()
        .filter(base -> base.source().equals(source))
        .map(MergeBase::id);
  }

  /** A section that a person wrote, or whose article moved to another address. */
  private Stream<String> standing(Chapter chapter) {
    return document.script().sections().stream()
        .filter(section -> isOf(section, chapter))
        .map(Section::id);
  }

  private static boolean isOf(Section section, Chapter chapter) {
    boolean sameLink = !chapter.source().isEmpty() && section.source().equals(chapter.source());
    return section.kind() == chapter.kind()
        && (chapter.kind() != Section.Kind.ARTICLE
            || sameLink
            || section.title().equals(chapter.title()));
  }

  /** The section that has half of its sentences from this article, whatever it is called now. */
  private Stream<String> alike(Chapter chapter) {
    Set<String> sources = new HashSet<>();
    chapter.lines().forEach(said -> sources.add(MergeBase.fingerprint(said.source())));
    return mergeBases.values().stream()
        .filter(base -> chapter.kind() == Section.Kind.ARTICLE && isHalfOf(base, sources))
        .map(MergeBase::id)
        .filter(document.sections()::contains);
  }

  private static boolean isHalfOf(MergeBase base, Set<String> sources) {
    long same = base.lines().stream().filter(trace -> sources.contains(trace.source())).count();
    return same > 0 && 2 * same >= base.lines().size();
  }

  // Sections that are in the post no longer, or elsewhere.

  private void commentLost() {
    mergeBases.values().stream()
        .filter(base -> !sections.containsValue(base.id()) && !base.source().equals(GONE))
        .forEach(this::commentLost);
  }

  private void commentLost(MergeBase base) {
    String section = base.id();
    List<Line> live =
        document.lines().values().stream().filter(it -> base.find(it.id()).isPresent()).toList();
    for (Line line : live) {
      document.commentOut(line.id());
      if (base.find(line.id()).filter(it -> it.isTouched(line)).isPresent()) {
        notes.add(Message.of("merge.ownGone", line.id()));
      }
    }
    int next = document.nextNumber(section);
    if (document.section(section).filter(it -> it.lines().findAny().isEmpty()).isPresent()) {
      // What it holds joins the section above.
      int head = document.headOf(section);
      for (int i = head; i < document.endOf(head); i++) {
        if (i == head || document.is(i, Row.Key.class)) {
          document.comment(i);
        }
      }
    }
    document.remember(new MergeBase(section, next, GONE, List.of()));
    if (!live.isEmpty()) {
      notes.add(Message.of("merge.articleGone", section, live.size()));
    }
  }

  private List<String> sectionsInPostOrder() {
    return draft.chapters().stream().map(sections::get).filter(Objects::nonNull).toList();
  }

  /** Follows the post's order, as lines count its articles, unless a person has their own. */
  private void reorder() {
    List<String> standing = document.sections();
    List<String> wanted = sectionsInPostOrder().stream().filter(standing::contains).toList();
    List<String> before = mergeBases.keySet().stream().filter(wanted::contains).toList();
    List<String> now = standing.stream().filter(wanted::contains).toList();
    if (before.size() != wanted.size() || before.equals(wanted) || now.equals(wanted)) {
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

  private List<SectionMerge> mergeAll() {
    List<SectionMerge> merged = new ArrayList<>();
    boolean anew = document.sections().isEmpty() && mergeBases.isEmpty();
    String above = "";
    for (Chapter chapter : draft.chapters()) {
      boolean known = sections.containsKey(chapter);
      String section = sections.computeIfAbsent(chapter, this::newId);
      MergeBase before = mergeBases.getOrDefault(section, new MergeBase(section, 1, "", List.of()));
      SectionMerge merge = new SectionMerge(this, chapter, before);
      if (!known) {
        merge.write(above.isEmpty() ? document.start() : document.endOf(above));
        if (!anew) {
          notes.add(Message.of("merge.added", section));
        }
      } else if (!mergeBases.containsKey(section)) {
        notes.add(Message.of("merge.unknown", section));
        merge.adopt();
      } else {
        merge.merge();
      }
      if (document.sections().contains(section)) {
        above = section;
      }
      merged.add(merge);
    }
    return merged;
  }

  private String newId(Chapter chapter) {
    return document.freeSection(
        chapter.kind() == Section.Kind.ARTICLE ? "a1" : chapter.kind().word());
  }
}

package dev.zundacast.script.merge;

import dev.zundacast.episode.Line;
import dev.zundacast.episode.Section;
import dev.zundacast.script.file.Cursor;
import dev.zundacast.script.file.MergeBase;
import dev.zundacast.script.file.ScriptDocument;
import dev.zundacast.script.merge.ScriptDraft.Chapter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Brings a draft into a script file. What a person changed stays; what is new is added where it
 * belongs; what the draft no longer says becomes a comment. Lives for one call.
 */
public final class ScriptMerge {
  /** Why a script is made again. */
  public enum Reason {
    /** Its post may have changed. */
    POST,
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

  private final ScriptDocument document;
  private final ScriptDraft draft;
  private final Reason reason;
  private final Host host;
  private final boolean fresh;
  private final Map<String, MergeBase> mergeBases;
  private final List<String> notes = new ArrayList<>();

  /** The section of each chapter that has one. */
  private final Map<Chapter, String> sections = new HashMap<>();

  private final Set<String> taken = new HashSet<>();

  /** What is said below each line that is a language model's. */
  private final Map<String, String> rewrittenLines = new LinkedHashMap<>();

  private ScriptMerge(ScriptDocument document, ScriptDraft draft, Reason reason, Host host) {
    this.host = host;
    this.document = document;
    this.reason = reason;
    this.draft = draft;
    this.mergeBases = document.memory().mergeBases();
    this.fresh = document.sections().isEmpty() && mergeBases.isEmpty();
  }

  /**
   * Changes the document; says what was done to what was there.
   *
   * @param rewriting by {@link Chapter#identity}, whose words an article is said in
   */
  public static List<String> into(
      ScriptDocument document,
      ScriptDraft draft,
      Reason reason,
      Host host,
      Map<String, String> rewriting) {
    ScriptMerge merge = new ScriptMerge(document, draft, reason, host);
    merge.document.giveIds();
    merge.match();
    merge.removeLost();
    merge.reorder();
    merge.mergeAll();
    merge.noteRewriting(rewriting);
    document.memory().order(merge.sectionsInPostOrder());
    return reason == Reason.POST || merge.notes.isEmpty()
        ? List.copyOf(merge.notes)
        : List.of(
            "the program says things otherwise now: "
                + merge.notes.size()
                + " lines that nobody had touched follow, edited ones stay");
  }

  private void match() {
    for (Chapter chapter : draft.chapters()) {
      remembered(chapter).ifPresent(id -> take(chapter, id));
    }
    for (Chapter chapter : draft.chapters()) {
      if (!sections.containsKey(chapter)) {
        standing(chapter).ifPresent(id -> take(chapter, id));
      }
    }
    for (Chapter chapter : draft.chapters()) {
      if (!sections.containsKey(chapter) && chapter.kind() == Section.Kind.ARTICLE) {
        alike(chapter).ifPresent(id -> take(chapter, id));
      }
    }
  }

  private void take(Chapter chapter, String id) {
    sections.put(chapter, id);
    taken.add(id);
  }

  private Optional<String> remembered(Chapter chapter) {
    String source = MergeBase.fingerprint(chapter.identity());
    return mergeBases.values().stream()
        .filter(f -> f.source().equals(source) && !taken.contains(f.section()))
        .map(MergeBase::section)
        .findFirst();
  }

  /** A section that a person wrote, or whose article moved to another address. */
  private Optional<String> standing(Chapter chapter) {
    return document.script().sections().stream()
        .filter(section -> !taken.contains(section.id()) && isOf(section, chapter))
        .map(Section::id)
        .findFirst();
  }

  /** The section that has half of its sentences from this article, whatever it is called now. */
  private Optional<String> alike(Chapter chapter) {
    if (mergeBases.isEmpty()) {
      return Optional.empty();
    }
    Set<String> sources = new HashSet<>();
    chapter.lines().forEach(said -> sources.add(MergeBase.fingerprint(said.source())));
    return mergeBases.values().stream()
        .filter(base -> !taken.contains(base.section()) && !base.source().equals(GONE))
        .filter(base -> document.hasSection(base.section()) && isHalfOf(base, sources))
        .map(MergeBase::section)
        .findFirst();
  }

  private static boolean isHalfOf(MergeBase base, Set<String> sources) {
    long same = base.lines().stream().filter(trace -> sources.contains(trace.source())).count();
    return same > 0 && 2 * same >= base.lines().size();
  }

  private boolean isOf(Section heading, Chapter chapter) {
    if (heading.kind() != chapter.kind()) {
      return false;
    }
    return chapter.kind() != Section.Kind.ARTICLE
        || (!chapter.source().isEmpty() && heading.source().equals(chapter.source()))
        || heading.title().equals(chapter.title())
        || wasCalled(heading, chapter.title());
  }

  /** Whether the tool had given the section this title, which a person replaced. */
  private boolean wasCalled(Section heading, String title) {
    return Optional.ofNullable(mergeBases.get(heading.id()))
        .flatMap(MergeBase::heading)
        .map(known -> known.source().equals(MergeBase.fingerprint(title)))
        .orElse(false);
  }

  private void removeLost() {
    for (MergeBase base : mergeBases.values()) {
      if (!taken.contains(base.section()) && !base.source().equals(GONE)) {
        removeLost(base);
      }
    }
  }

  private void removeLost(MergeBase base) {
    Map<String, Line> lines = document.lines();
    long live = base.traces().stream().filter(trace -> lines.containsKey(trace.id())).count();
    base.traces().stream()
        .filter(trace -> lines.containsKey(trace.id()))
        .forEach(trace -> document.commentOut(trace.id()));
    String section = base.section();
    int next = document.nextNumber(section);
    if (document.script().sections().stream()
        .anyMatch(it -> it.id().equals(section) && it.lines().findAny().isEmpty())) {
      document.commentOutHead(section);
    }
    document.memory().set(new MergeBase(section, next, GONE, List.of()));
    if (live > 0) {
      notes.add(
          section
              + ": no longer in the post, kept as a comment ("
              + live
              + (live == 1 ? " line)" : " lines)"));
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
      notes.add("the post has another order now; the sections follow: " + listed(wanted));
    } else {
      notes.add("the post has another order now; yours stays: " + listed(now));
    }
  }

  private static String listed(List<String> ids) {
    return String.join(", ", ids);
  }

  private void mergeAll() {
    String above = "";
    for (Chapter chapter : draft.chapters()) {
      String section = sections.getOrDefault(chapter, "");
      if (section.isEmpty()) {
        section = add(chapter, above);
        sections.put(chapter, section);
      } else {
        merge(chapter, section);
      }
      if (document.hasSection(section)) {
        above = section;
      }
    }
  }

  /** Says in the script which lines are a language model's. */
  private void noteRewriting(Map<String, String> rewriting) {
    Map<String, String> bySection = new LinkedHashMap<>();
    sections.forEach(
        (chapter, section) -> {
          String note = rewriting.getOrDefault(chapter.identity(), "");
          if (!note.isEmpty() && document.hasSection(section)) {
            bySection.put(section, note);
          }
        });
    document.setRewriteNotes(bySection, rewrittenLines);
  }

  private String add(Chapter chapter, String above) {
    String id = newId(chapter);
    Cursor cursor = above.isEmpty() ? document.start() : document.endOf(above);
    SectionMerge merge = new SectionMerge(document, chapter, id, reason, host);
    document.memory().set(merge.write(cursor));
    rewrittenLines.putAll(merge.rewrittenLines());
    if (!fresh) {
      notes.add(id + ": new in the post, added");
    }
    return id;
  }

  private String newId(Chapter chapter) {
    Set<String> used = new HashSet<>(document.memory().mergeBases().keySet());
    used.addAll(document.sections());
    boolean article = chapter.kind() == Section.Kind.ARTICLE;
    String word = chapter.kind().word();
    String id = article ? "a1" : word;
    for (int number = 2; used.contains(id); number++) {
      id = (article ? "a" : word) + number;
    }
    return id;
  }

  private void merge(Chapter chapter, String section) {
    SectionMerge merge = new SectionMerge(document, chapter, section, reason, host);
    MergeBase base = mergeBases.get(section);
    document.memory().set(base == null ? merge.adopt() : merge.merge(base));
    if (base == null) {
      notes.add(section + ": nothing remembered about it, taken as a person wrote it");
    }
    notes.addAll(merge.notes());
    rewrittenLines.putAll(merge.rewrittenLines());
  }
}

package dev.zundacast.script.merge;

import dev.zundacast.script.file.MergeBase;
import dev.zundacast.script.file.MergeBase.Trace;
import dev.zundacast.script.file.ScriptDocument;
import dev.zundacast.script.file.Sections.Heading;
import dev.zundacast.script.merge.ScriptDraft.Chapter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lets a section's title and link follow the post's, unless a person wrote them. */
final class HeadingMerge {
  private final ScriptDocument document;
  private final Chapter chapter;
  private final String section;

  HeadingMerge(ScriptDocument document, Chapter chapter, String section) {
    this.document = document;
    this.chapter = chapter;
    this.section = section;
  }

  /** Changes the heading that stands; says what was done. */
  List<String> follow(MergeBase before) {
    List<String> notes = new ArrayList<>();
    Optional<Heading> standing =
        document.sections().headings().stream().filter(h -> h.id().equals(section)).findFirst();
    if (standing.isPresent()) {
      boolean title = title(standing.get(), before, notes);
      boolean link = link(standing.get(), before);
      if (title || link) {
        notes.add(section + ": its title and link follow the post's");
      }
    }
    return notes;
  }

  private boolean title(Heading heading, MergeBase before, List<String> notes) {
    if (heading.title().equals(chapter.title())) {
      return false;
    }
    Optional<String> told = before.heading().map(Trace::source);
    if (told.filter(MergeBase.fingerprint(heading.title())::equals).isPresent()) {
      document.sections().setKey(section, "title", chapter.title());
      return true;
    }
    if (told.filter(MergeBase.fingerprint(chapter.title())::equals).isEmpty()) {
      document.sections().setDecision(section, chapter.title());
      notes.add(section + ": its title changed in the post; yours stays, the new one is below");
    }
    return false;
  }

  private boolean link(Heading heading, MergeBase before) {
    String told = before.heading().map(Trace::written).orElse(before.source());
    boolean follows =
        !heading.source().equals(chapter.source())
            && told.equals(MergeBase.fingerprint(heading.source()));
    if (follows) {
      document.sections().setKey(section, "source", chapter.source());
    }
    return follows;
  }
}

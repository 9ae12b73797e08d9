package dev.zundacast.script.merge;

import dev.zundacast.episode.Line;
import dev.zundacast.script.file.Cursor;
import dev.zundacast.script.file.LineHead;
import dev.zundacast.script.file.MergeBase.Trace;
import dev.zundacast.script.file.ScriptDocument;
import dev.zundacast.script.merge.ScriptDraft.Chapter;
import dev.zundacast.script.merge.ScriptDraft.Role;
import dev.zundacast.script.merge.ScriptDraft.Said;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Finds where a new line of a draft belongs among those that stand in its section. */
final class LinePlaces {
  private final ScriptDocument document;
  private final Chapter chapter;
  private final String section;

  LinePlaces(ScriptDocument document, Chapter chapter, String section) {
    this.document = document;
    this.chapter = chapter;
    this.section = section;
  }

  /**
   * Writes a line beside the nearest line of its paragraph, else between the others.
   *
   * @param place the line's place in the draft
   * @param traces the lines that are known, by their places in the draft
   */
  void write(int place, LineHead head, Map<Integer, Trace> traces) {
    Said said = chapter.lines().get(place);
    NavigableMap<Integer, String> standing = standing(traces);
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

  static void write(Cursor cursor, LineHead head, Said said) {
    if (said.role() == Role.LEFT_OUT) {
      cursor.leftOut(head, said.text());
    } else {
      cursor.line(head, said.text());
    }
  }

  private boolean isSameParagraph(int one, int other) {
    return chapter.lines().get(one).paragraph() == chapter.lines().get(other).paragraph();
  }

  /** The draft's lines that stand in this section, by their place in the draft. */
  private NavigableMap<Integer, String> standing(Map<Integer, Trace> traces) {
    NavigableMap<Integer, String> standing = new TreeMap<>();
    List<String> here =
        document.script().sections().stream()
            .filter(s -> s.id().equals(section))
            .flatMap(s -> s.lines().map(Line::id))
            .toList();
    traces.forEach(
        (place, trace) -> {
          boolean comment = trace.isLeftOut() && document.comments().isComment(trace.id());
          if (here.contains(trace.id()) || comment) {
            standing.put(place, trace.id());
          }
        });
    return standing;
  }
}

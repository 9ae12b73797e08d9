package dev.zundacast.script.merge;

import dev.zundacast.episode.Line;
import dev.zundacast.script.file.MergeBase;
import dev.zundacast.script.file.MergeBase.Trace;
import dev.zundacast.script.merge.ScriptDraft.Chapter;
import dev.zundacast.script.merge.ScriptDraft.Role;
import dev.zundacast.script.merge.ScriptDraft.Said;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Collects what the next merge has to know of a section: a trace of each line of its chapter. */
final class SectionMemory {
  private final String section;
  private final Chapter chapter;
  private final SortedMap<Integer, Trace> traces = new TreeMap<>();
  private final List<Trace> deleted = new ArrayList<>();

  SectionMemory(String section, Chapter chapter) {
    this.section = section;
    this.chapter = chapter;
  }

  /** The trace of each line that is known, by its place in the chapter. */
  SortedMap<Integer, Trace> traces() {
    return Collections.unmodifiableSortedMap(traces);
  }

  void put(int place, Trace trace) {
    traces.put(place, trace);
  }

  /** Remembers that a line of the chapter stands, or is left out, under this id. */
  void put(int place, String id, Said said) {
    traces.put(place, trace(id, said));
  }

  /** Remembers that a person deleted a line. */
  void addDeleted(Trace trace) {
    deleted.add(trace);
  }

  /** The id of the section's line of this number. */
  String id(int number) {
    return section + (number < 10 ? ".0" : ".") + number;
  }

  static Trace trace(String id, Said said) {
    String written =
        said.role() == Role.LEFT_OUT ? Trace.LEFT_OUT : MergeBase.fingerprint(said.text());
    return new Trace(id, source(said), written);
  }

  static String source(Said said) {
    return said.role() == Role.REWRITTEN
        ? Trace.rewritten(said.source())
        : MergeBase.fingerprint(said.source());
  }

  /** The rules of each line that still is in a language model's words, by its id. */
  Map<String, String> rewrittenLines(Map<String, Line> lines) {
    Map<String, String> rules = new LinkedHashMap<>();
    traces.forEach(
        (place, trace) -> {
          Line line = lines.get(trace.id());
          if (trace.isRewritten() && line != null && !new TracedLine(line, trace).isTouched()) {
            rules.put(trace.id(), String.join(", ", chapter.lines().get(place).rules()));
          }
        });
    return rules;
  }

  /** All of it, with the number of the section's next new line. */
  MergeBase base(int next) {
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
}

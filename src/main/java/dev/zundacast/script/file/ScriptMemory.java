package dev.zundacast.script.file;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What the tool remembers in a script file of what it wrote there: the rows at its end. */
public record ScriptMemory(Rows rows) {
  /** In the place of a section's id: what is remembered of the whole script. */
  private static final String SCRIPT = "@";

  private Map<String, MergeBase> all() {
    Map<String, MergeBase> all = new LinkedHashMap<>();
    for (Row row : rows.all()) {
      if (row.content() instanceof Row.Base base) {
        all.putIfAbsent(base.of().section(), base.of());
      }
    }
    return all;
  }

  /** What the tool wrote before, by section. */
  public Map<String, MergeBase> mergeBases() {
    Map<String, MergeBase> mergeBases = all();
    mergeBases.remove(SCRIPT);
    return mergeBases;
  }

  /** What is remembered of each line, whatever its section. */
  public Stream<MergeBase.Trace> traces() {
    return mergeBases().values().stream().flatMap(base -> base.lines().stream());
  }

  /** The fingerprint of the speaker that the tool wrote; empty when nothing is remembered. */
  public Optional<String> speaker() {
    return Optional.ofNullable(all().get(SCRIPT)).map(MergeBase::source);
  }

  /** Remembers in whose words the script is written. */
  public void setSpeaker(String speaker) {
    set(new MergeBase(SCRIPT, 0, MergeBase.fingerprint(speaker), List.of()));
  }

  /** Remembers what the tool wrote, in the place of what it remembered before. */
  public void set(MergeBase base) {
    int last = -1;
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).content() instanceof Row.Base known) {
        last = i;
        if (known.of().section().equals(base.section())) {
          rows.set(i, base.print());
          return;
        }
      }
    }
    insert(last, base.print());
  }

  /** Puts a row behind the last one of its kind, else behind everything. */
  private void insert(int last, String row) {
    if (last < 0 && rows.find(0, it -> it.raw().equals(Rows.NOTICE)) < 0) {
      rows.insert(rows.size(), "");
      rows.insert(rows.size(), Rows.NOTICE);
    }
    rows.insert(last < 0 ? rows.size() : last + 1, row);
  }

  /** Puts what is remembered of these sections into this order, so that it tells the post's. */
  public void order(List<String> sections) {
    Map<String, MergeBase> all = mergeBases();
    Iterator<MergeBase> wanted =
        sections.stream().map(all::get).filter(Objects::nonNull).toList().iterator();
    for (int i = 0; i < rows.size() && wanted.hasNext(); i++) {
      if (rows.get(i).content() instanceof Row.Base known
          && sections.contains(known.of().section())) {
        rows.set(i, wanted.next().print());
      }
    }
  }
}

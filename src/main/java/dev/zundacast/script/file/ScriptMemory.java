package dev.zundacast.script.file;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What the tool remembers in a script file of what it wrote there: the rows at its end. */
public record ScriptMemory(Rows rows) {
  /** In the place of a section's id: what is remembered of the whole script. */
  private static final String SCRIPT = "@";

  /** What the tool wrote before, by section. */
  public Map<String, MergeBase> mergeBases() {
    Map<String, MergeBase> mergeBases = new LinkedHashMap<>();
    for (Row row : rows.all()) {
      if (row.content() instanceof Row.Base base && !base.id().equals(SCRIPT)) {
        mergeBases.putIfAbsent(base.id(), base.of());
      }
    }
    return mergeBases;
  }

  /** What is remembered of each line by its id, whatever its section. */
  public Map<String, MergeBase.Trace> traces() {
    Map<String, MergeBase.Trace> traces = new HashMap<>();
    mergeBases().values().forEach(base -> base.lines().forEach(it -> traces.put(it.id(), it)));
    return traces;
  }

  /** The fingerprint of the speaker that the tool wrote; empty when nothing is remembered. */
  public Optional<String> speaker() {
    int at = rows.find(Row.Base.class, SCRIPT);
    return at >= 0 && rows.get(at).content() instanceof Row.Base base
        ? Optional.of(base.of().source())
        : Optional.empty();
  }

  /** Remembers in whose words the script is written. */
  public void setSpeaker(String speaker) {
    set(new MergeBase(SCRIPT, 0, MergeBase.fingerprint(speaker), List.of()));
  }

  /** Remembers what the tool wrote, in the place of what it remembered before. */
  public void set(MergeBase base) {
    int known = rows.find(Row.Base.class, base.section());
    if (known >= 0) {
      rows.set(known, base.print());
      return;
    }
    if (rows.find(0, Rows::isMemory) < 0) {
      rows.insert(rows.size(), "");
      rows.insert(rows.size(), Rows.NOTICE);
    }
    int behind = rows.above(rows.size(), 0, it -> !it.is(Row.Base.class));
    rows.insert(behind == 0 ? rows.size() : behind, base.print());
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

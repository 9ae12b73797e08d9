package dev.zundacast.script.file;

import dev.zundacast.episode.Rewrite;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What the tool remembers in a script file of what it wrote there: the rows at its end. */
public final class ScriptMemory {
  /** In the place of a section's id: what is remembered of the whole script. */
  private static final String SCRIPT = "@";

  private final Rows rows;

  ScriptMemory(Rows rows) {
    this.rows = rows;
  }

  /** What the tool wrote before, by section. */
  public Map<String, MergeBase> mergeBases() {
    Map<String, MergeBase> mergeBases = new LinkedHashMap<>();
    for (Row row : rows.all()) {
      if (row.content() instanceof Row.Base base && !base.of().section().equals(SCRIPT)) {
        mergeBases.putIfAbsent(base.of().section(), base.of());
      }
    }
    return mergeBases;
  }

  /** The fingerprint of the speaker that the tool wrote; empty when nothing is remembered. */
  public Optional<String> speaker() {
    return rows.all().stream()
        .flatMap(row -> row.content() instanceof Row.Base base ? Stream.of(base.of()) : null)
        .filter(base -> base.section().equals(SCRIPT))
        .map(MergeBase::source)
        .findFirst();
  }

  /** Remembers in whose words the script is written. */
  public void setSpeaker(String speaker) {
    setMergeBase(new MergeBase(SCRIPT, 0, MergeBase.fingerprint(speaker), List.of()));
  }

  /** Remembers what the tool wrote, in the place of what it remembered before. */
  public void setMergeBase(MergeBase base) {
    int last = -1;
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).content() instanceof Row.Base known) {
        last = i;
        if (known.of().section().equals(base.section())) {
          rows.set(i, rows.get(i).with(base.print(), new Row.Base(base)));
          return;
        }
      }
    }
    insert(last, rows.row(base.print(), new Row.Base(base)));
  }

  /** Puts a row behind the last one of its kind, else behind everything. */
  private void insert(int last, Row row) {
    if (last < 0 && !isBegun()) {
      rows.insert(rows.size(), rows.blank());
      rows.insert(rows.size(), rows.row(Rows.NOTICE, new Row.Comment()));
    }
    rows.insert(last < 0 ? rows.size() : last + 1, row);
  }

  private boolean isBegun() {
    return rows.all().stream().anyMatch(row -> row.raw().equals(Rows.NOTICE));
  }

  /** Puts what is remembered of these sections into this order, so that it tells the post's. */
  public void orderMergeBases(List<String> sections) {
    Map<String, MergeBase> all = mergeBases();
    Iterator<MergeBase> wanted =
        sections.stream().map(all::get).filter(Objects::nonNull).toList().iterator();
    for (int i = 0; i < rows.size() && wanted.hasNext(); i++) {
      if (rows.get(i).content() instanceof Row.Base known
          && sections.contains(known.of().section())) {
        MergeBase base = wanted.next();
        rows.set(i, rows.get(i).with(base.print(), new Row.Base(base)));
      }
    }
  }

  /** A language model's words for articles, by the fingerprints of their addresses. */
  public Map<String, Rewrite> rewrites() {
    Map<String, Rewrite> rewrites = new LinkedHashMap<>();
    for (Row row : rows.all()) {
      if (row.content() instanceof Row.Rewritten of) {
        of.row().rewrite().ifPresent(it -> rewrites.put(of.row().article(), it));
      }
    }
    return rewrites;
  }

  /** Remembers these words for articles, and no others. */
  public void setRewrites(Map<String, Rewrite> rewrites) {
    if (rewrites.equals(rewrites())) {
      return;
    }
    for (int i = rows.size() - 1; i >= 0; i--) {
      if (rows.get(i).content() instanceof Row.Rewritten) {
        rows.remove(i);
      }
    }
    rewrites.forEach(
        (article, rewrite) -> {
          RewriteRow row = RewriteRow.of(article, rewrite);
          insert(-1, rows.row(row.print(), new Row.Rewritten(row)));
        });
  }
}

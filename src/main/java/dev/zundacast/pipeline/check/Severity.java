package dev.zundacast.pipeline.check;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** How bad a finding is: an error is heard or seen by listeners, a note only might be. */
public enum Severity {
  NOTE,
  WARNING,
  ERROR;

  private static final Map<String, Severity> BY_RULE =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("post", ERROR),
              Map.entry("audio", ERROR),
              Map.entry("front-matter", ERROR),
              Map.entry("repeat", ERROR),
              Map.entry("feed", ERROR),
              Map.entry("artwork", WARNING),
              Map.entry("article", WARNING),
              Map.entry("credit", WARNING),
              Map.entry("date", WARNING),
              Map.entry("decision", WARNING),
              Map.entry("guess", NOTE),
              Map.entry("loudness", WARNING),
              Map.entry("reading", WARNING),
              Map.entry("rewrite", WARNING),
              Map.entry("script", ERROR),
              Map.entry("stale", ERROR),
              Map.entry("tag", WARNING),
              Map.entry("style", NOTE)));

  /** The severity of what a rule finds. */
  static Severity of(String rule) {
    return BY_RULE.getOrDefault(rule, WARNING);
  }

  /** The names of all rules, in order. */
  public static Set<String> rules() {
    return new TreeSet<>(BY_RULE.keySet());
  }

  /** Its name in reports. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

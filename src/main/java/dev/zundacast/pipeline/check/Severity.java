package dev.zundacast.pipeline.check;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
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

  private static final Map<String, Severity> BY_RULE = new TreeMap<>();

  static {
    List.of("guess", "wording").forEach(rule -> BY_RULE.put(rule, NOTE));
    List.of(
            "artwork",
            "article",
            "credit",
            "date",
            "decision",
            "disclosure",
            "loudness",
            "narration",
            "reading",
            "rewrite",
            "tag")
        .forEach(rule -> BY_RULE.put(rule, WARNING));
    List.of("post", "audio", "front-matter", "repeat", "feed", "script", "stale")
        .forEach(rule -> BY_RULE.put(rule, ERROR));
  }

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

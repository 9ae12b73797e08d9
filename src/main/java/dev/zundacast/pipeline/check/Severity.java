package dev.zundacast.pipeline.check;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.zundacast.disk.Resource;
import dev.zundacast.message.Message;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** How bad a finding is: an error is heard or seen by listeners, a note only might be. */
public enum Severity {
  NOTE,
  WARNING,
  ERROR;

  private static final Map<String, String> BY_RULE = Resource.pairs(Severity.class, "rules.tsv");

  /** The severity of what a rule finds. */
  static Severity of(String rule) {
    return valueOf(BY_RULE.getOrDefault(rule, "warning").toUpperCase(Locale.ROOT));
  }

  /** The names of all rules, in order. */
  public static Set<String> rules() {
    return new TreeSet<>(BY_RULE.keySet());
  }

  /** Its name for people. */
  public Message said() {
    return Message.of("check.severity." + word());
  }

  /** Its name in reports. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

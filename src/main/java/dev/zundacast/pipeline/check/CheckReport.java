package dev.zundacast.pipeline.check;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.zundacast.disk.Resource;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What a check found in so many posts, by file and line, and how many {@code --fix} changed. */
public record CheckReport(int posts, long mended, List<Finding> findings) {

  /** This report without the other findings. */
  public CheckReport only(Predicate<Finding> told) {
    return new CheckReport(posts, mended, findings.stream().filter(told).toList());
  }

  /** This report with that of another show's posts behind it. */
  public CheckReport and(CheckReport other) {
    List<Finding> all = new ArrayList<>(findings);
    all.addAll(other.findings);
    return new CheckReport(posts + other.posts, mended + other.mended, all);
  }

  /** Something that a rule found and that should not be published as it is. */
  public record Finding(String rule, Diagnostic place) {
    /** How bad it is. */
    public Severity severity() {
      return Severity.of(rule);
    }
  }

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
}

package dev.zundacast.pipeline.check;

import dev.zundacast.episode.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a check found.
 *
 * @param posts how many posts were looked at
 * @param mended how many posts {@code --fix} changed
 * @param findings by file and line
 */
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

  /**
   * Something that should not be published as it is.
   *
   * @param rule which rule found it, in a word
   * @param place file, line, what was found, and how to mend it
   */
  public record Finding(String rule, Diagnostic place) {
    /** How bad it is. */
    public Severity severity() {
      return Severity.of(rule);
    }
  }
}

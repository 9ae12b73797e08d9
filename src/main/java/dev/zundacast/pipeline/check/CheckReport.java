package dev.zundacast.pipeline.check;

import dev.zundacast.episode.Diagnostic;
import java.util.List;

/**
 * What a check found.
 *
 * @param posts how many posts were looked at
 * @param mended how many posts {@code --fix} changed
 * @param findings by file and line
 */
public record CheckReport(int posts, long mended, List<Finding> findings) {

  public CheckReport {
    findings = List.copyOf(findings);
  }

  /**
   * Something that should not be published as it is.
   *
   * @param rule which rule found it, in a word
   * @param place file, line, what was found, and how to mend it
   */
  public record Finding(String rule, Diagnostic place) {}
}

package dev.zundacast.pipeline;

import java.util.ArrayList;
import java.util.List;

/**
 * What a check found.
 *
 * @param posts how many posts were looked at
 * @param mended how many posts {@code --fix} changed
 * @param findings by file and line
 */
public record CheckReport(int posts, long mended, List<CheckFinding> findings) {

  public CheckReport {
    findings = List.copyOf(findings);
  }

  /** This report with that of another show's posts behind it. */
  public CheckReport and(CheckReport other) {
    List<CheckFinding> all = new ArrayList<>(findings);
    all.addAll(other.findings);
    return new CheckReport(posts + other.posts, mended + other.mended, all);
  }
}

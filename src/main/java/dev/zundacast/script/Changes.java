package dev.zundacast.script;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;
import java.util.Optional;

/** Two texts of a file to the lines that people see of what changes. */
final class Changes {
  private static final int CONTEXT = 2;

  private Changes() {}

  static String diff(String name, Optional<String> before, String after) {
    List<String> old = before.map(text -> text.lines().toList()).orElse(List.of());
    List<String> rows =
        UnifiedDiffUtils.generateUnifiedDiff(
            before.isPresent() ? name : "/dev/null",
            name,
            old,
            DiffUtils.diff(old, after.lines().toList()),
            CONTEXT);
    // Only line ends or the mark at the file's start changed: nothing that a diff of lines shows.
    return rows.isEmpty() ? "--- " + name + "\n+++ " + name + "\n" : String.join("\n", rows) + "\n";
  }
}

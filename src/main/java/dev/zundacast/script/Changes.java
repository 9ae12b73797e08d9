package dev.zundacast.script;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.zundacast.script.file.ScriptDocument;
import java.util.List;
import java.util.Optional;

/** A changed document to the update that people see before it is saved. */
final class Changes {
  private static final int CONTEXT = 2;

  private Changes() {}

  static ScriptUpdate of(Optional<String> before, ScriptDocument document, List<String> notes) {
    String after = document.text();
    String diff = before.isPresent() && before.get().equals(after) ? "" : diff(before, document);
    return new ScriptUpdate(before, document.script(), after, diff, notes);
  }

  private static String diff(Optional<String> before, ScriptDocument document) {
    List<String> old = before.map(text -> text.lines().toList()).orElse(List.of());
    String name = String.valueOf(document.file().getFileName());
    List<String> rows =
        UnifiedDiffUtils.generateUnifiedDiff(
            before.isPresent() ? name : "/dev/null",
            name,
            old,
            DiffUtils.diff(old, document.text().lines().toList()),
            CONTEXT);
    // Only line ends or the mark at the file's start changed: nothing that a diff of lines shows.
    return rows.isEmpty() ? "--- " + name + "\n+++ " + name + "\n" : String.join("\n", rows) + "\n";
  }
}

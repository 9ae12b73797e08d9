package dev.zundacast.disk;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;

/** Two versions of a text to a unified diff. */
public final class TextDiff {
  private TextDiff() {}

  /** The diff with so many equal lines around a change, each with its line end; "" for none. */
  public static String of(
      String from, String to, List<String> before, List<String> after, int context) {
    List<String> rows =
        UnifiedDiffUtils.generateUnifiedDiff(
            from, to, before, DiffUtils.diff(before, after), context);
    return rows.isEmpty() ? "" : String.join("\n", rows) + "\n";
  }
}

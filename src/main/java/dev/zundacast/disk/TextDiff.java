package dev.zundacast.disk;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;

/** Two versions of a text to a unified diff. */
public final class TextDiff {
  private TextDiff() {}

  /**
   * The diff, each row with its line end; "" where nothing differs.
   *
   * @param from what the older version is called
   * @param to what the newer version is called
   * @param context how many equal lines stand around a change
   */
  public static String of(
      String from, String to, List<String> before, List<String> after, int context) {
    List<String> rows =
        UnifiedDiffUtils.generateUnifiedDiff(
            from, to, before, DiffUtils.diff(before, after), context);
    return rows.isEmpty() ? "" : String.join("\n", rows) + "\n";
  }
}

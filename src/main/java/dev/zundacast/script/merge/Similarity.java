package dev.zundacast.script.merge;

import dev.zundacast.episode.Line;
import dev.zundacast.episode.Piece;
import dev.zundacast.script.file.MergeBase.Trace;
import dev.zundacast.script.merge.ScriptDraft.Said;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How alike two sentences are. */
final class Similarity {
  /** An untouched line follows a sentence that changed by less than half. */
  private static final double SAME_SENTENCE = 0.55;

  /** A line that a person rewrote shares less with the sentence that it is about. */
  private static final double SAME_SUBJECT = 0.4;

  private Similarity() {}

  /**
   * Dice's coefficient over pairs of neighbouring characters, from 0 for nothing in common to 1 for
   * the same pairs.
   */
  static double of(String a, String b) {
    if (a.length() < 2 || b.length() < 2) {
      return a.equals(b) ? 1 : 0;
    }
    Map<String, Integer> pairs = new HashMap<>();
    for (int i = 0; i + 1 < a.length(); i++) {
      pairs.merge(a.substring(i, i + 2), 1, Integer::sum);
    }
    int common = 0;
    for (int i = 0; i + 1 < b.length(); i++) {
      int left = pairs.merge(b.substring(i, i + 2), -1, Integer::sum);
      common += left >= 0 ? 1 : 0;
    }
    return 2.0 * common / (a.length() + b.length() - 2);
  }

  /** What is remembered of the line that a changed sentence most likely was, null for none. */
  static @Nullable Trace nearest(Said said, List<Trace> lost, Map<String, Line> lines) {
    Trace best = null;
    double most = 0;
    for (Trace trace : lost) {
      Line line = lines.get(trace.id());
      if (line == null) {
        continue;
      }
      double alike = of(line.display(), Piece.display(said.text()));
      double enough = new TracedLine(line, trace).isTouched() ? SAME_SUBJECT : SAME_SENTENCE;
      if (alike >= enough && alike > most) {
        most = alike;
        best = trace;
      }
    }
    return best;
  }
}

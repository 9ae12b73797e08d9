package dev.zundacast.script.merge;

import dev.zundacast.episode.Line;
import dev.zundacast.episode.Piece;
import dev.zundacast.script.file.MergeBase;
import dev.zundacast.script.file.MergeBase.Trace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A line as it stands in a script, beside what is remembered of the one that the tool wrote there.
 */
record TracedLine(Line line, Trace trace) {
  /** An untouched line follows a sentence that changed by less than half. */
  private static final double SAME_SENTENCE = 0.55;

  /** A line that a person rewrote shares less with the sentence that it is about. */
  private static final double SAME_SUBJECT = 0.4;

  /** The line that a changed sentence most likely was. */
  static Optional<TracedLine> nearest(String text, List<Trace> lost, Map<String, Line> lines) {
    Optional<TracedLine> best = Optional.empty();
    double most = 0;
    for (Trace trace : lost) {
      Line line = lines.get(trace.id());
      if (line == null) {
        continue;
      }
      TracedLine traced = new TracedLine(line, trace);
      double alike = alike(line.display(), Piece.display(text));
      if (alike >= (traced.isTouched() ? SAME_SUBJECT : SAME_SENTENCE) && alike > most) {
        most = alike;
        best = Optional.of(traced);
      }
    }
    return best;
  }

  /**
   * Dice's coefficient over pairs of neighbouring characters, from 0 for nothing in common to 1 for
   * the same pairs.
   */
  private static double alike(String a, String b) {
    if (a.length() < 2 || b.length() < 2) {
      return a.equals(b) ? 1 : 0;
    }
    Map<String, Integer> pairs = new HashMap<>();
    for (int i = 0; i + 1 < a.length(); i++) {
      pairs.merge(a.substring(i, i + 2), 1, Integer::sum);
    }
    int common = 0;
    for (int i = 0; i + 1 < b.length(); i++) {
      common += pairs.merge(b.substring(i, i + 2), -1, Integer::sum) >= 0 ? 1 : 0;
    }
    return 2.0 * common / (a.length() + b.length() - 2);
  }

  /** Whether a person changed what is said. */
  boolean isTouched() {
    return !line.spoken().isEmpty() || !(isOurs() || hasOnlyReadings());
  }

  private boolean isOurs() {
    return MergeBase.fingerprint(line.written()).equals(trace.written());
  }

  /** Whether a person gave words of the line a reading and changed nothing else. */
  private boolean hasOnlyReadings() {
    return !isOurs() && MergeBase.fingerprint(line.display()).equals(trace.written());
  }

  /** An untouched line's new text, with the readings that a person gave its words. */
  String renewed(String text) {
    if (line.display().equals(text)) {
      return line.written();
    }
    boolean carry = hasOnlyReadings() && Piece.display(text).equals(text);
    return carry ? Piece.withReadings(line.written(), text) : text;
  }

  /** What became of the readings that a person gave, in the line's new text. */
  String readingsIn(String text) {
    if (!hasOnlyReadings()) {
      return "";
    }
    String lost =
        Piece.split(line.written()).stream()
            .filter(piece -> !piece.spoken().isEmpty() && !text.contains(piece.print()))
            .map(Piece::print)
            .collect(Collectors.joining(", "));
    return lost.isEmpty() ? ", with your readings" : ", without " + lost + ": the word is gone";
  }
}

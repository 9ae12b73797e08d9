package dev.zundacast.script.merge;

import dev.zundacast.episode.Line;
import dev.zundacast.episode.Piece;
import dev.zundacast.script.file.MergeBase;
import dev.zundacast.script.file.MergeBase.Trace;
import java.util.stream.Collectors;

/**
 * A line as it stands in a script, beside what is remembered of the one that the tool wrote there.
 */
record TracedLine(Line line, Trace trace) {

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

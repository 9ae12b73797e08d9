package dev.zundacast.episode;

import java.util.ArrayList;
import java.util.List;

/**
 * A run of a written line, with the reading that a person gave it.
 *
 * @param written what transcripts and titles show
 * @param spoken the reading from an inline {@code {written|spoken}}, "" where none was given
 */
public record Piece(String written, String spoken) {

  /**
   * Splits a written line at its inline readings: {@code "A {b|c} d"} becomes A, b read c, d.
   * Braces that hold no single bar between two non-empty sides are ordinary text.
   */
  public static List<Piece> split(String line) {
    List<Piece> pieces = new ArrayList<>();
    int plainFrom = 0;
    int open = line.indexOf('{');
    while (open >= 0) {
      int close = line.indexOf('}', open);
      if (close < 0) {
        break;
      }
      // The innermost opening brace belongs to this closing one.
      open = line.lastIndexOf('{', close);
      int bar = line.indexOf('|', open);
      boolean reading = bar > open + 1 && bar < close - 1 && line.lastIndexOf('|', close) == bar;
      if (reading) {
        if (open > plainFrom) {
          pieces.add(new Piece(line.substring(plainFrom, open), ""));
        }
        pieces.add(new Piece(line.substring(open + 1, bar), line.substring(bar + 1, close)));
        plainFrom = close + 1;
      }
      open = line.indexOf('{', close + 1);
    }
    if (plainFrom < line.length()) {
      pieces.add(new Piece(line.substring(plainFrom), ""));
    }
    return pieces;
  }

  /** The line as a reader sees it: inline readings replaced by their written side. */
  public static String display(String line) {
    StringBuilder text = new StringBuilder();
    split(line).forEach(piece -> text.append(piece.written()));
    return text.toString();
  }
}

package dev.zundacast.episode;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A run of a written line, with the reading that a person gave it.
 *
 * @param written what transcripts and titles show
 * @param spoken the reading from an inline {@code {written|spoken}}, "" where none was given
 */
public record Piece(String written, String spoken) {
  private static final Pattern READING = Pattern.compile("\\{([^{}|]+)\\|([^{}|]+)}");

  /**
   * Splits a written line at its inline readings: {@code "A {b|c} d"} becomes A, b read c, d.
   * Braces that hold no single bar between two non-empty sides are ordinary text.
   */
  public static List<Piece> split(String line) {
    List<Piece> pieces = new ArrayList<>();
    Matcher reading = READING.matcher(line);
    int plainFrom = 0;
    while (reading.find()) {
      addPlain(pieces, line.substring(plainFrom, reading.start()));
      pieces.add(new Piece(reading.group(1), reading.group(2)));
      plainFrom = reading.end();
    }
    addPlain(pieces, line.substring(plainFrom));
    return pieces;
  }

  private static void addPlain(List<Piece> pieces, String text) {
    if (!text.isEmpty()) {
      pieces.add(new Piece(text, ""));
    }
  }

  /** The line as a reader sees it: inline readings replaced by their written side. */
  public static String display(String line) {
    StringBuilder text = new StringBuilder();
    split(line).forEach(piece -> text.append(piece.written()));
    return text.toString();
  }
}

package dev.zundacast.episode;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A run of a written line with the reading that a person gave it, "" for none. */
public record Piece(String written, String spoken) {
  /** The full-width form is what a Japanese keyboard gives; there only kana count as a reading. */
  private static final Pattern READING =
      Pattern.compile(
          "\\{([^{}|]+)\\|([^{}|]+)}"
              + "|｛([^｛｝|｜]+)[|｜]([\\p{IsHiragana}\\p{IsKatakana}ー・\\s]+)｝");

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
      int side = reading.group(1) == null ? 3 : 1;
      pieces.add(new Piece(reading.group(side), reading.group(side + 1)));
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

  /**
   * Puts the readings that one line gives to its words on the same words of another, each to the
   * occurrence that it had; a reading whose word is gone is left out.
   */
  public static String withReadings(String from, String to) {
    StringBuilder text = new StringBuilder(to);
    String seen = display(from);
    int at = 0;
    int done = 0;
    for (Piece piece : split(from)) {
      if (!piece.spoken().isEmpty()) {
        int place = text.indexOf(piece.written(), done);
        for (int same =
                occurrences(seen, piece.written(), at)
                    - occurrences(text.toString(), piece.written(), done);
            same > 0 && place >= 0 && text.indexOf(piece.written(), place + 1) >= 0;
            same--) {
          place = text.indexOf(piece.written(), place + 1);
        }
        if (place >= 0) {
          String reading = piece.print();
          text.replace(place, place + piece.written().length(), reading);
          done = place + reading.length();
        }
      }
      at += piece.written().length();
    }
    return text.toString();
  }

  /** How often a word stands in the text above this place. */
  private static int occurrences(String text, String word, int below) {
    int count = 0;
    for (int at = text.indexOf(word); at >= 0 && at < below; at = text.indexOf(word, at + 1)) {
      count++;
    }
    return count;
  }

  /** The piece as a line writes it. */
  public String print() {
    return spoken.isEmpty() ? written : "{" + written + "|" + spoken + "}";
  }

  /** The line as it is said where nothing reads it: inline readings in place of what they read. */
  public static String said(String line) {
    return split(line).stream()
        .map(it -> it.spoken.isEmpty() ? it.written : it.spoken)
        .collect(Collectors.joining());
  }

  /** The line as a reader sees it: inline readings replaced by their written side. */
  public static String display(String line) {
    return split(line).stream().map(Piece::written).collect(Collectors.joining());
  }
}

package dev.zundacast.episode;

import java.nio.file.Path;

/**
 * A finding about a person's file, with its place.
 *
 * @param file the file
 * @param line from 1, 0 for the file as a whole
 * @param column from 1 in characters, 0 for the line as a whole
 * @param message what was found and what was expected
 * @param sourceLine the text of that line, "" when it does not help
 * @param next what to do about it, "" when the message says it
 */
public record Diagnostic(
    Path file, int line, int column, String message, String sourceLine, String next) {

  /** A finding about a whole file. */
  public static Diagnostic of(Path file, String message) {
    return new Diagnostic(file, 0, 0, message, "", "");
  }

  /** A finding about one line of a file. */
  public static Diagnostic at(Path file, int line, String message) {
    return new Diagnostic(file, line, 0, message, "", "");
  }

  /** The same finding with what to do about it. */
  public Diagnostic withNext(String text) {
    return new Diagnostic(file, line, column, message, sourceLine, text);
  }
}

package dev.zundacast.post.matter;

import dev.zundacast.episode.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Walks over the characters of a TOML text: keys, single values, spaces and comments. */
final class TomlScanner {
  private static final Pattern BARE_KEY = Pattern.compile("[A-Za-z0-9_-]+");

  /** Truth values, numbers in all bases, and dates and times. */
  private static final Pattern PLAIN =
      Pattern.compile(
          "true|false|[+-]?(?:inf|nan)"
              + "|\\d{4}-\\d{2}-\\d{2}(?:[Tt ]\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?"
              + "(?:[Zz]|[+-]\\d{2}:\\d{2})?)?"
              + "|\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?"
              + "|0x[0-9A-Fa-f_]+|0o[0-7_]+|0b[01_]+"
              + "|[+-]?\\d[\\d_]*(?:\\.[\\d_]+)?(?:[eE][+-]?[\\d_]+)?");

  private final String text;
  private final BiFunction<Integer, String, Problem> wrong;
  private int at;

  /**
   * @param wrong makes the problem of what is wrong at a character
   */
  TomlScanner(String text, BiFunction<Integer, String, Problem> wrong) {
    this.text = text;
    this.wrong = wrong;
  }

  int position() {
    return at;
  }

  boolean atEnd() {
    return at >= text.length();
  }

  private char here() {
    return atEnd() ? '\n' : text.charAt(at);
  }

  boolean take(String expected) {
    boolean there = text.startsWith(expected, at);
    at += there ? expected.length() : 0;
    return there;
  }

  void require(String expected) {
    skipSpaces();
    if (!take(expected)) {
      throw wrong.apply(at, "expected " + expected);
    }
  }

  void skipSpaces() {
    while (!atEnd() && (here() == ' ' || here() == '\t')) {
      at++;
    }
  }

  /** Skips spaces, comments and ends of lines. */
  void skipLines() {
    while (!atEnd()) {
      if (here() == '#') {
        skipComment();
      } else if (here() == ' ' || here() == '\t' || here() == '\n' || here() == '\r') {
        at++;
      } else {
        return;
      }
    }
  }

  private void skipComment() {
    while (!atEnd() && here() != '\n') {
      at++;
    }
  }

  /** Nothing but a comment may follow a value in its line. */
  void endLine() {
    skipSpaces();
    if (here() == '#') {
      skipComment();
    }
    take("\r");
    if (!atEnd() && !take("\n")) {
      throw wrong.apply(at, "expected the end of the line");
    }
  }

  /** The parts of a key that may have dots. */
  List<String> key() {
    List<String> parts = new ArrayList<>();
    do {
      skipSpaces();
      parts.add(keyPart());
      skipSpaces();
    } while (take("."));
    return parts;
  }

  private String keyPart() {
    if (isQuote()) {
      return quoted();
    }
    Matcher bare = BARE_KEY.matcher(text).region(at, text.length());
    if (!bare.lookingAt()) {
      throw wrong.apply(at, "expected a key");
    }
    at = bare.end();
    return bare.group();
  }

  boolean isQuote() {
    return here() == '"' || here() == '\'';
  }

  /** A text in any of the four kinds of quotes. */
  String quoted() {
    char quote = here();
    String three = String.valueOf(quote).repeat(3);
    if (text.startsWith(three, at)) {
      at += 3;
      if (!take("\r\n")) {
        take("\n");
      }
      return untilThree(quote, three);
    }
    at++;
    return until(quote);
  }

  private String until(char quote) {
    int start = at;
    StringBuilder said = new StringBuilder();
    while (here() != quote) {
      if (here() == '\n') {
        throw wrong.apply(start - 1, "this text is not closed in its line");
      }
      next(quote, said);
    }
    at++;
    return said.toString();
  }

  /** Up to two quotes may stand before the three that close the text. */
  private String untilThree(char quote, String three) {
    int start = at;
    StringBuilder said = new StringBuilder();
    while (!text.startsWith(three, at)) {
      if (atEnd()) {
        throw wrong.apply(start - 1, "this text is not closed");
      }
      next(quote, said);
    }
    at += 3;
    for (int more = 0; more < 2 && !atEnd() && here() == quote; more++) {
      said.append(quote);
      at++;
    }
    return said.toString();
  }

  private void next(char quote, StringBuilder said) {
    if (quote == '"' && here() == '\\') {
      at++;
      escape(said);
    } else {
      said.append(text.charAt(at++));
    }
  }

  private void escape(StringBuilder said) {
    char sign = here();
    int plain = "btnfre\"\\".indexOf(sign);
    if (plain >= 0) {
      said.append("\b\t\n\f\r\u001b\"\\".charAt(plain));
      at++;
    } else if (sign == 'u' || sign == 'U') {
      codePoint(sign == 'u' ? 4 : 8, said);
    } else if (Character.isWhitespace(sign)) {
      while (!atEnd() && Character.isWhitespace(here())) {
        at++; // A backslash at the end of a line joins it with the next text.
      }
    } else {
      throw wrong.apply(at - 1, "\\" + sign + " is no escape");
    }
  }

  private void codePoint(int digits, StringBuilder said) {
    int end = at + 1 + digits;
    String hex = end <= text.length() ? text.substring(at + 1, end) : "";
    if (!hex.matches("[0-9A-Fa-f]+")
        || !Character.isValidCodePoint((int) Long.parseLong(hex, 16))) {
      throw wrong.apply(at - 1, "expected " + digits + " digits of a code point");
    }
    said.appendCodePoint((int) Long.parseLong(hex, 16));
    at = end;
  }

  /** A value without quotes. */
  String plain() {
    int end = at;
    while (end < text.length() && ",]}#\n\r".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    String said = text.substring(at, end).stripTrailing();
    if (!PLAIN.matcher(said).matches()) {
      throw wrong.apply(at, "'" + said + "' is no value; a text needs quotes");
    }
    at += said.length();
    return said;
  }
}

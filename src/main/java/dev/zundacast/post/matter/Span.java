package dev.zundacast.post.matter;

import java.util.List;

/**
 * A value of a front matter: what a single one says, or the characters that a list is written in
 * with its single values, and where its key begins, it itself begins, and ends.
 */
public record Span(Kind kind, String text, List<String> items, int key, int from, int to) {
  /** What a value is. */
  public enum Kind {
    TEXT,
    /** A number, a truth value, a date or nothing. */
    PLAIN,
    LIST,
    TABLE
  }

  /** Whether it is written as it is: a word, a number, a date. */
  public boolean isPlain() {
    return kind == Kind.PLAIN;
  }

  /** Whether it is written as a whole number. */
  public boolean isNumber() {
    return isPlain() && text.matches("[+-]?\\d+");
  }

  boolean isSingle() {
    return kind == Kind.TEXT || kind == Kind.PLAIN;
  }

  boolean saysTheSame(Span other) {
    return kind == other.kind && text.equals(other.text);
  }
}

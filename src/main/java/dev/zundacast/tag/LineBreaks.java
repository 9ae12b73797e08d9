package dev.zundacast.tag;

import java.lang.Character.UnicodeScript;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A text to lines of at most so many columns, a full-width character counting two. Of the places
 * where Japanese typesetting may break, the best is taken: after punctuation, else where a phrase
 * begins, else anywhere that does not cut a word of Latin letters or katakana. For one thread.
 */
final class LineBreaks {
  /** How good a place for a break is, the best last. */
  private enum Quality {
    INSIDE_WORD,
    /** Anywhere in the first third: the line would look torn. */
    SHORT_LINE,
    BETWEEN_SCRIPTS,
    AT_SPACE,
    /** Phrases end with particles in hiragana. */
    BEFORE_PHRASE,
    AFTER_PUNCTUATION
  }

  private final int columns;
  private final BreakIterator breaks = BreakIterator.getLineInstance(Locale.JAPANESE);

  LineBreaks(int columns) {
    this.columns = columns;
  }

  List<String> wrap(String text) {
    List<String> lines = new ArrayList<>();
    String rest = text.strip();
    for (int fits = fitting(rest); fits < rest.length(); fits = fitting(rest)) {
      int end = bestBreak(rest, fits);
      lines.add(rest.substring(0, end).strip());
      rest = rest.substring(end).strip();
    }
    if (!rest.isEmpty()) {
      lines.add(rest);
    }
    return lines;
  }

  /** Where the first line ends: the break of the best quality, the longest line among equals. */
  private int bestBreak(String text, int limit) {
    int shortest = limit / 3;
    breaks.setText(text);
    int best = limit;
    Quality bestQuality = Quality.INSIDE_WORD;
    for (int at = breaks.following(0);
        at != BreakIterator.DONE && at <= limit;
        at = breaks.next()) {
      Quality quality = at < shortest ? Quality.SHORT_LINE : quality(text, at);
      if (quality.compareTo(bestQuality) >= 0) {
        best = at;
        bestQuality = quality;
      }
    }
    return best;
  }

  /** How many chars of the text fit into a line, at least one character. */
  private int fitting(String text) {
    int width = 0;
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      width += width(c);
      if (width > columns && at > 0) {
        return at;
      }
      at += Character.charCount(c);
    }
    return at;
  }

  private static Quality quality(String text, int at) {
    int before = text.codePointBefore(at);
    int after = text.codePointAt(at);
    if ("、。！？」』）】・：,.!?".indexOf(before) >= 0) {
      return Quality.AFTER_PUNCTUATION;
    }
    UnicodeScript left = script(before);
    UnicodeScript right = script(after);
    if (left == UnicodeScript.HIRAGANA && right != UnicodeScript.HIRAGANA) {
      return Quality.BEFORE_PHRASE;
    }
    if (Character.isWhitespace(before)) {
      return Quality.AT_SPACE;
    }
    boolean insideWord = left == right || right == UnicodeScript.HIRAGANA;
    return insideWord ? Quality.INSIDE_WORD : Quality.BETWEEN_SCRIPTS;
  }

  /** Unicode counts the prolonged sound mark to no script; it never begins a word. */
  private static UnicodeScript script(int c) {
    return c == 'ー' ? UnicodeScript.KATAKANA : UnicodeScript.of(c);
  }

  private static int width(int c) {
    boolean narrow = c < 0x1100; // what follows are full-width scripts, signs and emoji
    boolean halfKana = c >= 0xFF61 && c <= 0xFFDC;
    return narrow || halfKana ? 1 : 2;
  }
}

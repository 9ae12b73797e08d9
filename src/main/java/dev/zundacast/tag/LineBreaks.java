package dev.zundacast.tag;

import java.lang.Character.UnicodeScript;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A text to lines of at most so many columns, a full-width character counting two. Of the places
 * where Japanese typesetting may break, the best is taken: after punctuation, else where a phrase
 * begins, else anywhere that does not cut a word of Latin letters or katakana.
 */
final class LineBreaks {
  private final int columns;

  LineBreaks(int columns) {
    this.columns = columns;
  }

  List<String> wrap(String text) {
    List<String> lines = new ArrayList<>();
    String rest = text.strip();
    while (width(rest) > columns) {
      int end = bestBreak(rest);
      lines.add(rest.substring(0, end).strip());
      rest = rest.substring(end).strip();
    }
    if (!rest.isEmpty()) {
      lines.add(rest);
    }
    return lines;
  }

  /** Where the first line ends: the break of the best quality, the longest line among equals. */
  private int bestBreak(String text) {
    int limit = fitting(text);
    // A line shorter than half looks torn, however good its end.
    int shortest = limit / 2;
    BreakIterator breaks = BreakIterator.getLineInstance(Locale.JAPANESE);
    breaks.setText(text);
    int best = 0;
    int bestQuality = -1;
    for (int at = breaks.following(0);
        at != BreakIterator.DONE && at <= limit;
        at = breaks.next()) {
      int quality = at < shortest ? 0 : quality(text, at);
      if (quality >= bestQuality) {
        best = at;
        bestQuality = quality;
      }
    }
    return best > 0 ? best : limit;
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

  private static int quality(String text, int at) {
    int before = text.codePointBefore(at);
    int after = text.codePointAt(at);
    if ("、。！？」』）】・：,.!?".indexOf(before) >= 0) {
      return 4;
    }
    UnicodeScript left = UnicodeScript.of(before);
    UnicodeScript right = UnicodeScript.of(after);
    if (left == UnicodeScript.HIRAGANA && right != UnicodeScript.HIRAGANA) {
      return 3; // A phrase ends with particles in hiragana.
    }
    if (Character.isWhitespace(before)) {
      return 2;
    }
    boolean insideWord = left == right || right == UnicodeScript.HIRAGANA || after == 'ー';
    return insideWord ? 0 : 1;
  }

  private static int width(String text) {
    return text.codePoints().map(LineBreaks::width).sum();
  }

  private static int width(int c) {
    boolean narrow = c < 0x1100; // what follows are full-width scripts, signs and emoji
    boolean halfKana = c >= 0xFF61 && c <= 0xFFDC;
    return narrow || halfKana ? 1 : 2;
  }
}

package dev.zundacast.post;

/** Joins wrapped lines: with a space between words of Latin script, without one elsewhere. */
final class TextJoin {
  private TextJoin() {}

  static void append(StringBuilder text, String line) {
    String next = line.strip();
    if (text.length() > 0 && !next.isEmpty()) {
      char before = text.charAt(text.length() - 1);
      if (isLatin(before) && isLatin(next.charAt(0))) {
        text.append(' ');
      }
    }
    text.append(next);
  }

  private static boolean isLatin(char c) {
    return c > ' ' && c < 0x250;
  }
}

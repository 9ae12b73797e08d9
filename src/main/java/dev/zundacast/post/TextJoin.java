package dev.zundacast.post;

/** Joins wrapped lines: with a space between words of Latin script, without one elsewhere. */
final class TextJoin {
  /** A row that ends with one of these goes on in the next one. */
  private static final String GOES_ON = "、，,をはがにでとのもやて。";

  private static final int LONGEST_HEADING = 60;

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

  /**
   * Whether a list item's first row is the heading of the row below it, which begins a sentence.
   */
  static boolean isHeading(CharSequence row, String below) {
    String first = row.toString().strip();
    boolean open = first.isEmpty() || GOES_ON.indexOf(first.charAt(first.length() - 1)) >= 0;
    return !open && first.length() <= LONGEST_HEADING && below.contains("。");
  }

  private static boolean isLatin(char c) {
    return c > ' ' && c < 0x250;
  }
}

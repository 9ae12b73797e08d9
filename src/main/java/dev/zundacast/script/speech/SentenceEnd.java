package dev.zundacast.script.speech;

/**
 * Where a sentence's last word ends, its marks and a note in brackets left aside.
 *
 * @param offset behind the last word
 * @param mark where the closing marks begin, behind a note
 * @param length of the text
 */
record SentenceEnd(int offset, int mark, int length) {
  private static final String OPENERS = "（(";
  private static final String CLOSERS = "）)";

  static SentenceEnd of(String text, String marks) {
    int mark = text.length();
    while (mark > 0 && isMark(text.codePointBefore(mark), marks)) {
      mark -= Character.charCount(text.codePointBefore(mark));
    }
    int offset = mark;
    boolean again = true;
    while (again) {
      int opener = noteBefore(text, offset);
      again = opener > 0;
      offset = again ? opener : offset;
      while (offset > 0 && Character.isWhitespace(text.charAt(offset - 1))) {
        offset--;
      }
    }
    return new SentenceEnd(offset, mark, text.length());
  }

  private static boolean isMark(int c, String marks) {
    return marks.indexOf(c) >= 0
        || Character.isWhitespace(c)
        || (Character.getType(c) == Character.OTHER_SYMBOL && !isUnit(c))
        || c == 0xFE0F;
  }

  /** 5℃, 5㎏: a sign that is a word. */
  private static boolean isUnit(int c) {
    return c == '°' || (c >= 0x2100 && c < 0x2150) || (c >= 0x3300 && c < 0x3400);
  }

  /** Where the bracket opens that closes before this place, or -1. */
  private static int noteBefore(String text, int end) {
    if (end == 0 || CLOSERS.indexOf(text.charAt(end - 1)) < 0) {
      return -1;
    }
    int depth = 0;
    for (int i = end - 1; i >= 0; i--) {
      if (CLOSERS.indexOf(text.charAt(i)) >= 0) {
        depth++;
      } else if (OPENERS.indexOf(text.charAt(i)) >= 0 && --depth == 0) {
        // f(x) is one word, not a word with a note.
        boolean call =
            text.charAt(i) == '('
                && i > 0
                && text.charAt(i - 1) < 128
                && Character.isLetterOrDigit(text.charAt(i - 1));
        return call ? -1 : i;
      }
    }
    return -1;
  }

  /** Whether a mark stands behind the sentence. */
  boolean isClosed() {
    return mark < length;
  }
}

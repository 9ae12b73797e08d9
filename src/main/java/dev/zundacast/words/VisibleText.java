package dev.zundacast.words;

/** Cleans a text of characters that people do not see, and that models may obey. */
public final class VisibleText {
  private VisibleText() {}

  /**
   * The text without control, formatting (bidirectional, zero width), tag and private characters.
   */
  public static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().filter(VisibleText::isSeen).forEach(clean::appendCodePoint);
    return clean.toString();
  }

  /** Whether people see the character, or the blank that it is. */
  private static boolean isSeen(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL -> c == '\n' || c == '\t';
      case Character.FORMAT,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}

package dev.zundacast.rewrite;

/** Cleans what goes to a model of characters that people do not see and models may obey. */
final class SourceText {
  private SourceText() {}

  /**
   * The text without control, formatting (bidirectional, zero width), tag and private characters.
   */
  static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().filter(SourceText::isSeen).forEach(clean::appendCodePoint);
    return clean.toString();
  }

  /** Whether people see the character, or the blank that it is. */
  static boolean isSeen(int c) {
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

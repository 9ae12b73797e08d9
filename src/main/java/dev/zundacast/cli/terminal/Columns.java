package dev.zundacast.cli.terminal;

/** Text in columns of a terminal, where a full-width character takes two. */
public final class Columns {
  private Columns() {}

  /** How many columns a text takes. */
  public static int width(String text) {
    return text.codePoints().map(Columns::width).sum();
  }

  private static int width(int c) {
    boolean mark = Character.getType(c) == Character.NON_SPACING_MARK;
    boolean halfWidth = c < 0x1100 || (c >= 0xFF61 && c <= 0xFFDC) || (c >= 0x2000 && c < 0x2E80);
    return mark ? 0 : halfWidth ? 1 : 2;
  }

  /** The text with spaces behind it, at least so many columns wide. */
  public static String padded(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - width(text)));
  }
}

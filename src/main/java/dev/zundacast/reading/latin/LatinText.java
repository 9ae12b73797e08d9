package dev.zundacast.reading.latin;

/** Where Latin words begin and end. */
public final class LatinText {
  private LatinText() {}

  public static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= 'À' && c < 0x250 && c != '×' && c != '÷')
        || "ªµº".indexOf(c) >= 0;
  }

  public static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** A letter or digit. */
  public static boolean isWordy(char c) {
    return isLetter(c) || isDigit(c);
  }

  /** Whether a word or hump ends at {@code at}. */
  public static boolean isEdge(String text, int at) {
    if (at == 0 || at == text.length()) {
      return true;
    }
    char left = text.charAt(at - 1);
    char right = text.charAt(at);
    if (isLetter(left) && isLetter(right)) {
      return isVersion(text, at) || isHump(text, at);
    }
    if (isDigit(left) && right == '.' && at + 1 < text.length() && isDigit(text.charAt(at + 1))) {
      return false;
    }
    // C is no whole word in C++ and C#, nor 3 in 3D.
    return !(isDigit(left) && (isDigit(right) || isLetter(right)))
        && !(isLetter(left) && (right == '+' || right == '#'));
  }

  /** The C of LangChain, the P of HTMLParser. */
  private static boolean isHump(String text, int at) {
    return Character.isUpperCase(text.charAt(at))
        && (Character.isLowerCase(text.charAt(at - 1))
            || (at + 1 < text.length() && Character.isLowerCase(text.charAt(at + 1))));
  }

  /** The v of LLaVAv1. */
  private static boolean isVersion(String text, int at) {
    return text.charAt(at) == 'v'
        && Character.isUpperCase(text.charAt(at - 1))
        && at + 1 < text.length()
        && isDigit(text.charAt(at + 1));
  }
}

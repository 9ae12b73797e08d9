package dev.zundacast.words;

import java.util.regex.Pattern;

/** Cleans a text of characters that people do not see, and that models may obey. */
public final class VisibleText {
  /** Control, formatting, tag and private characters, and separators. */
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}\\p{Zl}\\p{Zp}]|[\\p{Cc}&&[^\\n\\t]]");

  private VisibleText() {}

  /** The text without them. */
  public static String clean(String text) {
    return UNSEEN.matcher(text).replaceAll("");
  }
}

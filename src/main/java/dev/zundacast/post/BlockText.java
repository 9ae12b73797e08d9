package dev.zundacast.post;

import java.util.regex.Pattern;

/** A block's text without what is no text: citation marks, the count of its own characters. */
final class BlockText {
  /** {@code [7]} after a word or a sentence; after a Latin letter it may be an index. */
  private static final Pattern CITATION =
      Pattern.compile("(?<![A-Za-z0-9_\\])}])(?:\\[\\d{1,3}])+");

  private static final Pattern COUNT = Pattern.compile("[（(]\\s*(?:約|全)?\\d+\\s*文字(?:程度)?[）)]。?$");

  private BlockText() {}

  static String of(String text) {
    String clean = PlainText.clean(text);
    if (clean.indexOf('[') >= 0) {
      clean = CITATION.matcher(clean).replaceAll("");
    }
    return hasCount(clean) ? COUNT.matcher(clean).replaceFirst("").strip() : clean.strip();
  }

  /** Whether the text ends with the count of its own characters, as in （399文字）. */
  static boolean hasCount(String text) {
    return text.contains("文字") && COUNT.matcher(text).find();
  }
}

package dev.zundacast.post;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** Text of a post as people read it: NFC, no control characters, single spaces. */
final class PlainText {
  private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0]+");
  private static final Pattern ENTITY = Pattern.compile("&(?:#|[A-Za-z])");

  /** Control characters, and left-right marks and their like, which reorder what is shown. */
  private static final Pattern HIDDEN =
      Pattern.compile(
          "[\\p{Cc}&&[^\\t\\n\\r]]"
              + "|[\\u200B\\u200E\\u200F\\u061C\\u202A-\\u202E\\u2060\\u2066-\\u2069\\uFEFF]");

  /** {@code [7]} after a word or a sentence; after a Latin letter it may be an index. */
  private static final Pattern CITATION =
      Pattern.compile("(?<![A-Za-z0-9_\\])}])(?:\\[\\d{1,3}])+");

  private static final Pattern COUNT = Pattern.compile("[（(]\\s*(?:約|全)?\\d+\\s*文字(?:程度)?[）)]。?$");

  private PlainText() {}

  /** On one line. */
  static String clean(String text) {
    String visible = HIDDEN.matcher(text).replaceAll("");
    return Normalizer.normalize(SPACES.matcher(visible).replaceAll(" "), Form.NFC).strip();
  }

  /** A block's text without what is no text: citation marks, the count of its own characters. */
  static String ofBlock(String text) {
    String clean = CITATION.matcher(clean(text)).replaceAll("");
    return COUNT.matcher(clean).replaceFirst("").strip();
  }

  /** Whether the text ends with the count of its own characters, as in （399文字）. */
  static boolean hasCount(String text) {
    return COUNT.matcher(text).find();
  }

  /** On one line, with HTML entities resolved once. */
  static String unescaped(String text) {
    return clean(ENTITY.matcher(text).find() ? Parser.unescapeEntities(text, false) : text);
  }
}

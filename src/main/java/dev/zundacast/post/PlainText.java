package dev.zundacast.post;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** Text of a post as people read it: NFC, no control characters, single spaces. */
final class PlainText {
  private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0]+");
  private static final Pattern ENTITY = Pattern.compile("&(?:#|[A-Za-z])");

  /** Left-right marks and their like, which reorder what a terminal or a player shows. */
  private static final Pattern BIDI =
      Pattern.compile("[\\u200B\\u200E\\u200F\\u061C\\u202A-\\u202E\\u2060\\u2066-\\u2069\\uFEFF]");

  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\t\\n\\r]]");

  private PlainText() {}

  /** On one line. */
  static String clean(String text) {
    return stripWide(Normalizer.normalize(isClean(text) ? text : spaced(text), Form.NFC));
  }

  private static String spaced(String text) {
    String visible = CONTROL.matcher(BIDI.matcher(text).replaceAll("")).replaceAll("");
    return SPACES.matcher(visible).replaceAll(" ");
  }

  /** Nearly every text is: then nothing has to be searched for and replaced. */
  private static boolean isClean(String text) {
    char before = 'x';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean control = c < ' ' || (c >= '\u007F' && c <= '\u00A0');
      boolean mark = c == '\u061C' || (c >= '\u200B' && c <= '\u206F') || c == '\uFEFF';
      if (control || mark || (c == ' ' && before == ' ')) {
        return false;
      }
      before = c;
    }
    return true;
  }

  /** On one line, with HTML entities resolved once. */
  static String unescaped(String text) {
    return clean(ENTITY.matcher(text).find() ? Parser.unescapeEntities(text, false) : text);
  }

  /** Strips also the ideographic space. */
  private static String stripWide(String text) {
    return text.strip();
  }
}

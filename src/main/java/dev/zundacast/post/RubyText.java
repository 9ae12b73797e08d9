package dev.zundacast.post;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** {@code <ruby>} to the form {@code {written|spoken}} of scripts, which no other text may have. */
final class RubyText {
  /** Full-width braces that a script would take for a reading without an end. */
  private static final Pattern FULL_WIDTH_OPEN =
      Pattern.compile("(｛[^｛｝|｜]+)[|｜](?=[^｛｝]*(?:｛|$))");

  private static final Pattern KANA = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}ー・\\s]+");

  private RubyText() {}

  /** The words of an element, each with its reading. */
  static String of(Element ruby) {
    StringBuilder out = new StringBuilder();
    StringBuilder base = new StringBuilder();
    StringBuilder reading = new StringBuilder();
    for (Node node : ruby.childNodes()) {
      String text = node instanceof TextNode plain ? plain.getWholeText() : "";
      text = node instanceof Element part ? part.wholeText() : text;
      if (node.nameIs("rt") || node.nameIs("rtc")) {
        reading.append(text);
      } else if (!node.nameIs("rp") && !text.isEmpty()) {
        if (reading.length() > 0) {
          out.append(pair(base.toString().strip(), reading.toString().strip()));
          base.setLength(0);
          reading.setLength(0);
        }
        base.append(text);
      }
    }
    return out.append(pair(base.toString().strip(), reading.toString().strip())).toString();
  }

  /** A word with its reading; without one, the word. */
  static String pair(String written, String spoken) {
    boolean plain = (written + spoken).chars().noneMatch(c -> c == '{' || c == '|' || c == '}');
    return written.isEmpty() || spoken.isEmpty() || !plain
        ? written
        : "{" + written + "|" + spoken + "}";
  }

  /** Text whose {@code {a|b}} stays a reading only where b is kana. */
  static String guarded(String post) {
    String text = FULL_WIDTH_OPEN.matcher(post).replaceAll("$1・");
    int bar = text.indexOf('|');
    if (bar < 0 || text.indexOf('{') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text);
    for (; bar >= 0; bar = text.indexOf('|', bar + 1)) {
      int close = text.indexOf('}', bar);
      if (close < 0 || !KANA.matcher(text.substring(bar + 1, close)).matches()) {
        out.setCharAt(bar, '｜');
      }
    }
    return out.toString();
  }

  /** Text that holds no reading at all, as code. */
  static String literal(String code) {
    String text = FULL_WIDTH_OPEN.matcher(code).replaceAll("$1・");
    return text.indexOf('{') < 0 ? text : text.replace('|', '｜');
  }
}

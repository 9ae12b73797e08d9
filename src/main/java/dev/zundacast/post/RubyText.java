package dev.zundacast.post;

import java.util.regex.Pattern;

/**
 * Collects {@code <ruby>} to the form {@code {written|spoken}} that the reading of a word has in
 * scripts, and keeps other text from looking like that form.
 */
final class RubyText {
  /** Full-width braces that a script would take for a reading without an end. */
  private static final Pattern FULL_WIDTH_OPEN =
      Pattern.compile("(｛[^｛｝|｜]+)[|｜](?=[^｛｝]*(?:｛|$))");

  private static final Pattern KANA = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}ー・\\s]+");

  private enum Place {
    NONE,
    BASE,
    READING,
    HIDDEN
  }

  private final StringBuilder out = new StringBuilder();
  private final StringBuilder base = new StringBuilder();
  private final StringBuilder reading = new StringBuilder();
  private Place place = Place.NONE;

  boolean isIdle() {
    return place == Place.NONE;
  }

  /** Takes a tag that belongs to ruby; false when it does not. */
  boolean takesTag(String name, String literal) {
    boolean closing = literal.startsWith("</");
    switch (name) {
      case "ruby" -> {
        flush();
        place = closing ? Place.NONE : Place.BASE;
        return true;
      }
      case "rb" -> {
        return !isIdle();
      }
      case "rt", "rp", "rtc" -> {
        Place inside = name.equals("rp") ? Place.HIDDEN : Place.READING;
        if (!isIdle()) {
          place = closing ? Place.BASE : inside;
        }
        return true;
      }
      default -> {
        return false;
      }
    }
  }

  void append(String text) {
    if (place == Place.READING) {
      reading.append(text);
    } else if (place == Place.BASE) {
      if (reading.length() > 0) {
        flush();
      }
      base.append(text);
    }
  }

  /** What was collected; the collection starts anew. */
  String take() {
    flush();
    String text = out.toString();
    out.setLength(0);
    place = Place.NONE;
    return text;
  }

  private void flush() {
    out.append(pair(base.toString().strip(), reading.toString().strip()));
    base.setLength(0);
    reading.setLength(0);
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

package dev.zundacast.tag;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text from posts and scripts to text that every player shows as it is meant. */
final class PlainText {
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private PlainText() {}

  /** The text on one line: control and direction marks gone, runs of white space one space. */
  static String line(String text) {
    return shown(SPACES.matcher(text).replaceAll(" ")).strip();
  }

  /** The text with its line breaks, which become single line feeds. */
  static String lines(String text) {
    String unified = text.replace("\r\n", "\n").replace('\r', '\n').replace('\t', ' ');
    return shown(unified).strip();
  }

  /** An address as a tag can hold it: ASCII alone, everything else percent-encoded. */
  static String address(String url) {
    StringBuilder ascii = new StringBuilder();
    for (byte octet : line(url).getBytes(StandardCharsets.UTF_8)) {
      if (octet > ' ') {
        ascii.append((char) octet);
      } else {
        ascii.append('%').append(String.format(Locale.ROOT, "%02X", octet & 0xff));
      }
    }
    return ascii.toString();
  }

  private static String shown(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints().filter(PlainText::shows).forEach(kept::appendCodePoint);
    return kept.toString();
  }

  private static boolean shows(int c) {
    return c == '\n'
        || !(Character.isISOControl(c)
            || isDirectionMark(c)
            || isInvisible(c)
            || Character.getType(c) == Character.SURROGATE);
  }

  /** Marks that turn the direction of what follows, in a player's list also of other episodes. */
  private static boolean isDirectionMark(int c) {
    return c == 0x061C
        || c == 0x200E
        || c == 0x200F
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069);
  }

  /** Zero-width space, line and paragraph separators, byte order marks and non-characters. */
  private static boolean isInvisible(int c) {
    return c == 0x200B || c == 0x2028 || c == 0x2029 || c == 0xFEFF || (c & 0xFFFE) == 0xFFFE;
  }
}

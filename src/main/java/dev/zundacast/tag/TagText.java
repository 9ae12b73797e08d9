package dev.zundacast.tag;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text from posts and scripts to text that every player shows as it is meant. */
final class TagText {
  private static final Pattern SPACES = Pattern.compile("\\s+");

  /** What is invisible or no character, and what turns the direction of all behind it in a list. */
  private static final Pattern HIDDEN =
      Pattern.compile(
          "[\\p{Cc}&&[^\\n]]"
              + "|[\\p{Cs}\\u061C\\u200B\\u200E\\u200F\\u2028-\\u202E\\u2066-\\u2069\\uFEFF]"
              + "|[\\p{IsNoncharacter_Code_Point}&&[^\\uFDD0-\\uFDEF]]");

  private TagText() {}

  /** The text on one line: control and direction marks gone, runs of white space one space. */
  static String line(String text) {
    return HIDDEN.matcher(SPACES.matcher(text).replaceAll(" ")).replaceAll("").strip();
  }

  /** The text with its line breaks, which become single line feeds. */
  static String lines(String text) {
    String unified = text.replace("\r\n", "\n").replace('\r', '\n').replace('\t', ' ');
    return HIDDEN.matcher(unified).replaceAll("").strip();
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
}

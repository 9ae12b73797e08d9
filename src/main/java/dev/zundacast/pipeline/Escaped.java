package dev.zundacast.pipeline;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Names as they stand in addresses and on command lines. */
public final class Escaped {
  private Escaped() {}

  /** A file's name in an address. */
  public static String name(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("%7E", "~")
        .replace("*", "%2A");
  }

  /** What a part of an address stands for; a percent sign that escapes nothing stays. */
  public static String undone(String part) {
    try {
      // A plus is a plus in a path; only a form's query turns it into a space.
      return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEscaped) {
      return part;
    }
  }

  /** A text as one word of a shell's command. */
  public static String word(String text) {
    return text.matches("[\\p{L}\\p{N}_./:-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}

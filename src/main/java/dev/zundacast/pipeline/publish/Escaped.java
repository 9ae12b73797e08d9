package dev.zundacast.pipeline.publish;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Names as they stand in addresses and on command lines. */
final class Escaped {
  private Escaped() {}

  /** A file's name in an address. */
  static String name(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("%7E", "~")
        .replace("*", "%2A");
  }

  /** A text as one word of a shell's command. */
  static String word(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}

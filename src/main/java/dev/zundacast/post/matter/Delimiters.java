package dev.zundacast.post.matter;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import java.nio.file.Path;
import java.util.Arrays;

/** What a front matter begins and ends with, and so in which notation it is written. */
final class Delimiters {
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  /** A notation, by the fence around it. */
  enum Notation {
    YAML,
    TOML,
    JSON
  }

  private Delimiters() {}

  /** Where the text begins behind a byte order mark. */
  static int first(byte[] bytes) {
    return bytes.length >= 3 && Arrays.equals(bytes, 0, 3, BYTE_ORDER_MARK, 0, 3) ? 3 : 0;
  }

  /**
   * The notation of a file's front matter.
   *
   * @throws Problem when the file begins with none
   */
  static Notation notation(Path file, byte[] bytes) {
    int at = first(bytes);
    int begin = at < bytes.length ? bytes[at] : 0;
    return switch (begin) {
      case '-' -> Notation.YAML;
      case '+' -> Notation.TOML;
      case '{' -> Notation.JSON;
      default -> throw missing(file);
    };
  }

  static Problem missing(Path file) {
    return Problem.in(
        Diagnostic.at(file, 1, "no front matter: the first line of a post must be ---")
            .withNext("begin the file with --- and close the front matter with --- again"));
  }
}

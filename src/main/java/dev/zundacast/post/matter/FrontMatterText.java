package dev.zundacast.post.matter;

import dev.zundacast.disk.Yaml;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.NodeTuple;

/**
 * The text between the fences of a post, found as Jekyll and Hugo find it.
 *
 * @param source the text, in one of the notations
 * @param start its first byte
 * @param bodyStart the first byte of the body
 * @param bodyLine the body's first line
 */
public record FrontMatterText(Path file, String source, int start, int bodyStart, int bodyLine) {
  /** The file's line of the text's first line: the fence stands in the first one. */
  private static final int FIRST_LINE = 2;

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final Pattern YAML_FENCE = Pattern.compile("(?:---|\\.\\.\\.)[ \\t\\r]*");
  private static final Pattern TOML_FENCE = Pattern.compile("\\+\\+\\+[ \\t\\r]*");

  /** Far beyond any front matter; keeps a hostile file from holding the YAML reader up. */
  private static final int MAX_BYTES = 1 << 20;

  /** Where the text begins behind a byte order mark. */
  static int first(byte[] bytes) {
    return bytes.length >= 3 && Arrays.equals(bytes, 0, 3, BYTE_ORDER_MARK, 0, 3) ? 3 : 0;
  }

  static Problem missing(Path file) {
    return Problem.in(Diagnostic.at(file, 1, "frontMatter.none"));
  }

  /** The YAML between lines of {@code ---}. */
  static FrontMatterText yaml(Path file, byte[] bytes) {
    return find(file, bytes, YAML_FENCE, "---");
  }

  /** The TOML between lines of {@code +++}. */
  static FrontMatterText toml(Path file, byte[] bytes) {
    return find(file, bytes, TOML_FENCE, "+++");
  }

  private static FrontMatterText find(Path file, byte[] bytes, Pattern fence, String shown) {
    int at = first(bytes);
    if (!isFence(bytes, at, fence)) {
      throw missing(file);
    }
    int start = next(bytes, at);
    int line = FIRST_LINE;
    for (int open = start; open < bytes.length; open = next(bytes, open), line++) {
      if (isFence(bytes, open, fence)) {
        String text = decode(file, bytes, start, open);
        return new FrontMatterText(file, text, start, next(bytes, open), line + 1);
      }
      if (open - start > MAX_BYTES) {
        throw notClosed(file, shown, Message.of("frontMatter.tooLong", shown));
      }
    }
    throw notClosed(file, shown, Message.of("frontMatter.open", shown));
  }

  private static Problem notClosed(Path file, String fence, Message what) {
    return Problem.in(Diagnostic.at(file, 1, "frontMatter.is", what, fence));
  }

  /** This text, or another that stands in its place, as YAML. */
  Yaml parsed(String text) {
    return Yaml.part(file, text, FIRST_LINE, Message.of("frontMatter.noYaml"));
  }

  /** A finding at a place of the YAML, with its line. */
  Diagnostic at(Mark mark, Message message) {
    return parsed(source).at(mark, message);
  }

  int line(NodeTuple entry) {
    return FIRST_LINE + entry.getKeyNode().getStartMark().getLine();
  }

  /** Decodes UTF-8, or names the line that is none. */
  public static String decode(Path file, byte[] bytes, int from, int to) {
    ByteBuffer rest = ByteBuffer.wrap(bytes, from, to - from);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(rest).toString();
    } catch (CharacterCodingException e) {
      int line = 1;
      for (int i = 0; i < rest.position(); i++) {
        line += bytes[i] == '\n' ? 1 : 0;
      }
      throw Problem.in(Diagnostic.at(file, line, "frontMatter.notUtf8")).causedBy(e);
    }
  }

  private static boolean isFence(byte[] bytes, int from, Pattern fence) {
    int length = lineEnd(bytes, from) - from;
    return fence.matcher(new String(bytes, from, length, StandardCharsets.ISO_8859_1)).matches();
  }

  /** Offset of the line feed that ends the line at {@code from}, or the end of the file. */
  private static int lineEnd(byte[] bytes, int from) {
    int end = from;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    return end;
  }

  private static int next(byte[] bytes, int from) {
    return Math.min(lineEnd(bytes, from) + 1, bytes.length);
  }
}

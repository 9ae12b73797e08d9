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
 * The text of a front matter in its post, found as Jekyll and Hugo find it.
 *
 * @param bytes the whole post
 * @param source the text, in one of the notations
 * @param start its first byte
 * @param line the file's line of its first line
 * @param bodyStart the first byte of the body
 * @param bodyLine the body's first line
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes of one file, never shared
record FrontMatterText(
    Path file, byte[] bytes, String source, int start, int line, int bodyStart, int bodyLine) {
  /** A fence stands in the file's first line. */
  private static final int BEHIND_FENCE = 2;

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
    int line = BEHIND_FENCE;
    for (int open = start; open < bytes.length; open = next(bytes, open), line++) {
      if (isFence(bytes, open, fence)) {
        String text = decode(file, bytes, start, open);
        return new FrontMatterText(
            file, bytes, text, start, BEHIND_FENCE, next(bytes, open), line + 1);
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
    return Yaml.part(file, text, line, Message.of("frontMatter.noYaml"));
  }

  /** A finding at a character of the text. */
  Diagnostic at(int offset, Message message) {
    return at(file, source, line, offset, message);
  }

  /** A finding at a character of a text whose first line has this number in the file. */
  static Diagnostic at(Path file, String text, int line, int offset, Message message) {
    int begin = text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
    int number = line + (int) text.substring(0, begin).chars().filter(c -> c == '\n').count();
    int end = text.indexOf('\n', begin);
    Message source =
        Message.plain(text.substring(begin, end < 0 ? text.length() : end).stripTrailing());
    return new Diagnostic(file, number, offset - begin + 1, message, source);
  }

  /** A finding at a place of the YAML, with its line. */
  Diagnostic at(Mark mark, Message message) {
    return parsed(source).at(mark, message);
  }

  int line(NodeTuple entry) {
    return line + entry.getKeyNode().getStartMark().getLine();
  }

  /** Decodes UTF-8, or names the line that is none. */
  static String decode(Path file, byte[] bytes, int from, int to) {
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

package dev.zundacast.post.matter;

import dev.zundacast.disk.Yaml;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.NodeTuple;

/**
 * The text of a front matter in its post, found as Jekyll and Hugo find it.
 *
 * @param post the whole post
 * @param source the text, in one of the notations
 * @param start its first character
 * @param line the file's line of its first line
 * @param bodyStart the first character of the body
 * @param bodyLine the body's first line
 */
record FrontMatterText(
    Path file, String post, String source, int start, int line, int bodyStart, int bodyLine) {
  /** A fence stands in the file's first line. */
  private static final int BEHIND_FENCE = 2;

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** Far beyond any front matter; keeps a hostile file from holding the YAML reader up. */
  private static final int LONGEST = 1 << 20;

  /** Where the text begins behind a byte order mark. */
  static int first(String post) {
    return post.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
  }

  static Problem missing(Path file) {
    return Problem.in(Diagnostic.at(file, 1, "frontMatter.none"));
  }

  /**
   * The text between two fences.
   *
   * @param fence what a fence's row begins with, which white space alone may follow
   * @param shown the same for people
   */
  static FrontMatterText fenced(Path file, String post, String fence, String shown) {
    Matcher row = Pattern.compile("(?md)^(?:" + fence + ")[ \\t\\r]*(?:\\n|\\z)").matcher(post);
    if (!row.region(first(post), post.length()).lookingAt()) {
      throw missing(file);
    }
    int start = row.end();
    boolean closed = row.find();
    String source = post.substring(start, closed ? row.start() : post.length());
    if (!closed || source.length() > LONGEST) {
      String key = source.length() > LONGEST ? "frontMatter.tooLong" : "frontMatter.open";
      throw notClosed(file, shown, Message.of(key, shown));
    }
    int rows = lineEnds(source);
    return new FrontMatterText(
        file, post, source, start, BEHIND_FENCE, row.end(), BEHIND_FENCE + rows + 1);
  }

  static int lineEnds(String text) {
    return (int) text.chars().filter(c -> c == '\n').count();
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
    int number = line + lineEnds(text.substring(0, begin));
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
  static String decode(Path file, byte[] bytes) {
    ByteBuffer rest = ByteBuffer.wrap(bytes);
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
}

package dev.zundacast.post.matter;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a front matter in its post, found as Jekyll and Hugo find it.
 *
 * @param post the whole post, a character for each byte: its body may be no UTF-8
 * @param start where the text begins in the post
 * @param line the file's line of its first line
 */
record FrontMatterText(
    Path file, String post, String source, int start, int line, int bodyStart, int bodyLine) {
  /** A fence stands in the file's first line. */
  private static final int BEHIND_FENCE = 2;

  private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";

  /** Far beyond any front matter; keeps a hostile file from holding the YAML reader up. */
  private static final int LONGEST = 1 << 20;

  /** Where the text begins behind a byte order mark. */
  static int first(String post) {
    return post.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length() : 0;
  }

  static Problem missing(Path file) {
    return Problem.in(Diagnostic.at(file, 1, "frontMatter.none"));
  }

  /** The text between two fences, rows that begin so and go on with white space alone. */
  static FrontMatterText fenced(Path file, String post, String fence, String shown) {
    Matcher row = Pattern.compile("(?md)^(?:" + fence + ")[ \\t\\r]*(?:\\n|\\z)").matcher(post);
    if (!row.region(first(post), post.length()).lookingAt()) {
      throw missing(file);
    }
    int start = row.end();
    boolean closed = row.find();
    int end = closed ? row.start() : post.length();
    if (!closed || end - start > LONGEST) {
      String key = end - start > LONGEST ? "frontMatter.tooLong" : "frontMatter.open";
      throw Problem.in(Diagnostic.at(file, 1, "frontMatter.is", Message.of(key, shown), shown));
    }
    String source = decode(file, post, start, end);
    int bodyLine = BEHIND_FENCE + lineEnds(source) + 1;
    return new FrontMatterText(file, post, source, start, BEHIND_FENCE, row.end(), bodyLine);
  }

  /** A whole post, whose body begins in the line behind so many characters of its text. */
  static FrontMatterText whole(Path file, String post, String source, int length) {
    int newline = source.indexOf('\n', length);
    String head = newline < 0 ? source : source.substring(0, newline + 1);
    int start = first(post);
    int body = start + bytes(head).length();
    return new FrontMatterText(file, post, source, start, 1, body, 1 + lineEnds(head));
  }

  private static int lineEnds(String text) {
    return (int) text.chars().filter(c -> c == '\n').count();
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

  /** The bytes of a text in UTF-8, a character for each. */
  static String bytes(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  /** Decodes UTF-8, or names the line that is none. */
  static String decode(Path file, String post, int from, int to) {
    ByteBuffer rest = StandardCharsets.ISO_8859_1.encode(post.substring(from, to));
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(rest).toString();
    } catch (CharacterCodingException e) {
      int line = 1 + lineEnds(post.substring(0, from + rest.position()));
      throw Problem.in(Diagnostic.at(file, line, "frontMatter.notUtf8")).causedBy(e);
    }
  }
}

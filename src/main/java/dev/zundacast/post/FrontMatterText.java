package dev.zundacast.post;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Where the front matter stands in a post's bytes: the YAML between the fences, found as Jekyll
 * finds it.
 *
 * @param yaml the YAML's text
 * @param start offset of its first byte in the file
 * @param end offset of the closing fence
 * @param bodyStart offset of the first byte after the closing fence's line
 * @param firstLine the file's line of the YAML's first line, from 1
 * @param bodyLine the file's line of the body's first line, from 1
 */
record FrontMatterText(
    String yaml, int start, int end, int bodyStart, int firstLine, int bodyLine) {

  /** Far beyond any front matter; keeps a hostile file from holding the YAML reader up. */
  private static final int MAX_BYTES = 1 << 20;

  static FrontMatterText find(Path file, byte[] bytes) {
    int at = hasByteOrderMark(bytes) ? 3 : 0;
    if (!isFence(bytes, at, lineEnd(bytes, at), "---")) {
      throw Problem.in(
          Diagnostic.at(file, 1, "no front matter: the first line of a post must be ---")
              .withNext("begin the file with --- and close the front matter with --- again"));
    }
    int start = next(bytes, at);
    int line = 2;
    for (int open = start; open < bytes.length; open = next(bytes, open), line++) {
      int end = lineEnd(bytes, open);
      if (isFence(bytes, open, end, "---") || isFence(bytes, open, end, "...")) {
        String yaml = decode(file, bytes, start, open);
        return new FrontMatterText(yaml, start, open, next(bytes, open), 2, line + 1);
      }
      if (open - start > MAX_BYTES) {
        throw Problem.in(
            Diagnostic.at(file, 1, "the front matter is longer than 1 MB: is its closing --- lost?")
                .withNext("close the front matter with a line that holds only ---"));
      }
    }
    throw Problem.in(
        Diagnostic.at(file, 1, "the front matter is not closed: no further line holds only ---")
            .withNext("close the front matter with a line that holds only ---"));
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
      throw Problem.in(
              Diagnostic.at(file, line, "this line is not UTF-8 text")
                  .withNext("save the file as UTF-8"))
          .causedBy(e);
    }
  }

  private static boolean hasByteOrderMark(byte[] bytes) {
    return bytes.length >= 3
        && bytes[0] == (byte) 0xEF
        && bytes[1] == (byte) 0xBB
        && bytes[2] == (byte) 0xBF;
  }

  private static boolean isFence(byte[] bytes, int from, int end, String fence) {
    if (end - from < 3
        || !Arrays.equals(bytes, from, from + 3, fence.getBytes(StandardCharsets.US_ASCII), 0, 3)) {
      return false;
    }
    for (int i = from + 3; i < end; i++) {
      if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
        return false;
      }
    }
    return true;
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

package dev.zundacast.post.matter;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.message.Message;
import dev.zundacast.post.matter.FrontMatterFormat.Scalar;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A text whose values are known with their places: what all front matter shares.
 *
 * @param bytes the whole file
 * @param start the text's first byte in it
 * @param line the file's line of the text's first line
 * @param values by their keys, those of inner tables with dots
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes of one file, never shared
record SpannedText(
    Path file, byte[] bytes, String text, int start, int line, Map<String, Span> values) {

  /** Characters to put in the place of those from here to there. */
  record Edit(int from, int to, String text) {}

  Optional<Span> span(String key) {
    return Optional.ofNullable(values.get(key));
  }

  Optional<Scalar> scalar(String key) {
    return span(key)
        .filter(Span::isSingle)
        .map(
            it ->
                new Scalar(
                    it.text(),
                    it.kind() == Span.Kind.TEXT ? Scalar.Form.QUOTED : Scalar.Form.PLAIN));
  }

  Diagnostic at(String key, Message message) {
    return span(key)
        .map(it -> at(it.from(), message))
        .orElseGet(() -> Diagnostic.at(file, 1, message));
  }

  Diagnostic at(int offset, Message message) {
    return at(file, text, line, offset, message);
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

  byte[] with(List<Edit> edits) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + 100);
    out.write(bytes, 0, start);
    int done = 0;
    for (Edit edit : edits.stream().sorted(Comparator.comparingInt(Edit::from)).toList()) {
      out.writeBytes(utf8(text.substring(done, edit.from) + edit.text));
      done = edit.to;
    }
    int rest = start + utf8(text.substring(0, done)).length;
    out.write(bytes, rest, bytes.length - rest);
    return out.toByteArray();
  }

  private static byte[] utf8(String characters) {
    return characters.getBytes(StandardCharsets.UTF_8);
  }

  Optional<String> changedBeside(Set<String> keys, SpannedText after) {
    return values.entrySet().stream()
        .filter(it -> !keys.contains(it.getKey()) && it.getValue().kind() != Span.Kind.TABLE)
        .filter(it -> after.span(it.getKey()).filter(it.getValue()::saysTheSame).isEmpty())
        .map(Map.Entry::getKey)
        .findFirst();
  }
}

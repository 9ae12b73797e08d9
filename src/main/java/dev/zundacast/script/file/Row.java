package dev.zundacast.script.file;

import dev.zundacast.episode.Line;
import dev.zundacast.episode.Section;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One row of a script file: the characters as they stand there and what they mean.
 *
 * @param raw the row without its line end
 * @param lineEnd "\n", "\r\n" or "" behind the last row
 * @param content what the row means
 */
record Row(String raw, String lineEnd, Content content) {
  /** Digits behind the point of a setting. */
  static final int DIGITS = 6;

  /** What a row means; a {@link MergeBase} is what the tool wrote for a section. */
  interface Content {
    /** The id of the line or section that it is, be it as a comment, or remembers; "" for none. */
    default String id() {
      return "";
    }
  }

  /** An empty row: the end of a paragraph when it stands between two lines of a section. */
  record Blank() implements Content {}

  /** {@code # [a1.07] text}: a line that stands as a comment. */
  record LeftOut(String id, String text) implements Content {}

  /** {@code # …}: any other comment, which may tell of what stands above. */
  record Note() implements Content {}

  /** {@code @key value} */
  record Key(String name, String value) implements Content {}

  /** {@code == id kind} */
  record Head(String id, Section.Kind kind) implements Content {}

  /** {@code [id speaker +0.5s speed=1.1] text}, or the text alone. */
  record Utterance(Line line) implements Content {
    @Override
    public String id() {
      return line.id();
    }
  }

  /** {@code > text}: what is spoken instead of the line above. */
  record Spoken(String text) implements Content {}

  /** {@code ~ 1.0s} */
  record Silence(int millis) implements Content {}

  /** A row that was reported as wrong. */
  record Wrong() implements Content {}

  boolean isComment() {
    return is(LeftOut.class) || is(Note.class);
  }

  /** Whether it tells of a line or a section's head that may stand above. */
  boolean belongsToRowAbove() {
    return is(Note.class) || is(Spoken.class) || is(Key.class);
  }

  boolean is(Class<? extends Content> kind) {
    return kind.isInstance(content);
  }

  boolean isKey(String name) {
    return content instanceof Key key && key.name().equals(name);
  }

  /** What a comment tells behind this mark; empty for every other row. */
  Optional<String> remark(String mark) {
    String text = raw.strip();
    return is(Note.class) && text.startsWith(mark)
        ? Optional.of(text.substring(mark.length()).strip())
        : Optional.empty();
  }

  /** A section's head with its keys as rows of the file. */
  static List<String> print(String id, Section.Kind kind, String title, String source) {
    List<String> rows = new ArrayList<>();
    rows.add("== " + id + " " + kind.word());
    rows.addAll(print("title", title));
    rows.addAll(print("source", source));
    return rows;
  }

  /** A key as a row of the file; none where its value is "". */
  static List<String> print(String key, String value) {
    return value.isEmpty() ? List.of() : List.of("@" + key + " " + value);
  }

  /** A line as a row of the file, without what is spoken for it. */
  static String print(Line line) {
    StringBuilder text = new StringBuilder("[").append(line.id());
    if (!line.speaker().isEmpty()) {
      text.append(' ').append(line.speaker());
    }
    if (line.extraPauseMillis() > 0) {
      BigDecimal seconds = BigDecimal.valueOf(line.extraPauseMillis(), 3).stripTrailingZeros();
      String shortest = seconds.setScale(Math.max(1, seconds.scale())).toPlainString();
      text.append(" +").append(shortest).append('s');
    }
    setting(text, "speed", line.overrides().speed());
    setting(text, "pitch", line.overrides().pitch());
    setting(text, "intonation", line.overrides().intonation());
    setting(text, "volume", line.overrides().volume());
    return text.append("] ").append(escape(line.written())).toString();
  }

  /** With as many digits as are read back. */
  private static void setting(StringBuilder text, String key, Optional<Double> value) {
    value.ifPresent(
        it -> {
          String printed = String.format(Locale.ROOT, "%." + DIGITS + "f", it);
          text.append(' ').append(key).append('=').append(printed.replaceFirst("\\.?0+$", ""));
        });
  }

  /** A text that begins as no other row does. */
  static String escape(String text) {
    return text.startsWith("\\") ? "\\" + text : text;
  }
}

package dev.zundacast.script.file;

import dev.zundacast.episode.Section;
import java.util.Optional;

/**
 * One row of a script file: the characters as they stand there and what they mean.
 *
 * @param raw the row without its line end
 * @param lineEnd "\n", "\r\n" or "" behind the last row
 * @param content what the row means
 */
record Row(String raw, String lineEnd, Content content) {

  /** What a row means. */
  sealed interface Content {}

  /** An empty row: the end of a paragraph when it stands between two lines of a section. */
  record Blank() implements Content {}

  /** {@code # …} */
  record Comment() implements Content {}

  /** {@code #= …}: what the tool wrote for a section. */
  record Base(MergeBase of) implements Content {}

  /** {@code #~ …}: a language model's words for an article, as JSON. */
  record Rewritten(String article, String json) implements Content {}

  /** {@code @key value} */
  record Key(String name, String value) implements Content {}

  /** {@code == id kind} */
  record Head(String id, Section.Kind kind) implements Content {}

  /** {@code [id speaker +0.5s speed=1.1] text}, or the text alone. */
  record Utterance(LineHead head, String text) implements Content {}

  /** {@code > text}: what is spoken instead of the line above. */
  record Spoken(String text) implements Content {}

  /** {@code ~ 1.0s} */
  record Silence(int millis) implements Content {}

  /** A row that was reported as wrong. */
  record Wrong() implements Content {}

  boolean is(Class<? extends Content> kind) {
    return kind.isInstance(content);
  }

  /** What a comment tells behind this mark; empty for every other row. */
  Optional<String> remark(String mark) {
    String text = raw.strip();
    return is(Comment.class) && text.startsWith(mark)
        ? Optional.of(text.substring(mark.length()).strip())
        : Optional.empty();
  }
}

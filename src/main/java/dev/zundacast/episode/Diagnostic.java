package dev.zundacast.episode;

import dev.zundacast.message.Message;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A finding about a person's file: its line and its column in characters, from 1, 0 for the whole
 * file or line, what was found and expected, the text of that line where it helps, and what to do
 * about it where the message does not say it.
 */
public record Diagnostic(
    Path file, int line, int column, Message message, Message sourceLine, Message next) {

  /** The file, called like this, with line and column behind it as far as they are known. */
  public String placeIn(String called) {
    return called + (line > 0 ? ":" + line : "") + (column > 0 ? ":" + column : "");
  }

  /** A finding with what its message itself says to do about it. */
  public Diagnostic(Path file, int line, int column, Message message, Message sourceLine) {
    this(file, line, column, message, sourceLine, message.next());
  }

  /** A finding about a whole file. */
  public static Diagnostic of(Path file, Message message) {
    return at(file, 0, message);
  }

  /** The same in a sentence with its values. */
  public static Diagnostic of(Path file, String key, @Nullable Object... values) {
    return of(file, Message.of(key, values));
  }

  /** A finding about one line of a file. */
  public static Diagnostic at(Path file, int line, Message message) {
    return new Diagnostic(file, line, 0, message, Message.NONE);
  }

  /** The same in a sentence with its values. */
  public static Diagnostic at(Path file, int line, String key, @Nullable Object... values) {
    return at(file, line, Message.of(key, values));
  }

  /** The same finding with something else to do about it. */
  public Diagnostic withNext(Message text) {
    return new Diagnostic(file, line, column, message, sourceLine, text);
  }

  /** The same in a sentence with its values. */
  public Diagnostic withNext(String key, @Nullable Object... values) {
    return withNext(Message.of(key, values));
  }
}

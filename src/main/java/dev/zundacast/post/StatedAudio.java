package dev.zundacast.post;

import dev.zundacast.post.matter.Matter.Scalar;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/** The bytes and seconds that a post states for its audio, as the site's feed prints them. */
public record StatedAudio(Value size, Value duration) {
  /** Jekyll's YAML reads all of these as whole numbers; a leading zero would make them octal. */
  private static final Pattern BYTES = Pattern.compile("[1-9][0-9]*(?:[,_][0-9]{3})*");

  /** A value of the front matter. */
  public record Value(State state, long number) {
    private static final Value MISSING = new Value(State.MISSING, 0);
    private static final Value UNUSABLE = new Value(State.UNUSABLE, 0);

    static Value of(long number) {
      return number == 0 ? MISSING : new Value(State.STATED, number);
    }

    static Value of(OptionalLong number) {
      return number.isPresent() ? of(number.getAsLong()) : UNUSABLE;
    }
  }

  /** How much a value says. */
  public enum State {
    /** Absent, empty, 0 or 00:00. */
    MISSING,
    /** Written so that the feed prints something else, as 6.1MB or a bare 12:34. */
    UNUSABLE,
    STATED
  }

  static StatedAudio of(Optional<Scalar> size, Optional<Scalar> duration) {
    return new StatedAudio(
        size.filter(StatedAudio::saysSomething).map(StatedAudio::bytes).orElse(Value.MISSING),
        duration
            .filter(StatedAudio::saysSomething)
            .map(StatedAudio::seconds)
            .orElse(Value.MISSING));
  }

  /** Whether both values are there and readable. */
  public boolean complete() {
    return size.state == State.STATED && duration.state == State.STATED;
  }

  /** Whether the stated size is that of the file. */
  public boolean hasSize(long bytes) {
    return size.equals(Value.of(bytes));
  }

  /** Whether the stated length is the file's; other tools round up or down. */
  public boolean hasLength(long millis) {
    return duration.state == State.STATED && Math.abs(duration.number * 1000 - millis) < 1000;
  }

  boolean states(long bytes, String length) {
    return hasSize(bytes) && duration.equals(Value.of(Durations.seconds(length)));
  }

  private static Value bytes(Scalar node) {
    String text = node.text().strip();
    String digits = text.replace(",", "").replace("_", "");
    return BYTES.matcher(text).matches() && digits.length() < 16
        ? Value.of(Long.parseLong(digits))
        : Value.UNUSABLE;
  }

  private static Value seconds(Scalar node) {
    String text = node.text().strip();
    Value seconds = Value.of(Durations.seconds(text));
    boolean base60 = node.form() == Scalar.Form.PLAIN && text.contains(":");
    // YAML 1.1 reads a bare 12:34 in base 60, and Jekyll prints 45240 for it.
    return base60 && seconds.state == State.STATED ? Value.UNUSABLE : seconds;
  }

  private static boolean saysSomething(Scalar node) {
    String text = node.text().strip().toLowerCase(Locale.ROOT);
    return !Set.of("", "~", "null").contains(text);
  }
}

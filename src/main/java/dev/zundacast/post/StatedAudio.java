package dev.zundacast.post;

import dev.zundacast.post.matter.Span;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The bytes and seconds that a post states for its audio, as the site's feed prints them. */
public record StatedAudio(Value size, Value duration) {
  /** Jekyll's YAML reads all of these as whole numbers; a leading zero would make them octal. */
  private static final Pattern BYTES = Pattern.compile("[1-9][0-9]*(?:[,_][0-9]{3})*");

  private static final Pattern CLOCK =
      Pattern.compile("(?:(\\d{1,3}):(?=[0-5]?\\d:))?(\\d{1,3}):([0-5]\\d)(?:\\.\\d+)?");
  private static final Pattern SECONDS = Pattern.compile("(\\d{1,7})(?:\\.(\\d)\\d*)?");

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

  static StatedAudio of(Optional<Span> size, Optional<Span> duration) {
    return new StatedAudio(
        size.filter(StatedAudio::saysSomething).map(StatedAudio::bytes).orElse(Value.MISSING),
        duration.filter(StatedAudio::saysSomething).map(StatedAudio::length).orElse(Value.MISSING));
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

  /** Whether the length is stated to the second, in whatever form. */
  boolean hasDuration(String length) {
    return duration.equals(Value.of(seconds(length)));
  }

  private static Value bytes(Span node) {
    String text = node.text().strip();
    String digits = text.replace(",", "").replace("_", "");
    return BYTES.matcher(text).matches() && digits.length() < 16
        ? Value.of(Long.parseLong(digits))
        : Value.UNUSABLE;
  }

  private static Value length(Span node) {
    String text = node.text().strip();
    Value seconds = Value.of(seconds(text));
    boolean base60 = node.isPlain() && text.contains(":");
    // YAML 1.1 reads a bare 12:34 in base 60, and Jekyll prints 45240 for it.
    return base60 && seconds.state == State.STATED ? Value.UNUSABLE : seconds;
  }

  private static boolean saysSomething(Span node) {
    String text = node.text().strip().toLowerCase(Locale.ROOT);
    return !Set.of("", "~", "null").contains(text);
  }

  /**
   * {@code MM:SS}, from one hour {@code HH:MM:SS}. A second that has begun counts whole: no sound
   * lies behind the stated end, and no audio states {@code 00:00}, which means that it is unknown.
   */
  public static String format(long millis) {
    if (millis < 0) {
      throw new IllegalArgumentException("a length of " + millis + " ms");
    }
    long seconds = (millis + 999) / 1000;
    long hours = seconds / 3600;
    String clock = String.format(Locale.ROOT, "%02d:%02d", seconds / 60 % 60, seconds % 60);
    return hours == 0 ? clock : String.format(Locale.ROOT, "%02d:%s", hours, clock);
  }

  /** The seconds that {@code M:SS}, {@code H:MM:SS} or a number of seconds states. */
  public static OptionalLong seconds(String text) {
    Matcher clock = CLOCK.matcher(text.strip());
    if (clock.matches()) {
      long hours = clock.group(1) == null ? 0 : Long.parseLong(clock.group(1));
      long minutes = Long.parseLong(clock.group(2));
      return OptionalLong.of((hours * 60 + minutes) * 60 + Long.parseLong(clock.group(3)));
    }
    Matcher plain = SECONDS.matcher(text.strip());
    if (plain.matches()) {
      boolean up = plain.group(2) != null && plain.group(2).charAt(0) >= '5';
      return OptionalLong.of(Long.parseLong(plain.group(1)) + (up ? 1 : 0));
    }
    return OptionalLong.empty();
  }
}

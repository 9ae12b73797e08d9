package dev.zundacast.script.file;

import dev.zundacast.episode.Line;
import dev.zundacast.episode.LineOverrides;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What stands in the square brackets before a line's text.
 *
 * @param id "" when the line has none yet
 * @param speaker "" for the script's speaker
 * @param extraPauseMillis from {@code +0.5s}
 * @param overrides from {@code speed=1.1} and its like
 */
public record LineHead(String id, String speaker, int extraPauseMillis, LineOverrides overrides) {

  /** Digits behind the point of a setting. */
  static final int DIGITS = 6;

  static final LineHead NONE = new LineHead("", "", 0, LineOverrides.NONE);

  /** A head with an id and, unless it is "", a speaker. */
  public static LineHead of(String id, String speaker) {
    return new LineHead(id, speaker, 0, LineOverrides.NONE);
  }

  LineHead withId(String newId) {
    return new LineHead(newId, speaker, extraPauseMillis, overrides);
  }

  /** The same head with these departures from its voice and no others. */
  public LineHead withOverrides(LineOverrides others) {
    return new LineHead(id, speaker, extraPauseMillis, others);
  }

  /** The same head with another silence after the line. */
  public LineHead withPause(int millis) {
    return new LineHead(id, speaker, millis, overrides);
  }

  /** The same head with another speaker and what is present of other overrides. */
  public LineHead with(Optional<String> newSpeaker, Optional<LineOverrides> newTuning) {
    LineOverrides tuned =
        newTuning
            .map(
                t ->
                    new LineOverrides(
                        or(t.speed(), overrides.speed()),
                        or(t.pitch(), overrides.pitch()),
                        or(t.intonation(), overrides.intonation()),
                        or(t.volume(), overrides.volume())))
            .orElse(overrides);
    return new LineHead(id, newSpeaker.orElse(speaker), extraPauseMillis, tuned);
  }

  private static OptionalDouble or(OptionalDouble one, OptionalDouble other) {
    return one.isPresent() ? one : other;
  }

  /** The line with this head, in this row of its file. */
  Line line(String text, int row) {
    return new Line(id, speaker, text, "", overrides, extraPauseMillis, row);
  }

  /** The head as a script file shows it. */
  String print() {
    StringBuilder text = new StringBuilder("[").append(id);
    if (!speaker.isEmpty()) {
      text.append(' ').append(speaker);
    }
    if (extraPauseMillis > 0) {
      text.append(" +").append(Seconds.print(extraPauseMillis));
    }
    setting(text, "speed", overrides.speed());
    setting(text, "pitch", overrides.pitch());
    setting(text, "intonation", overrides.intonation());
    setting(text, "volume", overrides.volume());
    return text.append(']').toString();
  }

  private static void setting(StringBuilder text, String key, OptionalDouble value) {
    if (value.isPresent()) {
      text.append(' ').append(key).append('=').append(plain(value.getAsDouble()));
    }
  }

  /** With as many digits as are read back. */
  private static String plain(double value) {
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_UP);
    return rounded.stripTrailingZeros().toPlainString();
  }
}

package dev.zundacast.script.file;

import dev.zundacast.episode.Line;
import dev.zundacast.episode.LineOverrides;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

  /** A longer silence is a slip of the pen: players take it for the end. */
  private static final int LONGEST_MILLIS = 60_000;

  private static final Pattern LENGTH = Pattern.compile("(\\d{1,5}(?:\\.\\d{1,6})?)(ms|s)");

  static final LineHead NONE = new LineHead("", "", 0, LineOverrides.NONE);

  /** A head with an id and, unless it is "", a speaker. */
  public static LineHead of(String id, String speaker) {
    return new LineHead(id, speaker, 0, LineOverrides.NONE);
  }

  LineHead withId(String newId) {
    return new LineHead(newId, speaker, extraPauseMillis, overrides);
  }

  /** The same head with this speaker. */
  public LineHead withSpeaker(String other) {
    return new LineHead(id, other, extraPauseMillis, overrides);
  }

  /** The same head with these departures from its voice and no others. */
  public LineHead withOverrides(LineOverrides others) {
    return new LineHead(id, speaker, extraPauseMillis, others);
  }

  /** The same head with another silence after the line. */
  public LineHead withPause(int millis) {
    return new LineHead(id, speaker, millis, overrides);
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
      BigDecimal seconds = BigDecimal.valueOf(extraPauseMillis, 3).stripTrailingZeros();
      String shortest = seconds.setScale(Math.max(1, seconds.scale())).toPlainString();
      text.append(" +").append(shortest).append('s');
    }
    setting(text, "speed", overrides.speed());
    setting(text, "pitch", overrides.pitch());
    setting(text, "intonation", overrides.intonation());
    setting(text, "volume", overrides.volume());
    return text.append(']').toString();
  }

  /** With as many digits as are read back. */
  private static void setting(StringBuilder text, String key, OptionalDouble value) {
    value.ifPresent(
        it ->
            text.append(' ')
                .append(key)
                .append('=')
                .append(
                    Double.isFinite(it)
                        ? BigDecimal.valueOf(it)
                            .setScale(DIGITS, RoundingMode.HALF_UP)
                            .stripTrailingZeros()
                            .toPlainString()
                        : Double.toString(it)));
  }

  /** Milliseconds of {@code 1.0s} or {@code 500ms}; empty when the text is no such length. */
  static Optional<Integer> millis(String text) {
    Matcher matcher = LENGTH.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    BigDecimal value = new BigDecimal(matcher.group(1));
    int millis = (matcher.group(2).equals("s") ? value.movePointRight(3) : value).intValue();
    return millis <= LONGEST_MILLIS ? Optional.of(millis) : Optional.empty();
  }
}

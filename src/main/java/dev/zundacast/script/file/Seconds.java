package dev.zundacast.script.file;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths as scripts write them: {@code 1.0s} or {@code 500ms}. */
final class Seconds {
  static final String EXPECTED = "write seconds up to 60, like 1.0s";

  /** A longer silence is a slip of the pen: players take it for the end. */
  private static final int LONGEST_MILLIS = 60_000;

  private static final Pattern LENGTH = Pattern.compile("(\\d{1,5}(?:\\.\\d{1,6})?)(ms|s)");

  private Seconds() {}

  /** Milliseconds, or empty when the text is no such length. */
  static Optional<Integer> parse(String text) {
    Matcher matcher = LENGTH.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    BigDecimal value = new BigDecimal(matcher.group(1));
    BigDecimal millis = matcher.group(2).equals("s") ? value.movePointRight(3) : value;
    return millis.intValue() <= LONGEST_MILLIS ? Optional.of(millis.intValue()) : Optional.empty();
  }

  /** The shortest form, with a point. */
  static String print(int millis) {
    BigDecimal seconds = BigDecimal.valueOf(millis, 3).stripTrailingZeros();
    return seconds.setScale(Math.max(1, seconds.scale())).toPlainString() + "s";
  }
}

package dev.zundacast.reading.number;

import dev.zundacast.reading.piece.PieceReading;
import dev.zundacast.reading.piece.Source;
import dev.zundacast.reading.piece.SpokenRules;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the numbers that engines misread and says what to send instead, by the rows of {@code
 * rules.tsv}. Plain numbers with a Japanese counter are left alone: engines know 6本 and 20日 better
 * than any table here.
 */
public final class NumberReader {
  /**
   * Signs that a rule may begin with; any other character than these and digits begins no number.
   */
  private static final String SIGNS = "$¥€£₩#+-−±^²³°№≒≈<>＜＞≤≥≦≧▲△¼½¾⅓⅔⅕⅛AIPUVXⅠ";

  /** Behind these a Latin unit may stand without a digit: 数GB. */
  private static final String COUNTING = "数何十百千万億";

  private static final SpokenRules RULES =
      SpokenRules.of(
          NumberReader.class,
          "rules.tsv",
          Map.of("UNIT", NumberWords.unitPattern()),
          NumberWords::of,
          Source.NUMBER);

  private NumberReader() {}

  /**
   * The number that begins at {@code from}, empty when none does; digits that engines read right
   * stay digits.
   */
  public static Optional<PieceReading> at(String text, int from) {
    char c = text.charAt(from);
    boolean unit = from > 0 && COUNTING.indexOf(text.charAt(from - 1)) >= 0;
    return (c < '0' || c > '9') && SIGNS.indexOf(c) < 0 && !unit
        ? Optional.empty()
        : RULES.at(text, from);
  }
}

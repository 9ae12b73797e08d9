package dev.zundacast.reading.number;

import java.util.List;
import java.util.Optional;

/**
 * Finds the numbers that engines misread and says what to send instead, by the rows of {@code
 * rules.tsv}. Plain numbers with a Japanese counter are left alone: engines know 6本 and 20日 better
 * than any table here.
 */
public final class NumberReader {
  /**
   * A number found in a text.
   *
   * @param end offset behind it
   * @param spoken what an engine is sent for it; digits that engines read right stay digits
   */
  public record NumberMatch(int end, String spoken) {}

  /**
   * Signs that a rule may begin with; any other character than these and digits begins no number.
   */
  private static final String SIGNS = "$¥€£₩#+-−±^²³°№≒≈<>＜＞≤≥≦≧▲△¼½¾⅓⅔⅕⅛AIPUVXⅠ";

  /** Behind these a Latin unit may stand without a digit: 数GB. */
  private static final String COUNTING = "数何十百千万億";

  private static final List<Rule> RULES = Rule.load();

  /** The number that begins at {@code from}, empty when none does. */
  public Optional<NumberMatch> at(String text, int from) {
    char c = text.charAt(from);
    boolean unit = from > 0 && COUNTING.indexOf(text.charAt(from - 1)) >= 0;
    if ((c < '0' || c > '9') && SIGNS.indexOf(c) < 0 && !unit) {
      return Optional.empty();
    }
    for (Rule rule : RULES) {
      Optional<NumberMatch> match = rule.at(text, from);
      if (match.isPresent()) {
        return match;
      }
    }
    return Optional.empty();
  }
}

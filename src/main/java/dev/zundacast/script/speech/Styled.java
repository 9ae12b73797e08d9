package dev.zundacast.script.speech;

/**
 * A sentence in a way of speaking.
 *
 * @param text the whole sentence
 * @param rule the rows of the tables that decided its end, "" when no rule fits and it stayed
 */
public record Styled(String text, String rule) {

  /** A sentence that stays as it is. */
  public static Styled unchanged(String text) {
    return new Styled(text, "");
  }

  /** Whether a rule decided. */
  public boolean fits() {
    return !rule.isEmpty();
  }
}

package dev.zundacast.reading;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Brings characters into the forms that engines know, without touching words or signs. */
final class Characters {
  private static final Replacements FORMS = Replacements.of("forms.tsv");

  /**
   * Full-width Latin, half-width kana, ligatures, Roman numerals in one sign, squared units,
   * mathematical letters, CJK doubles. Ⅰ stays: as a letter it would be the English word.
   */
  private static final Pattern COMPATIBILITY_FORM =
      Pattern.compile(
          "[０-９Ａ-Ｚａ-ｚ\\uFF65-\\uFF9F\\u2161-\\u217F\\u2460-\\u2473\\u3300-\\u33FF\\uF900-\\uFAFF"
              + "\\uFB00-\\uFB06\\x{1D400}-\\x{1D7FF}\\u2F00-\\u2FDF]");

  private Characters() {}

  /** The text composed, with half-width kana and full-width Latin made ordinary. */
  static String normal(String text) {
    String ordinary =
        COMPATIBILITY_FORM
            .matcher(FORMS.in(Normalizer.normalize(text, Normalizer.Form.NFC)))
            .replaceAll(it -> Normalizer.normalize(it.group(), Normalizer.Form.NFKC));
    // A half-width ﾞ or ﾟ has become a combining mark behind its kana.
    return Normalizer.normalize(ordinary, Normalizer.Form.NFC);
  }
}

package dev.zundacast.reading;

import dev.zundacast.disk.Resource;
import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;

/** Brings characters into the forms that engines know, without touching words or signs. */
final class Characters {
  /**
   * Kanji that engines' dictionaries lack, with the form of the same kanji that they have, and
   * units whose power would become an ordinary digit.
   */
  private static final Map<String, String> COMMON_FORMS =
      Resource.pairs(Characters.class, "forms.tsv");

  /** ① before what it lists, which 次 would otherwise make 1次; ①の and ①と go on without a pause. */
  private static final Pattern LIST_NUMBER =
      Pattern.compile("([①-⑳])(?=[\\p{IsHan}\\p{IsKatakana}\\p{IsHiragana}A-Za-z&&[^とやのはがをにもで]])");

  /** The typographic apostrophe inside a word, which lists write straight: don’t. */
  private static final Pattern APOSTROPHE = Pattern.compile("(?<=[A-Za-z])’(?=[A-Za-z])");

  /** Full-width signs of one number or time: １６，８００, ５．７４, １０：３０, ２０２６／０８／２１. */
  private static final Pattern NUMBER_SIGN =
      Pattern.compile("(?<=[0-9０-９])(?:，(?=[0-9０-９]{3}(?![0-9０-９]))|[．：／－](?=[0-9０-９]))");

  private static final int TO_ASCII = 0xFEE0;

  /**
   * Full-width Latin, half-width kana, ligatures, Roman numerals in one sign, squared units,
   * mathematical letters, CJK doubles. Ⅰ stays: as a letter it would be the English word.
   */
  private static final Pattern COMPATIBILITY_FORM =
      Pattern.compile(
          "[０-９Ａ-Ｚａ-ｚ\\uFF65-\\uFF9F\\u2161-\\u217F\\u2460-\\u2473\\u3300-\\u33FF\\uF900-\\uFAFF"
              + "\\uFB00-\\uFB06\\x{1D400}-\\x{1D7FF}\\u2F00-\\u2FDF]");

  /** Signs without width, which cut words in two for an engine, and soft hyphens. */
  private static final Pattern INVISIBLE =
      Pattern.compile(
          "[\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2064\\uFEFF\\u00AD\\uFE00-\\uFE0F"
              + "\\x{E0100}-\\x{E01EF}\\p{Cc}&&[^\\n\\t]]");

  private static final Pattern COMPANY = Pattern.compile("[(（]株[)）]");

  private Characters() {}

  /** The text composed, with half-width kana and full-width Latin made ordinary. */
  static String normal(String text) {
    String straight = APOSTROPHE.matcher(text).replaceAll("'");
    String listed = LIST_NUMBER.matcher(straight).replaceAll("$1、");
    String numbers =
        NUMBER_SIGN
            .matcher(listed)
            .replaceAll(sign -> Character.toString(sign.group().charAt(0) - TO_ASCII));
    String named = COMPANY.matcher(numbers).replaceAll("株式会社");
    String composed = Normalizer.normalize(named, Normalizer.Form.NFC);
    for (Map.Entry<String, String> form : COMMON_FORMS.entrySet()) {
      composed = composed.replace(form.getKey(), form.getValue());
    }
    String ordinary =
        COMPATIBILITY_FORM
            .matcher(INVISIBLE.matcher(composed).replaceAll(""))
            .replaceAll(it -> Normalizer.normalize(it.group(), Normalizer.Form.NFKC));
    // A half-width ﾞ or ﾟ has become a combining mark behind its kana.
    return Normalizer.normalize(ordinary, Normalizer.Form.NFC);
  }
}

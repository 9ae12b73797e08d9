package dev.zundacast.reading.latin;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Verbs in -ize or -ise and what is made of them, read from the word in front (tokenize,
 * containerization), and British spellings by the American ones (behaviour).
 */
final class IzeForms {
  private static final Pattern IZE =
      Pattern.compile("(\\p{Lower}{3,})i[sz](e|es|ed|er|ers|ing|able|ation|ations)");

  private static final Pattern BRITISH =
      Pattern.compile("(\\p{Lower}{3,})our(s|ed|ing|al|able|ite|)");

  private static final Map<String, String> ENDINGS =
      Map.of(
          "e", "イズ", "es", "イゼズ", "ed", "イズド", "er", "イザー", "ers", "イザーズ", "ing", "イジング", "able",
          "イザブル", "ation", "イゼーション", "ations", "イゼーションズ");

  /** The last kana of a word before アイズ: トークン as トークナイズ. */
  private static final String LAST = "ンルムトドスズクグプブ";

  private static final String WITH_A = "ナラマタダサザカガパバ";

  private IzeForms() {}

  static Optional<String> read(String lower, Function<String, Optional<Term>> known) {
    Matcher ize = IZE.matcher(lower);
    if (!ize.matches()) {
      return Optional.empty();
    }
    String ending = ENDINGS.getOrDefault(ize.group(2), "");
    return known.apply(ize.group(1)).flatMap(stem -> joined(stem.kana(), ending));
  }

  private static Optional<String> joined(String stem, String ending) {
    String kana = stem.replaceAll("[ー]$", "");
    int last = LAST.indexOf(kana.charAt(kana.length() - 1));
    if (kana.length() < stem.length()) {
      return Optional.of(kana + "ラ" + ending);
    }
    return last < 0
        ? Optional.empty()
        : Optional.of(kana.substring(0, kana.length() - 1) + WITH_A.charAt(last) + ending);
  }

  /** The American spelling of a word in the British one, empty for any other. */
  static Optional<String> american(String lower) {
    Matcher ise = IZE.matcher(lower);
    if (ise.matches() && lower.charAt(ise.end(1) + 1) == 's') {
      return Optional.of(ise.group(1) + "iz" + ise.group(2));
    }
    Matcher our = BRITISH.matcher(lower);
    return our.matches() ? Optional.of(our.group(1) + "or" + our.group(2)) : Optional.empty();
  }
}

package dev.zundacast.reading;

import dev.zundacast.words.Morphology;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes away the closing brackets that stand before a particle: engines pause at each, and the
 * particle would be said alone.
 */
final class Brackets {
  private static final String MARKS = "」』）)】〉》”";

  /** Before what may be a particle; （金） alone is read as a day of the week. */
  private static final Pattern BEFORE_KANA =
      Pattern.compile("(?<![（(][月火水木金土日祝])[" + MARKS + "]+(?=[をがはにでとのもへやなだ]|から|など|という)");

  /** A noun that makes no other word with the kana behind it. */
  private static final String NOUN = "データ";

  /** The longest particle with enough behind it to be told apart. */
  private static final int LONGEST = 8;

  private final Morphology morphology;

  Brackets(Morphology morphology) {
    this.morphology = morphology;
  }

  String closed(String text) {
    Matcher bracket = BEFORE_KANA.matcher(text);
    StringBuilder closed = new StringBuilder();
    while (bracket.find()) {
      boolean particle = isParticle(text.substring(bracket.end()));
      bracket.appendReplacement(closed, particle ? "" : bracket.group());
    }
    return bracket.appendTail(closed).toString();
  }

  /** Whether what follows a noun begins with a particle or a form of だ. */
  private boolean isParticle(String behind) {
    String some = behind.substring(0, Math.min(behind.length(), LONGEST));
    // A noun in front: at the beginning of a text で is the conjunction.
    return morphology.analyse(NOUN + some).stream().skip(1).findFirst().stream()
        .anyMatch(first -> first.is("助詞") || first.is("助動詞") || first.surface().equals("など"));
  }
}

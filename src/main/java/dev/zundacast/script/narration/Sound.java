package dev.zundacast.script.narration;

import dev.zundacast.words.Facts;
import dev.zundacast.words.Morpheme;
import dev.zundacast.words.Morphology;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A text to what is heard of it in katakana, so that GitHub, ギットハブ and ぎっとはぶ are one.
 *
 * @param spoken how written names and figures are spoken
 */
public record Sound(UnaryOperator<String> spoken, Morphology morphology) {
  /** Four kana in a row are rarely alike by chance. */
  private static final int GRAM = 4;

  // Writers of narrations spell these in either way.
  private static final String SMALL = "ァィゥェォッャュョヮヲヂヅヴ";
  private static final String LARGE = "アイウエオツヤユヨワオジズブ";

  List<Morpheme> morphemes(String text) {
    return morphology.analyse(text);
  }

  Facts.Statements statements(String text) {
    return new Facts(text).statements(morphology);
  }

  /** The people and places that a text names in kanji, whose reading the dictionary knows. */
  Set<String> namesOf(String text) {
    Set<String> names = new HashSet<>(statements(text).names());
    names.removeIf(
        it ->
            it.codePoints().noneMatch(Character::isIdeographic)
                || Cues.has("no-name", it)
                || it.codePointCount(0, it.length()) < 2);
    return names;
  }

  /** What is heard, without long vowels and marks. */
  String of(String text) {
    return ofKana(kana(text));
  }

  /** Whether two texts are heard alike, to the length of their vowels. */
  boolean isSame(String one, String other) {
    return withLongVowels(one).equals(withLongVowels(other));
  }

  private String withLongVowels(String text) {
    return heard(kana(text), c -> c == 'ー' || isHeard(c));
  }

  private String kana(String text) {
    return morphology.analyse(spoken.apply(text)).stream()
        .map(Sound::heard)
        .collect(Collectors.joining());
  }

  /** What is heard of a text in kana. */
  static String ofKana(String kana) {
    return heard(kana, Sound::isHeard);
  }

  private static String heard(String kana, IntPredicate which) {
    StringBuilder sound = new StringBuilder();
    kana.chars().map(Sound::folded).filter(which).forEach(c -> sound.append((char) c));
    return sound.toString();
  }

  private static String heard(Morpheme morpheme) {
    String reading = morpheme.reading();
    String said = reading.isEmpty() ? morpheme.surface() : reading;
    boolean topic = morpheme.surface().endsWith("は") && !morpheme.is("名詞");
    if (topic) {
      return said.substring(0, said.length() - 1) + "ワ";
    }
    return morpheme.is("助詞") && said.equals("ヘ") ? "エ" : said;
  }

  private static int folded(int c) {
    int katakana = c >= 'ぁ' && c <= 'ゖ' ? c + ('ァ' - 'ぁ') : c;
    int small = SMALL.indexOf(katakana);
    return small < 0 ? katakana : LARGE.charAt(small);
  }

  private static boolean isHeard(int c) {
    return (c >= 'ァ' && c <= 'ヺ')
        || (c < 0x3000 && Character.isLetterOrDigit(c))
        || (c >= 0x4E00 && c <= 0x9FA0);
  }

  /** Each four that stand in a row in the sound of a text. */
  Set<String> grams(String text) {
    return grams(of(text), GRAM);
  }

  /** Each so many characters that stand in a row. */
  static Set<String> grams(String text, int length) {
    Set<String> grams = new HashSet<>();
    for (int i = 0; i + length <= text.length(); i++) {
      grams.add(text.substring(i, i + length));
    }
    return grams;
  }
}

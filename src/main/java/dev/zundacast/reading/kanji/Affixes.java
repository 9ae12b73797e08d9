package dev.zundacast.reading.kanji;

import dev.zundacast.disk.Resource;
import dev.zundacast.reading.piece.Kana;
import dev.zundacast.words.Morpheme;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Single kanji that are read in the Chinese way beside a noun, and in another by engines, by the
 * rows of {@code affixes.tsv}: prefix or suffix, the kanji, its reading, and compounds that are
 * left alone.
 */
final class Affixes {
  private record Affix(String reading, List<String> except) {
    boolean mayStandBeside(String noun) {
      return !except.contains(noun) && !(Kana.isReading(noun) && except.contains(IN_KATAKANA));
    }
  }

  /** A heart is ハート形 (ガタ), a verb's form is 否定形 (ケイ). */
  private static final String IN_KATAKANA = "カタカナ";

  private static final String NOUN = "\\p{IsHan}{2,}|[ァ-ヶー]{2,}";

  private final Map<String, Affix> prefixes = new HashMap<>();
  private final Map<String, Affix> suffixes = new HashMap<>();

  static Affixes load() {
    Affixes affixes = new Affixes();
    for (String row : Resource.rows(Affixes.class, "affixes.tsv")) {
      String[] fields = row.split("\t", -1);
      List<String> except = fields.length > 3 ? List.of(fields[3].split("、")) : List.of();
      (fields[0].equals("prefix") ? affixes.prefixes : affixes.suffixes)
          .put(fields[1], new Affix(Kana.said(fields[2]), except));
    }
    return affixes;
  }

  /** The word that begins with the morpheme at {@code index}, where one of its two is an affix. */
  Optional<Respelling> at(List<Morpheme> morphemes, int index) {
    if (index + 1 >= morphemes.size()) {
      return Optional.empty();
    }
    Morpheme first = morphemes.get(index);
    Morpheme second = morphemes.get(index + 1);
    if (first.end() != second.start()) {
      return Optional.empty();
    }
    Affix prefix = prefixes.get(first.surface());
    if (prefix != null
        && !KanjiReader.isBehindNoun(morphemes, index)
        && isNoun(second)
        && prefix.mayStandBeside(second.surface())) {
      return joined(first, prefix.reading(), second, reading(second));
    }
    Affix suffix = suffixes.get(second.surface());
    if (suffix == null || !isNoun(first) || isPartOfMore(morphemes, index + 1)) {
      return Optional.empty();
    }
    return suffix.mayStandBeside(first.surface())
        ? joined(first, reading(first), second, suffix.reading())
        : Optional.empty();
  }

  /** A suffix that belongs to what follows: 形 in 人 + 形容. */
  private static boolean isPartOfMore(List<Morpheme> morphemes, int index) {
    return index + 1 < morphemes.size()
        && morphemes.get(index + 1).surface().matches("\\p{IsHan}")
        && morphemes.get(index + 1).is("名詞");
  }

  private static boolean isNoun(Morpheme morpheme) {
    return morpheme.is("名詞")
        && !morpheme.is("名詞-固有名詞")
        && !morpheme.is("名詞-数")
        && morpheme.surface().matches(NOUN)
        && !reading(morpheme).isEmpty();
  }

  private static String reading(Morpheme morpheme) {
    boolean katakana = Kana.isReading(morpheme.surface());
    return katakana && morpheme.reading().isEmpty()
        ? morpheme.surface()
        : Kana.said(morpheme.reading());
  }

  private static Optional<Respelling> joined(
      Morpheme first, String firstKana, Morpheme second, String secondKana) {
    String kana = firstKana + secondKana;
    int accent = CompoundAccent.of(firstKana, second.surface(), secondKana, -1);
    return Kana.isReading(kana)
        ? Optional.of(Respelling.noun(first.start(), second.end(), kana, accent))
        : Optional.empty();
  }
}

package dev.zundacast.reading.kanji;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The nouns of two kanji that have one reading alone, the commonest first. */
final class Nouns {
  private Nouns() {}

  static List<UniDicWord> sure(Map<String, List<UniDicWord>> words, Heard heard, int most) {
    return words.entrySet().stream()
        .filter(entry -> entry.getKey().matches("\\p{IsHan}{2}"))
        .filter(entry -> entry.getValue().stream().map(UniDicWord::kana).distinct().count() == 1)
        .map(entry -> commonest(entry.getValue()))
        .filter(word -> word.isCommonNoun())
        .sorted(Comparator.comparingInt(UniDicWord::cost).thenComparing(UniDicWord::surface))
        .filter(word -> isReadRight(word, heard))
        .limit(most)
        .toList();
  }

  static UniDicWord commonest(List<UniDicWord> words) {
    return words.stream()
        .min(Comparator.comparingInt(UniDicWord::cost).thenComparing(UniDicWord::kana))
        .orElseThrow();
  }

  /** Alone and in the middle of a compound. */
  private static boolean isReadRight(UniDicWord word, Heard heard) {
    return heard.isRight(word.surface(), word.kana())
        && heard.isRight("データ" + word.surface() + "システム", "データ", word.kana(), "システム");
  }
}

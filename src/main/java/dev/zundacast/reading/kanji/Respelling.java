package dev.zundacast.reading.kanji;

import dev.zundacast.episode.DictionaryWord;
import java.util.List;

/**
 * A stretch of a text that is sent in kana.
 *
 * @param from its first character
 * @param to behind its last
 * @param kana what is sent instead
 * @param words the word with its accent for an engine's dictionary, where there is one
 */
public record Respelling(int from, int to, String kana, List<DictionaryWord> words) {
  /** Shorter words of an engine's dictionary would be found inside other words. */
  private static final int SHORTEST_DICTIONARY_WORD = 3;

  /**
   * A noun in katakana is a word with its accent where it is long enough.
   *
   * @param accent -1 for a form of a verb, which engines need no word for
   */
  static Respelling of(int from, int to, String kana, int accent) {
    boolean word = accent >= 0 && kana.length() >= SHORTEST_DICTIONARY_WORD;
    return new Respelling(
        from, to, kana, word ? List.of(new DictionaryWord(kana, kana, accent)) : List.of());
  }
}

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

  public Respelling {
    words = List.copyOf(words);
  }

  /** Kana that engines need no word for. */
  static Respelling plain(int from, int to, String kana) {
    return new Respelling(from, to, kana, List.of());
  }

  /** A noun in katakana, as a word with this accent where it is long enough. */
  static Respelling noun(int from, int to, String kana, int accent) {
    return kana.length() < SHORTEST_DICTIONARY_WORD
        ? plain(from, to, kana)
        : new Respelling(from, to, kana, List.of(new DictionaryWord(kana, kana, accent)));
  }
}

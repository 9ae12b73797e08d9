package dev.zundacast.reading.piece;

import dev.zundacast.episode.DictionaryWord;

/**
 * A reading as the moras that engines have: Open JTalk has no フュ and says フユ, in two moras, so that
 * a word's accent behind it is counted one further on.
 */
public final class EngineKana {
  private static final String UNKNOWN = "フュ";
  private static final String SAID = "フユ";

  private EngineKana() {}

  /**
   * The word of a dictionary that is written like its reading, with an accent that counts the moras
   * of {@code kana}.
   */
  public static DictionaryWord word(String kana, int accent) {
    int more = 0;
    for (int at = kana.indexOf(UNKNOWN); at >= 0; at = kana.indexOf(UNKNOWN, at + 1)) {
      if (Kana.moras(kana.substring(0, at)) + 1 < accent) {
        more++;
      }
    }
    return new DictionaryWord(kana, kana.replace(UNKNOWN, SAID), accent + more);
  }
}

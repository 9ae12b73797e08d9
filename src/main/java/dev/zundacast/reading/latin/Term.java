package dev.zundacast.reading.latin;

import dev.zundacast.episode.DictionaryWord;
import dev.zundacast.reading.piece.Kana;
import dev.zundacast.reading.piece.LoanwordAccent;
import dev.zundacast.reading.piece.Source;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The reading of a word.
 *
 * @param kana katakana
 * @param accent mora of the accent's core from 1, 0 for flat, {@link #NO_ACCENT} when not known
 * @param source where it comes from
 */
record Term(String kana, int accent, Source source) {
  static final int NO_ACCENT = -1;

  /** Shorter words of an engine's dictionary would be found inside other words. */
  private static final int SHORTEST_DICTIONARY_WORD = 3;

  /** An accent phrase holds 48 moras, with the particles behind its word. */
  private static final int LONGEST_DICTIONARY_WORD = 40;

  /** The names of the letters from A to Z. */
  private static final String[] LETTERS =
      ("エー ビー シー ディー イー エフ ジー エイチ アイ ジェー ケー エル エム エヌ オー "
              + "ピー キュー アール エス ティー ユー ブイ ダブリュー エックス ワイ ゼット")
          .split(" ");

  /** A reading whose accent is not known. */
  static Term of(String kana, Source source) {
    return new Term(kana, NO_ACCENT, source);
  }

  /** A reading made of known words by rules. */
  static Term of(String kana) {
    return of(kana, Source.LOANWORD);
  }

  /** Letters by their names, with the accent of abbreviations: on the last letter. */
  static Term spelled(String letters) {
    int before = Kana.moras(spell(letters.substring(0, letters.length() - 1)));
    return new Term(spell(letters), letters.length() < 2 ? NO_ACCENT : before + 1, Source.SPELLED);
  }

  /** {@code API} to エーピーアイ; what is no letter is left out. */
  static String spell(String letters) {
    return letters
        .chars()
        .map(c -> (c | 0x20) - 'a')
        .filter(letter -> letter >= 0 && letter < LETTERS.length)
        .mapToObj(letter -> LETTERS[letter])
        .collect(Collectors.joining());
  }

  /** The word for an engine's dictionary, none where it is short. */
  List<DictionaryWord> words() {
    int moras = Kana.moras(kana);
    boolean fits = moras >= SHORTEST_DICTIONARY_WORD && moras <= LONGEST_DICTIONARY_WORD;
    return fits && Kana.isReading(kana)
        ? List.of(Kana.word(kana, accent == NO_ACCENT ? LoanwordAccent.of(kana) : accent))
        : List.of();
  }
}

package dev.zundacast.reading.latin;

import dev.zundacast.episode.DictionaryWord;
import dev.zundacast.reading.piece.EngineKana;
import dev.zundacast.reading.piece.Kana;
import dev.zundacast.reading.piece.LoanwordAccent;
import dev.zundacast.reading.piece.PieceReading;
import java.util.List;

/**
 * Reads Latin words and names in a text: whole terms first, then a run of letters, digits and
 * joining signs piece by piece. Safe for many threads; dictionaries are loaded when a word needs
 * them.
 */
public final class LatinReader {
  /** Shorter words of an engine's dictionary would be found inside other words. */
  private static final int SHORTEST_DICTIONARY_WORD = 3;

  /** An accent phrase holds 48 moras, with the particles behind its word. */
  private static final int LONGEST_DICTIONARY_WORD = 40;

  private final CuratedTerms curated = new CuratedTerms();
  private final EnglishWords words = new EnglishWords(curated);

  /** Whether a Latin word, name or file name begins at {@code from}. */
  public boolean startsAt(String text, int from) {
    char c = text.charAt(from);
    return LatinText.isLetter(c)
        || (c == '.' && from + 1 < text.length() && LatinText.isLetter(text.charAt(from + 1)))
        || isDigitTerm(text, from);
  }

  /** Whether a name with a digit in front (1Password) begins at {@code from}. */
  public boolean isDigitTerm(String text, int from) {
    return LatinText.isDigit(text.charAt(from))
        && (from == 0 || !isNumeric(text.charAt(from - 1)))
        && curated.lengthAt(text, from) > 0;
  }

  private static boolean isNumeric(char c) {
    return LatinText.isDigit(c) || c == '.' || c == ',';
  }

  /**
   * The pieces of what begins at {@code from}, up to the end of the run; their written sides join
   * to the text that was read.
   */
  public List<PieceReading> read(String text, int from) {
    return new LatinRun(curated, words, text, from).read();
  }

  /** The word for an engine's dictionary, none where the word is short. */
  static List<DictionaryWord> dictionaryWords(Term term) {
    int moras = Kana.moras(term.kana());
    if (moras < SHORTEST_DICTIONARY_WORD
        || moras > LONGEST_DICTIONARY_WORD
        || !Kana.isReading(term.kana())) {
      return List.of();
    }
    int accent = term.accent() == Term.NO_ACCENT ? LoanwordAccent.of(term.kana()) : term.accent();
    return List.of(EngineKana.word(term.kana(), accent));
  }
}

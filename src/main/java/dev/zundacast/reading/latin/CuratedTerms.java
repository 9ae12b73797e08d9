package dev.zundacast.reading.latin;

import dev.zundacast.disk.Resource;
import dev.zundacast.reading.number.EnglishNumber;
import dev.zundacast.reading.piece.Kana;
import dev.zundacast.reading.piece.LoanwordAccent;
import dev.zundacast.reading.piece.Source;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The terms of the field whose readings no rule finds: {@code terms.tsv}, {@code
 * written<TAB>reading[<TAB>accent]}, also of several words.
 *
 * <p>A spelling is looked for as it stands, then in small letters, then in any: so IT and it can
 * have readings of their own while {@code Github} still finds GitHub.
 */
final class CuratedTerms {
  private static final int SHORTEST_HUMP = 3;

  /**
   * Lines of the list, whose readings are worked out when one is found. Loaded when a text has
   * letters: an hour's one line that changed may have none.
   */
  private static final class Lines {
    static final Map<String, String> EXACT = new HashMap<>();
    static final Map<String, String> BY_SMALL_LETTERS = new HashMap<>();
    static final int LONGEST;

    static {
      for (String line : Resource.rows(CuratedTerms.class, "terms.tsv")) {
        EXACT.put(written(line), line);
        BY_SMALL_LETTERS.putIfAbsent(written(line).toLowerCase(Locale.ROOT), line);
      }
      LONGEST = EXACT.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    static Optional<String> of(String word) {
      String lower = word.toLowerCase(Locale.ROOT);
      // A word all in small letters is no acronym that happens to look like it (us, it, who).
      return Optional.ofNullable(EXACT.get(word))
          .or(() -> Optional.ofNullable(EXACT.get(lower)))
          .or(() -> Optional.ofNullable(BY_SMALL_LETTERS.get(lower)));
    }
  }

  private CuratedTerms() {}

  private static Term term(String line) {
    String[] fields = line.split("\t", -1);
    int accent = fields.length > 2 ? Integer.parseInt(fields[2]) : accent(fields[0], fields[1]);
    return new Term(fields[1], accent, Source.CURATED);
  }

  /** Letters and numbers at the end of a name have the accent, on the last: API, MongoDB, MP3. */
  private static int accent(String written, String kana) {
    String last = written.length() == 1 ? "" : written.substring(written.length() - 1);
    boolean letter =
        !last.equals(last.toLowerCase(Locale.ROOT)) || Term.spell(written).equals(kana);
    String said = EnglishNumber.small(last).orElseGet(() -> letter ? Term.spell(last) : "");
    return !said.isEmpty() && kana.endsWith(said)
        ? Kana.moras(kana.substring(0, kana.length() - said.length())) + 1
        : LoanwordAccent.of(kana);
  }

  static Optional<Term> find(String word) {
    return Lines.of(word).map(CuratedTerms::term);
  }

  private static String written(String line) {
    return line.substring(0, line.indexOf('\t'));
  }

  /** The length of the longest term that stands whole in {@code text} at {@code from}, or 0. */
  static int lengthAt(String text, int from) {
    int last = Math.min(text.length(), from + Lines.LONGEST);
    for (int end = last; end > from; end--) {
      if (isEnd(text, from, end) && Lines.of(text.substring(from, end)).isPresent()) {
        return end - from;
      }
    }
    return 0;
  }

  /** A hump of one or two letters (Co|DD) is hardly the word that it looks like. */
  private static boolean isEnd(String text, int from, int end) {
    boolean inside = end < text.length() && LatinText.isLetter(text.charAt(end));
    return LatinText.isEdge(text, end) && (!inside || end - from >= SHORTEST_HUMP);
  }
}

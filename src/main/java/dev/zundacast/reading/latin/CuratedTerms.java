package dev.zundacast.reading.latin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The terms of the field whose readings no rule finds: {@code terms.tsv}, {@code
 * written<TAB>reading[<TAB>accent]}, also of several words.
 *
 * <p>A spelling is looked for as it stands, then in small letters, then in any: so IT and it can
 * have readings of their own while {@code Github} still finds GitHub.
 */
final class CuratedTerms {
  private static final String RESOURCE = "terms.tsv";
  private static final int SHORTEST_HUMP = 3;

  private final Map<String, Term> exact = new HashMap<>();
  private final Map<String, Term> anyCase = new HashMap<>();
  private int longest;

  CuratedTerms() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(getClass().getResourceAsStream(RESOURCE), RESOURCE),
                StandardCharsets.UTF_8))) {
      lines.lines().filter(line -> !line.isEmpty() && line.charAt(0) != '#').forEach(this::add);
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE, e);
    }
  }

  private void add(String line) {
    String[] fields = line.split("\t", -1);
    Term term = term(fields);
    exact.put(fields[0], term);
    anyCase.putIfAbsent(fields[0].toLowerCase(Locale.ROOT), term);
    longest = Math.max(longest, fields[0].length());
  }

  private static Term term(String[] fields) {
    if (fields.length > 2) {
      return new Term(fields[1], Integer.parseInt(fields[2]));
    }
    boolean spelled = Spelling.spell(fields[0]).equals(fields[1]);
    return spelled ? Spelling.term(fields[0]) : Term.of(fields[1]);
  }

  /** The reading of this very word. */
  Optional<Term> find(String word) {
    Term term = exact.get(word);
    if (term == null) {
      String lower = word.toLowerCase(Locale.ROOT);
      term = exact.get(lower);
      // A word all in small letters is no acronym that happens to look like it (us, it, who).
      if (term == null) {
        term = anyCase.get(lower);
      }
    }
    return Optional.ofNullable(term);
  }

  /** The length of the longest term that stands whole in {@code text} at {@code from}, or 0. */
  int lengthAt(String text, int from) {
    int last = Math.min(text.length(), from + longest);
    for (int end = last; end > from; end--) {
      if (isEnd(text, from, end) && find(text.substring(from, end)).isPresent()) {
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

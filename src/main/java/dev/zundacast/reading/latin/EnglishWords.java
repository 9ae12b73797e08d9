package dev.zundacast.reading.latin;

import dev.zundacast.reading.piece.Source;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Reads one Latin word without signs, digits or humps. What it asks, in order: the curated terms,
 * the loanwords of UniDic, their inflected forms, the pronunciations of an English dictionary, two
 * known words in one, the letter-to-kana model.
 */
final class EnglishWords {
  /**
   * Shorter words in capitals are abbreviations even where a word is spelled like them (API, NEW).
   */
  private static final int SHORTEST_SHOUTED_LOANWORD = 4;

  private static final int SHORTEST_SHOUTED_WORD = 6;
  private static final int SHORTEST_HALF = 3;

  /** Guesses cost a search each; texts name the same few things again and again. */
  private static final int MAX_REMEMBERED = 20_000;

  private final CuratedTerms curated;
  private final Lazy<SortedLines> loanwords = new Lazy<>(() -> SortedLines.of("loanwords.tsv.gz"));
  private final Lazy<SortedLines> pronunciations =
      new Lazy<>(() -> SortedLines.of("pronunciations.tsv.gz"));
  private final Lazy<LetterModel> model = new Lazy<>(LetterModel::load);
  private final Inflection inflection = new Inflection(this::stem);
  private final Map<String, Reading> remembered = new ConcurrentHashMap<>();

  EnglishWords(CuratedTerms curated) {
    this.curated = curated;
  }

  /** A word's reading with its source. */
  record Reading(Term term, Source source) {}

  Reading read(String word) {
    Reading known = remembered.get(word);
    if (known != null) {
      return known;
    }
    Reading reading = find(word);
    if (remembered.size() < MAX_REMEMBERED) {
      remembered.put(word, reading);
    }
    return reading;
  }

  private Reading find(String word) {
    Optional<Term> term = curated.find(word);
    if (term.isPresent()) {
      return new Reading(term.get(), Source.CURATED);
    }
    String lower = word.toLowerCase(Locale.ROOT);
    if (word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT))) {
      return shouted(word, lower);
    }
    return known(lower).orElseGet(() -> guess(lower));
  }

  /** A word in capitals: spelled unless it is a word of some length. */
  private Reading shouted(String word, String lower) {
    if (word.length() >= SHORTEST_SHOUTED_LOANWORD) {
      Optional<Reading> reading = loanword(lower);
      if (reading.isEmpty() && word.length() >= SHORTEST_SHOUTED_WORD) {
        reading = known(lower);
      }
      if (reading.isPresent()) {
        return reading.get();
      }
    }
    return spelled(word);
  }

  private static Reading spelled(String word) {
    return new Reading(Term.of(Spelling.spell(word)), Source.SPELLED);
  }

  private Optional<Reading> known(String lower) {
    return loanword(lower)
        .or(() -> inflection.read(lower).map(term -> new Reading(term, Source.LOANWORD)))
        .or(() -> pronunciations.get().find(lower).map(t -> new Reading(t, Source.PRONUNCIATION)));
  }

  private Optional<Reading> loanword(String lower) {
    return loanwords.get().find(lower).map(term -> new Reading(term, Source.LOANWORD));
  }

  private Optional<Term> stem(String lower) {
    return curated.find(lower).or(() -> loanwords.get().find(lower));
  }

  private Reading guess(String lower) {
    if (lower.length() == 1 || lower.chars().noneMatch(c -> "aeiouy".indexOf(c) >= 0)) {
      return spelled(lower);
    }
    return compound(lower)
        .orElseGet(() -> new Reading(Term.of(model.get().read(lower)), Source.MODEL));
  }

  /** Two known words written as one: worktree, duckdb. */
  private Optional<Reading> compound(String lower) {
    for (int at = lower.length() - SHORTEST_HALF; at >= SHORTEST_HALF; at--) {
      Optional<Term> left = stem(lower.substring(0, at));
      String rest = lower.substring(at);
      Optional<Term> right = left.flatMap(term -> stem(rest).or(() -> inflection.read(rest)));
      if (left.isPresent() && right.isPresent()) {
        String kana = left.get().kana() + right.get().kana();
        return Optional.of(new Reading(Term.of(kana), Source.LOANWORD));
      }
    }
    return Optional.empty();
  }

  /** A value that is made by the first who asks. */
  private static final class Lazy<T> {
    private final Supplier<T> maker;
    private volatile Optional<T> value = Optional.empty();

    Lazy(Supplier<T> maker) {
      this.maker = maker;
    }

    T get() {
      return value.orElseGet(this::make);
    }

    private synchronized T make() {
      if (value.isEmpty()) {
        value = Optional.of(maker.get());
      }
      return value.get();
    }
  }
}

package dev.zundacast.reading.latin;

import dev.zundacast.reading.piece.Source;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

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
  private static final int SHORTEST_PRONOUNCED_HALF = 4;

  private static final int SHORTEST_SURE_HALF = 4;

  /** What makes a noun of a verb, short as it is: setup, timeout, login. */
  private static final Set<String> ADVERBS = Set.of("up", "out", "off", "in", "down", "back");

  /** Prefixes that are more than chance before a known word. */
  private static final Map<String, String> SURE_PREFIXES =
      Map.of("un", "アン", "pre", "プレ", "non", "ノン");

  private static final Map<String, String> PREFIXES =
      Map.of("un", "アン", "re", "リ", "de", "デ", "non", "ノン", "pre", "プレ", "co", "コ");

  /** Guesses cost a search each; texts name the same few things again and again. */
  private static final int MAX_REMEMBERED = 20_000;

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private final CuratedTerms curated;
  private final Lazy<SortedLines> loanwords = new Lazy<>(() -> SortedLines.of("loanwords.tsv.gz"));
  private final Lazy<SortedLines> pronunciations =
      new Lazy<>(() -> SortedLines.of("pronunciations.tsv.gz"));
  private final Lazy<LetterModel> model = new Lazy<>(LetterModel::load);
  private final Inflection inflection = new Inflection(this::stem, this::agentStem, this::singular);
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
    String plain = withoutMarks(word);
    return plain.equals(word) ? ordinary(word) : find(plain);
  }

  /** Café as Cafe: the lists spell words as English does. */
  private static String withoutMarks(String word) {
    return word.chars().allMatch(c -> c < 0x80)
        ? word
        : MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("");
  }

  private Reading ordinary(String word) {
    if (word.length() == 1) {
      return spelled(word);
    }
    String lower = word.toLowerCase(Locale.ROOT);
    if (word.equals(word.toUpperCase(Locale.ROOT))) {
      return shouted(word, lower);
    }
    return known(lower).orElseGet(() -> guess(lower));
  }

  /** A word in capitals: spelled unless it is a word of some length. */
  private Reading shouted(String word, String lower) {
    if (word.length() >= SHORTEST_SHOUTED_LOANWORD) {
      Optional<Reading> reading = loanword(lower);
      if (reading.isEmpty() && word.length() >= SHORTEST_SHOUTED_WORD) {
        reading = known(lower).or(() -> name(lower));
      }
      if (reading.isPresent()) {
        return reading.get();
      }
    }
    return spelled(word);
  }

  private static Reading spelled(String word) {
    return new Reading(Spelling.term(word), Source.SPELLED);
  }

  private Optional<Reading> known(String lower) {
    return loanword(lower)
        .or(() -> inflection.read(lower).map(term -> new Reading(term, Source.LOANWORD)))
        .or(() -> prefixed(lower, SURE_PREFIXES, this::inflected))
        .or(() -> compound(lower, SHORTEST_SURE_HALF))
        .or(() -> Romaji.sure(lower).map(kana -> new Reading(Term.of(kana), Source.ROMAJI)))
        .or(() -> pronounced(lower).map(term -> new Reading(term, Source.PRONUNCIATION)));
  }

  private Optional<Reading> loanword(String lower) {
    return loanwords.get().find(lower).map(term -> new Reading(term, Source.LOANWORD));
  }

  private Optional<Term> pronounced(String lower) {
    return pronunciations
        .get()
        .find(lower)
        .map(term -> lower.contains("tic") ? Term.of(modern(term.kana())) : term);
  }

  /** Old loanwords have プラスチック; new words keep the sound, エージェンティック. */
  private static String modern(String kana) {
    return kana.replace("チック", "ティック").replace("チクス", "ティクス").replace("チカル", "ティカル");
  }

  private Optional<Term> stem(String lower) {
    return curated.find(lower).or(() -> loanwords.get().find(lower));
  }

  /** What mender is read from. */
  private Optional<Term> agentStem(String lower) {
    return stem(lower).or(() -> pronounced(lower));
  }

  private Optional<Term> inflected(String lower) {
    return lower.length() < SHORTEST_SURE_HALF
        ? Optional.empty()
        : stem(lower).or(() -> inflection.read(lower));
  }

  /** What a plural is read from: agents, but also learners, benchmarks and forgeries. */
  private Optional<Term> singular(String lower) {
    return curated.find(lower).or(() -> known(lower).map(Reading::term));
  }

  private static Optional<Reading> name(String lower) {
    return Romaji.name(lower).map(kana -> new Reading(Term.of(kana), Source.ROMAJI));
  }

  private Reading guess(String lower) {
    if (lower.chars().noneMatch(c -> "aeiouy".indexOf(c) >= 0)) {
      return spelled(lower);
    }
    return name(lower)
        .or(() -> compound(lower, SHORTEST_HALF))
        .or(() -> prefixed(lower, PREFIXES, this::singular))
        .orElseGet(() -> new Reading(Term.of(modern(model.get().read(lower))), Source.MODEL));
  }

  /** Two known words written as one: worktree, webtoon. */
  private Optional<Reading> compound(String lower, int shortest) {
    for (int at = lower.length() - 2; at >= SHORTEST_HALF; at--) {
      String rest = lower.substring(at);
      if (Math.min(at, rest.length()) < shortest && !ADVERBS.contains(rest)) {
        continue;
      }
      boolean sure = shortest >= SHORTEST_SURE_HALF;
      Optional<Term> left = half(lower.substring(0, at), sure);
      Optional<Term> right = left.flatMap(term -> half(rest, sure).or(() -> inflection.read(rest)));
      if (left.isPresent() && right.isPresent()) {
        return Optional.of(joined(left.get().kana(), right.get()));
      }
    }
    return Optional.empty();
  }

  /**
   * A short half must be a common word: too many names are spelled like the end of another word.
   */
  private Optional<Term> half(String lower, boolean sure) {
    boolean any = !sure && lower.length() >= SHORTEST_PRONOUNCED_HALF;
    return stem(lower).or(() -> any ? pronounced(lower) : Optional.empty());
  }

  private Optional<Reading> prefixed(
      String lower, Map<String, String> prefixes, Function<String, Optional<Term>> rests) {
    for (Map.Entry<String, String> prefix : prefixes.entrySet()) {
      if (lower.startsWith(prefix.getKey())) {
        Optional<Term> rest = rests.apply(lower.substring(prefix.getKey().length()));
        if (rest.isPresent()) {
          return Optional.of(joined(prefix.getValue(), rest.get()));
        }
      }
    }
    return Optional.empty();
  }

  private static Reading joined(String left, Term right) {
    return new Reading(Term.of(left + right.kana()), Source.LOANWORD);
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

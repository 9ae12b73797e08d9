package dev.zundacast.reading.latin;

import dev.zundacast.disk.Resource;
import dev.zundacast.reading.piece.Source;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads one Latin word without signs, digits or humps. What it asks, in order: the curated terms,
 * the loanwords of UniDic, their inflected forms, the pronunciations of an English dictionary, two
 * known words in one, the usual sounds of its letters.
 */
final class EnglishWords {
  /** Shorter words in capitals are abbreviations, whatever is spelled like them (API, NEW). */
  private static final int SHORTEST_SHOUTED_LOANWORD = 4;

  /** The longest word of an English dictionary has 45 letters; a longer one is a key or a hash. */
  private static final int LONGEST_WORD = 45;

  private static final int SHORTEST_SHOUTED_WORD = 5;
  private static final int SHORTEST_SHOUTED_NAME = 6;
  private static final int LONGEST_SMALL_ABBREVIATION = 3;
  private static final int SHORTEST_HALF = 3;
  private static final int SHORTEST_PRONOUNCED_HALF = 4;

  private static final int SHORTEST_SURE_HALF = 4;

  /** Longer ones are said somehow, shorter ones are letters: mgqa, pbix. */
  private static final int LONGEST_LETTERED = 5;

  /** What makes a noun of a verb, short as it is: setup, timeout, login. */
  private static final Set<String> ADVERBS = Set.of("up", "out", "off", "in", "down", "back");

  /** Letters that names of programs end in. */
  private static final Set<String> TAILS =
      Set.of(
          "ai", "api", "cli", "ctl", "db", "fs", "gpt", "hub", "io", "js", "kit", "lib", "llm",
          "sdk", "sql", "ui", "vm");

  private static final int SHORTEST_TAIL = 2;

  private static final Pattern BRITISH =
      Pattern.compile("(?<=\\p{Lower}{3})(?:our|is(?=e|ing|ation))");

  /** Prefixes that are more than chance before a known word. */
  private static final Map<String, String> PREFIXES =
      Map.of(
          "un", "アン", "pre", "プレ", "non", "ノン", "py", "パイ", "mis", "ミス", "dis", "ディス", "re", "リ",
          "mc", "マク");

  /** Prefixes of what no list has: deserialize, cosign. */
  private static final Map<String, String> RARE_PREFIXES = Map.of("de", "デ", "co", "コ");

  private static final Pattern THREE_CONSONANTS = Pattern.compile("[^aeiouy]{3}");

  /** Two to four consonants in front that begin no English word. */
  private static final Pattern STRANGE_BEGINNING =
      Pattern.compile(
          "(?![bcfgkps]l|[bcdfgkptw]r|[cgkpstw]h|[dst]w|s[ckmnpqt]|[gkp]n|ps|sc|qu)[^aeiouy]{2,4}");

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  /** Each list is loaded by the first word that asks for it. */
  private static final class Loanwords {
    static final SortedLines LINES = SortedLines.of("loanwords.tsv.gz", Source.LOANWORD);
  }

  private static final class Pronunciations {
    static final SortedLines LINES = SortedLines.of("pronunciations.tsv.gz", Source.PRONUNCIATION);
  }

  private EnglishWords() {}

  /** Whether letters stand before a known word, and the last of them begins no word with it. */
  static boolean isAbbreviationBefore(String letters, String word) {
    String capitalised = letters.substring(letters.length() - 1) + word;
    return known(word).isPresent() && known(capitalised.toLowerCase(Locale.ROOT)).isEmpty();
  }

  static Term read(String word) {
    Optional<Term> term = CuratedTerms.find(word);
    if (term.isPresent()) {
      return term.get();
    }
    String plain = withoutMarks(word);
    return plain.equals(word) ? ordinary(word) : read(plain);
  }

  /** Café as Cafe: the lists spell words as English does. */
  private static String withoutMarks(String word) {
    return word.chars().allMatch(c -> c < 0x80)
        ? word
        : MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("");
  }

  private static Term ordinary(String word) {
    if (word.length() == 1 || word.length() > LONGEST_WORD) {
      return Term.spelled(word);
    }
    String lower = word.toLowerCase(Locale.ROOT);
    if (word.equals(word.toUpperCase(Locale.ROOT))) {
      return shouted(word, lower);
    }
    return known(lower)
        .orElseGet(() -> isAbbreviation(word, lower) ? Term.spelled(word) : guess(lower));
  }

  /** No list knows it, and no name is so short and small: apk, uvx. */
  private static boolean isAbbreviation(String word, String lower) {
    return word.length() <= LONGEST_SMALL_ABBREVIATION && word.equals(lower);
  }

  /** A word in capitals: spelled unless it is a word of some length, or a long name. */
  private static Term shouted(String word, String lower) {
    Optional<Term> reading = Optional.empty();
    if (word.length() >= SHORTEST_SHOUTED_LOANWORD) {
      reading = loanword(lower);
    }
    if (reading.isEmpty() && word.length() >= SHORTEST_SHOUTED_WORD) {
      reading = known(lower);
    }
    boolean guessed =
        word.length() >= SHORTEST_SHOUTED_NAME && !THREE_CONSONANTS.matcher(lower).find();
    return reading.orElseGet(() -> guessed ? guess(lower) : Term.spelled(word));
  }

  private static Optional<Term> known(String lower) {
    return loanword(lower)
        .or(() -> Inflection.read(lower))
        .or(() -> prefixed(lower, PREFIXES, EnglishWords::inflected))
        .or(() -> compound(lower, SHORTEST_SURE_HALF))
        .or(() -> romanised(lower))
        .or(() -> pronounced(lower))
        .or(() -> american(lower).flatMap(EnglishWords::known));
  }

  /** The American spelling of a word in the British one: behaviour, organise. */
  private static Optional<String> american(String lower) {
    Matcher british = BRITISH.matcher(lower);
    return british.find()
        ? Optional.of(british.replaceFirst(british.group().equals("our") ? "or" : "iz"))
        : Optional.empty();
  }

  private static Optional<Term> romanised(String lower) {
    return LetterSounds.japanese(lower).map(kana -> Term.of(kana, Source.ROMAJI));
  }

  private static Optional<Term> loanword(String lower) {
    return Loanwords.LINES.find(lower);
  }

  private static Optional<Term> pronounced(String lower) {
    return Pronunciations.LINES.find(lower);
  }

  /** A word that is said in Japanese, too. */
  static Optional<Term> stem(String lower) {
    return CuratedTerms.find(lower).or(() -> loanword(lower));
  }

  /** What is inflected: a word, no letters that it begins with (un|able, LOL|ly). */
  static Optional<Term> verb(String lower) {
    return stem(lower).filter(term -> !term.kana().equals(Term.spell(lower)));
  }

  /** What mender is read from. */
  static Optional<Term> agentStem(String lower) {
    return verb(lower).or(() -> pronounced(lower));
  }

  private static Optional<Term> inflected(String lower) {
    return lower.length() < SHORTEST_SURE_HALF
        ? Optional.empty()
        : stem(lower).or(() -> Inflection.read(lower));
  }

  /** What a plural is read from: agents, but also learners, benchmarks and forgeries. */
  static Optional<Term> singular(String lower) {
    return CuratedTerms.find(lower).or(() -> known(lower));
  }

  private static Term guess(String lower) {
    if (lower.chars().noneMatch(c -> "aeiouy".indexOf(c) >= 0)) {
      return Term.spelled(lower);
    }
    return romanised(lower)
        .or(() -> lettered(lower))
        .or(() -> compound(lower, SHORTEST_HALF))
        .or(() -> library(lower))
        .or(() -> withTail(lower))
        .or(() -> prefixed(lower, RARE_PREFIXES, EnglishWords::singular))
        .orElseGet(() -> Term.of(LetterSounds.guess(lower), Source.MODEL));
  }

  /** The name of a library: libgpiod. */
  private static Optional<Term> library(String lower) {
    return lower.startsWith("lib") && lower.length() > "lib".length()
        ? Optional.of(joined("リブ", ordinary(lower.substring("lib".length()))))
        : Optional.empty();
  }

  /** A name that ends in letters or a common word: syncfs, Supascale. */
  private static Optional<Term> withTail(String lower) {
    for (int at = SHORTEST_HALF; at <= lower.length() - SHORTEST_TAIL; at++) {
      String tail = lower.substring(at);
      boolean word = tail.length() >= SHORTEST_SURE_HALF;
      Optional<Term> known = word || TAILS.contains(tail) ? stem(tail) : Optional.empty();
      boolean sure = tail.length() > SHORTEST_TAIL || isKnownOrLetters(lower.substring(0, at));
      if (known.isPresent() && sure) {
        Term head = ordinary(lower.substring(0, at));
        return Optional.of(Term.of(head.kana() + known.get().kana(), head.source()));
      }
    }
    return Optional.empty();
  }

  private static boolean isKnownOrLetters(String lower) {
    return stem(lower).isPresent() || lower.chars().noneMatch(c -> "aeiouy".indexOf(c) >= 0);
  }

  /** Letters before a known word, where English has no such beginning: gcloud, bpftrace. */
  private static Optional<Term> lettered(String lower) {
    Matcher letters = STRANGE_BEGINNING.matcher(lower);
    if (!letters.lookingAt()) {
      return Optional.empty();
    }
    for (int at = 1; at <= letters.end(); at++) {
      String rest = lower.substring(at);
      Optional<Term> word = rest.length() < SHORTEST_SURE_HALF ? stem(rest) : inflected(rest);
      if (word.isPresent() && rest.length() >= SHORTEST_HALF) {
        return Optional.of(joined(Term.spell(lower.substring(0, at)), word.get()));
      }
    }
    return lower.length() <= LONGEST_LETTERED ? Optional.of(Term.spelled(lower)) : Optional.empty();
  }

  /** Two known words written as one: worktree, webtoon. */
  private static Optional<Term> compound(String lower, int shortest) {
    boolean sure = shortest >= SHORTEST_SURE_HALF;
    for (int at = lower.length() - 2; at >= SHORTEST_HALF; at--) {
      String rest = lower.substring(at);
      if (Math.min(at, rest.length()) < shortest && !ADVERBS.contains(rest)) {
        continue;
      }
      Optional<Term> halves = halves(lower, at, sure);
      if (halves.isPresent()) {
        // code|spaces, not codes|paces
        boolean s = at > SHORTEST_HALF && lower.charAt(at - 1) == 's';
        return s ? halves(lower, at - 1, sure).or(() -> halves) : halves;
      }
    }
    return Optional.empty();
  }

  private static Optional<Term> halves(String lower, int at, boolean sure) {
    String rest = lower.substring(at);
    return half(lower.substring(0, at), sure)
        .flatMap(left -> half(rest, sure).map(right -> joined(left.kana(), right)));
  }

  /** A half; a short one has to be a common word, as too many names end like other words. */
  private static Optional<Term> half(String lower, boolean sure) {
    boolean any = !sure && lower.length() >= SHORTEST_PRONOUNCED_HALF;
    return stem(lower).or(() -> any ? pronounced(lower) : Optional.empty());
  }

  private static Optional<Term> prefixed(
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

  private static Term joined(String left, Term right) {
    return Term.of(left + right.kana());
  }

  /** A sorted list of lines {@code word<TAB>kana[<TAB>accent]}, found by bisection. */
  private record SortedLines(String lines, Source source) {

    /** One text of a gzip resource: 100,000 strings of its lines took 0.1 s at each start. */
    static SortedLines of(String resource, Source source) {
      return new SortedLines(Resource.text(SortedLines.class, resource), source);
    }

    Optional<Term> find(String word) {
      int low = 0;
      int high = lines.length();
      while (low < high) {
        int start = lines.lastIndexOf('\n', (low + high) / 2 - 1) + 1;
        int end = lines.indexOf('\n', start) < 0 ? lines.length() : lines.indexOf('\n', start);
        String[] fields = lines.substring(start, end).split("\t", -1);
        int order = word.compareTo(fields[0]);
        if (order == 0) {
          int accent = fields.length > 2 ? Integer.parseInt(fields[2]) : Term.NO_ACCENT;
          return Optional.of(new Term(fields[1], accent, source));
        }
        high = order < 0 ? start : high;
        low = order < 0 ? low : end + 1;
      }
      return Optional.empty();
    }
  }
}

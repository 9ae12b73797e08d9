package dev.zundacast.reading.latin;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads an inflected English word from the reading of its stem: agents from agent, coding from
 * code, faster from fast.
 */
final class Inflection {
  /** The ウ, オ and イ kana that a reading's last consonant is spelled with, and their rows. */
  private static final String[][] ROWS = {
    // ending, with -ing, with -er
    {"シュ", "シング", "シャー"},
    {"チ", "チング", "チャー"},
    {"ジ", "ジング", "ジャー"},
    {"ク", "キング", "カー"},
    {"グ", "ギング", "ガー"},
    {"ト", "ティング", "ター"},
    {"ド", "ディング", "ダー"},
    {"ス", "シング", "サー"},
    {"ズ", "ジング", "ザー"},
    {"プ", "ピング", "パー"},
    {"ブ", "ビング", "バー"},
    {"フ", "フィング", "ファー"},
    {"ム", "ミング", "マー"},
    {"ル", "リング", "ラー"},
    {"ン", "ニング", "ナー"},
    {"ツ", "ツィング", "ツァー"},
    {"", "イング", "アー"},
  };

  private static final List<String> UNVOICED = List.of("ク", "プ", "ス", "シュ", "チ", "フ");

  private final Function<String, Optional<Term>> stems;
  private final Function<String, Optional<Term>> agents;
  private final Function<String, Optional<Term>> singulars;

  /**
   * @param stems the readings of words that are no inflected forms
   * @param agents the readings of words that may stand before -er, more of them
   * @param singulars the readings of words that may be plurals' stems, inflected forms among them
   */
  Inflection(
      Function<String, Optional<Term>> stems,
      Function<String, Optional<Term>> agents,
      Function<String, Optional<Term>> singulars) {
    this.stems = stems;
    this.agents = agents;
    this.singulars = singulars;
  }

  /** The reading of {@code word} in small letters, where its stem has one. */
  Optional<Term> read(String word) {
    if (word.endsWith("ing")) {
      return stem(word, 3, stems).map(kana -> inflected(kana, 1));
    }
    if (word.endsWith("ed")) {
      return stem(word, 2, stems).map(Inflection::past);
    }
    if (word.endsWith("er") || word.endsWith("or")) {
      return stem(word, 2, stems).or(() -> stem(word, 2, agents)).map(kana -> inflected(kana, 2));
    }
    if (word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us")) {
      return plural(word);
    }
    if (word.endsWith("ly") && word.length() > 4) {
      return stems.apply(cut(word, 2)).map(term -> Term.of(adverb(term.kana())));
    }
    if (word.endsWith("ization")) {
      return agents.apply(cut(word, "ation".length()) + "e").flatMap(Inflection::action);
    }
    return suffixed(word, "ness", "ネス")
        .or(() -> suffixed(word, "less", "レス"))
        .or(() -> suffixed(word, "ful", "フル"));
  }

  /** トークナイゼーション from トークナイズ. */
  private static Optional<Term> action(Term verb) {
    String kana = verb.kana();
    return kana.endsWith("イズ")
        ? Optional.of(Term.of(kana.substring(0, kana.length() - 1) + "ゼーション"))
        : Optional.empty();
  }

  private Optional<Term> suffixed(String word, String suffix, String kana) {
    return word.endsWith(suffix)
        ? stems.apply(cut(word, suffix.length())).map(term -> Term.of(term.kana() + kana))
        : Optional.empty();
  }

  private static String cut(String word, int letters) {
    return word.substring(0, word.length() - letters);
  }

  /** What is left of a word without -ing, -ed or -er: cod(e), runn-run, build. */
  private static Optional<String> stem(
      String word, int suffix, Function<String, Optional<Term>> stems) {
    String rest = cut(word, suffix);
    int length = rest.length();
    if (length < 2) {
      return Optional.empty();
    }
    Optional<Term> stem = stems.apply(rest + "e");
    // A long vowel and one consonant point to a mute e (coding), so that form is asked first.
    if (stem.isEmpty() || endsInTwoConsonants(rest)) {
      stem = stems.apply(rest).or(() -> stems.apply(rest + "e"));
    }
    if (stem.isEmpty() && length > 2 && rest.charAt(length - 1) == rest.charAt(length - 2)) {
      stem = stems.apply(cut(rest, 1));
    }
    if (stem.isEmpty() && rest.endsWith("i")) {
      stem = stems.apply(cut(rest, 1) + "y");
    }
    return stem.map(Term::kana);
  }

  private static boolean endsInTwoConsonants(String rest) {
    int length = rest.length();
    return length > 2
        && "aeiou".indexOf(rest.charAt(length - 1)) < 0
        && "aeiou".indexOf(rest.charAt(length - 2)) < 0;
  }

  private static Term inflected(String kana, int form) {
    // power + ing: パワー and リング
    if (kana.endsWith("ー")
        && form == 1
        && kana.length() > 2
        && isAh(kana.charAt(kana.length() - 2))) {
      return Term.of(kana.substring(0, kana.length() - 1) + "リング");
    }
    for (String[] row : ROWS) {
      if (kana.endsWith(row[0])) {
        return Term.of(kana.substring(0, kana.length() - row[0].length()) + row[form]);
      }
    }
    throw new IllegalStateException("the last row has an empty ending");
  }

  private static boolean isAh(char kana) {
    return "アカサタナハマヤラワガザダバパャァ".indexOf(kana) >= 0;
  }

  private static Term past(String kana) {
    String stem = kana.substring(0, kana.length() - 1);
    if (kana.endsWith("ト")) {
      return Term.of(stem + "テッド");
    }
    if (kana.endsWith("ド")) {
      return Term.of(stem + "デッド");
    }
    return Term.of(kana + (UNVOICED.stream().anyMatch(kana::endsWith) ? "ト" : "ド"));
  }

  private Optional<Term> plural(String word) {
    Optional<Term> stem = singulars.apply(cut(word, 1));
    if (stem.isEmpty() && word.endsWith("ies")) {
      stem = singulars.apply(cut(word, 3) + "y");
    }
    if (stem.isEmpty() && word.endsWith("es")) {
      stem = singulars.apply(cut(word, 2));
    }
    return stem.map(term -> Term.of(withS(drawn(word, term.kana()))));
  }

  /** The r before a plural s draws the vowel out: エンジニアーズ, アーキテクチャーズ. */
  private static String drawn(String plural, String kana) {
    boolean r = plural.endsWith("rs") || plural.endsWith("res");
    return r && (kana.endsWith("ア") || kana.endsWith("ャ")) ? kana + "ー" : kana;
  }

  /** A reading with the English plural or genitive s. */
  static String withS(String kana) {
    if (kana.endsWith("ト")) {
      return kana.substring(0, kana.length() - 1) + "ツ";
    }
    if (kana.endsWith("ド") && !kana.endsWith("ード")) {
      return kana.substring(0, kana.length() - 1) + "ズ";
    }
    if (kana.endsWith("ス")) {
      return kana.substring(0, kana.length() - 1) + "シズ";
    }
    if (kana.endsWith("ズ")) {
      return kana;
    }
    boolean unvoiced = kana.endsWith("ク") || kana.endsWith("プ") || kana.endsWith("フ");
    return kana + (unvoiced ? "ス" : "ズ");
  }

  private static String adverb(String kana) {
    return (kana.endsWith("ル") ? kana.substring(0, kana.length() - 1) : kana) + "リー";
  }
}

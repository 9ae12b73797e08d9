package dev.zundacast.reading.latin;

import dev.zundacast.disk.Resource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads an inflected English word from the reading of its stem: agents from agent, coding from
 * code, faster from fast.
 */
final class Inflection {
  private enum Form {
    ING,
    ER,
    ABLE,
    ED,
    S
  }

  /**
   * How the end of a reading goes on in an inflection.
   *
   * @param ending the kana that it is spelled with at the end of a word
   */
  private record Row(String ending, String ing, String er, String ed, String s) {
    static Row of(String kana) {
      return ROWS.stream().filter(it -> kana.endsWith(it.ending())).findFirst().orElse(REGULAR);
    }

    String inflected(Form form) {
      return switch (form) {
        case ING -> ing;
        case ER -> er;
        // アダプタブル has the ター of アダプター, short.
        case ABLE -> er.substring(0, er.length() - 1) + "ブル";
        case ED -> ed;
        case S -> s;
      };
    }
  }

  private static final List<Row> ROWS =
      Resource.rows(Inflection.class, "inflections.tsv").stream()
          .map(row -> row.split("\t", -1))
          .map(row -> new Row(row[0], row[1], row[2], row[3], row[4]))
          .toList();

  /** Behind a vowel. */
  private static final Row REGULAR = new Row("", "イング", "アー", "ド", "ズ");

  private static final Row R_ROW = Row.of("ル");

  private static final String AH = "アカサタナハマヤラワガザダバパャァ";
  private static final String EE = "イキシチニヒミリギジヂビピィ";

  private static final String VOWELS = "aeiouy";
  private static final Pattern TWO_CONSONANTS = Pattern.compile(".[^aeiou]{2}$");

  private Inflection() {}

  /** The reading of {@code word} in small letters, where its stem has one. */
  static Optional<Term> read(String word) {
    if (word.endsWith("ing")) {
      return verb(word, 3).map(kana -> inflected(kana, Form.ING));
    }
    if (word.endsWith("ed")) {
      return verb(word, 2).map(kana -> Term.of(changed(kana, Form.ED)));
    }
    if (word.endsWith("er") || word.endsWith("or")) {
      return verb(word, 2).map(kana -> inflected(kana, Form.ER));
    }
    if (word.endsWith("able")) {
      return verb(word, 4).map(kana -> inflected(kana, Form.ABLE));
    }
    if (word.endsWith("s") && !word.endsWith("ss")) {
      return plural(word);
    }
    if (word.endsWith("ly") && word.length() > 4) {
      return EnglishWords.verb(cut(word, 2))
          .map(term -> Term.of(term.kana().replaceFirst("ル$", "") + "リー"));
    }
    if (word.endsWith("ization")) {
      return EnglishWords.agentStem(cut(word, "ation".length()) + "e")
          .map(Term::kana)
          .filter(verb -> verb.endsWith("ズ"))
          .map(verb -> Term.of(verb.substring(0, verb.length() - 1) + "ゼーション"));
    }
    return Optional.empty();
  }

  /** What is inflected, without the last letters; loanwords are surer than pronunciations. */
  private static Optional<String> verb(String word, int suffix) {
    return stem(word, suffix, EnglishWords::verb)
        .or(() -> stem(word, suffix, EnglishWords::agentStem));
  }

  private static String cut(String word, int letters) {
    return word.substring(0, word.length() - letters);
  }

  /** What is left of a word without -ing, -ed or -er: cod(e), runn-run, build. */
  private static Optional<String> stem(
      String word, int suffix, Function<String, Optional<Term>> stems) {
    String rest = cut(word, suffix);
    int length = rest.length();
    if (length < 2 || rest.chars().noneMatch(c -> VOWELS.indexOf(c) >= 0)) {
      return Optional.empty();
    }
    Optional<Term> stem = stems.apply(rest + "e");
    // A long vowel and one consonant point to a mute e (coding), so that form is asked first.
    if (stem.isEmpty() || TWO_CONSONANTS.matcher(rest).find()) {
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

  private static Term inflected(String kana, Form form) {
    String open = kana.substring(0, kana.length() - 1);
    // power + ing: パワー and リング; deliver + able: デリバー and ラブル
    boolean heardR = form != Form.ER;
    if (heardR && open.length() > 1 && kana.endsWith("ー") && endsIn(open, AH)) {
      return Term.of(open + R_ROW.inflected(form));
    }
    if (heardR && kana.endsWith("ア")) {
      return Term.of(kana + R_ROW.inflected(form));
    }
    // The end of a stem may melt into the inflection: イージー + アー, プレイ + イング.
    boolean glide =
        (kana.endsWith("ー") && endsIn(open, EE)) || (form == Form.ING && kana.endsWith("イ"));
    if (open.length() > 1 && glide) {
      return Term.of(open + REGULAR.inflected(form));
    }
    return Term.of(changed(kana, form));
  }

  private static String changed(String kana, Form form) {
    Row row = Row.of(kana);
    return kana.substring(0, kana.length() - row.ending().length()) + row.inflected(form);
  }

  private static boolean endsIn(String kana, String row) {
    return row.indexOf(kana.charAt(kana.length() - 1)) >= 0;
  }

  private static Optional<Term> plural(String word) {
    Optional<Term> stem = EnglishWords.singular(cut(word, 1));
    if (stem.isEmpty() && word.endsWith("ies")) {
      stem = EnglishWords.singular(cut(word, 3) + "y");
    }
    if (stem.isEmpty() && word.endsWith("es")) {
      stem = EnglishWords.singular(cut(word, 2));
    }
    // paths, months: the sound of th and that of s are one in kana.
    boolean th = word.endsWith("ths");
    return stem.map(term -> th ? Term.of(term.kana()) : Term.of(withS(drawn(word, term.kana()))));
  }

  /** An r or y before a plural s draws the vowel out: エンジニアーズ, アーキテクチャーズ, プロパティーズ. */
  private static String drawn(String plural, String kana) {
    boolean r = plural.endsWith("rs") || plural.endsWith("res");
    boolean y = plural.endsWith("ies");
    return (r && (kana.endsWith("ア") || kana.endsWith("ャ"))) || (y && endsIn(kana, EE))
        ? kana + "ー"
        : kana;
  }

  /** A reading with the English plural or genitive s. */
  static String withS(String kana) {
    return changed(kana, Form.S);
  }
}

package dev.zundacast.script.article;

import dev.zundacast.script.speech.Polite;
import dev.zundacast.script.speech.Rules;
import dev.zundacast.script.speech.Sentence;
import dev.zundacast.words.Morpheme;
import dev.zundacast.words.Morphology;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Cuts a long sentence in two where both halves are true alone: each has so many characters, the
 * first has its subject and predicate, and nothing behind it describes a noun or tells who says so.
 */
record Splitter(Rules rules, Morphology morphology, Polite polite) {
  /** A longer line tires whoever hears it. */
  static final int LONGEST = 74;

  /** Nobody writes a longer sentence; each of its commas would be tried with all that follow. */
  private static final int NO_SENTENCE = 2000;

  /** A shorter half is no sentence of its own. */
  private static final int SHORTEST = 20;

  /**
   * The sentence as it is, or its halves, each cut again or said shorter where it is still long.
   */
  List<String> split(String text, List<String> used) {
    if (text.length() <= LONGEST || text.length() > NO_SENTENCE) {
      return List.of(text);
    }
    Sentence sentence = Sentence.of(text, morphology);
    Optional<Cut> best =
        Stream.concat(
                rules.stage("split-whole").stream().flatMap(rule -> retold(rule, text).stream()),
                sentence.commas().stream().flatMap(comma -> cut(sentence, comma).stream()))
            .min((one, other) -> Integer.compare(one.longer(), other.longer()));
    if (best.isEmpty()) {
      return List.of(rules.rewritten("shorter", text, used));
    }
    used.add("split " + best.get().name());
    return Stream.concat(
            split(best.get().first(), used).stream(), split(best.get().second(), used).stream())
        .toList();
  }

  /** How a clause ends, which tells what becomes of its end; the first that fits counts. */
  private enum Clause {
    POLITE,
    GOES_ON,
    IS,
    TOLD,
    REASON,
    MEANS,
    STEM;

    private String stage() {
      return "split-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** A place where the sentence may be cut. */
  private record Cut(String name, String first, String second) {
    int longer() {
      return Math.max(first.length(), second.length());
    }
  }

  /** The sentence as a row tells it in two: what a list is of before the list. */
  private static Optional<Cut> retold(Rules.Rule rule, String text) {
    String[] halves = rule.pattern().matcher(text).replaceFirst(rule.instead()).split("‖");
    return Optional.of(halves)
        .filter(it -> it.length > 1)
        .map(it -> new Cut(rule.name(), it[0], it[1]));
  }

  private Optional<Cut> cut(Sentence sentence, int comma) {
    String text = sentence.text();
    String second = text.substring(comma + 1).strip();
    if (comma < SHORTEST || sentence.endingAt(comma).filter(it -> it.end() == comma).isEmpty()) {
      return Optional.empty();
    }
    return Stream.of(Clause.values())
        .flatMap(
            kind ->
                rules.stage(kind.stage()).stream()
                    .flatMap(rule -> cut(kind, rule, sentence, comma, second).stream()))
        .filter(it -> it.second().length() >= SHORTEST)
        .findFirst();
  }

  private Optional<Cut> cut(
      Clause kind, Rules.Rule rule, Sentence sentence, int comma, String second) {
    String front = sentence.text().substring(0, comma);
    return rule.matches(front + "、")
        .findFirst()
        .flatMap(it -> ended(kind, front.substring(0, it.start()), sentence, comma))
        .filter(first -> !rules.finds("open-clause", first))
        .map(first -> rules.rewritten(rule.name() + "-first", first))
        .map(first -> new Cut(rule.name(), first + "。", joined(rule, first, second)));
  }

  private String joined(Rules.Rule rule, String first, String second) {
    String lean = rules.found("leans", second);
    boolean back = lean.equals("pointer");
    boolean led =
        !List.of("", "pointer", "who", "inside").contains(lean) || rules.finds("joins", second);
    boolean but = rule.instead().isEmpty() || !rules.finds("but", rule.instead());
    boolean contrast = rules.finds("contrast", second) || rules.finds("grants", first);
    return led || (back && but) || (!but && !contrast) ? second : rule.instead() + second;
  }

  /** The first half as a polite sentence without its mark; empty where it would not be true. */
  private Optional<String> ended(Clause kind, String clause, Sentence sentence, int comma) {
    if (kind == Clause.POLITE) {
      return Optional.of(rules.rewritten("frames", clause));
    }
    if (isOpen(kind, clause, sentence, comma) || !isTold(kind, sentence, comma)) {
      return Optional.empty();
    }
    String behind = sentence.text().substring(comma);
    return switch (kind) {
      // Of what was done nothing tells whether it still goes on, or is so.
      case GOES_ON, IS ->
          rules.finds("past", behind)
              ? Optional.empty()
              : Optional.of(tensed(kind == Clause.IS ? "is" : "goes-on", clause, behind));
      case MEANS -> means(sentence, clause, behind);
      case STEM -> stem(sentence, comma, behind);
      default -> polite.sentence(clause);
    };
  }

  /** Whether what stands behind the comma says something of the clause before it, too. */
  private boolean isOpen(Clause kind, String clause, Sentence sentence, int comma) {
    boolean stem = kind == Clause.STEM || kind == Clause.MEANS;
    String behind = sentence.text().substring(comma);
    // Who says one thing says the next: 林さんは雨だと述べ、傘を勧めています。
    if (stem && rules.finds("says", clause)) {
      return rules.finds("scope-said", behind);
    }
    String marker = sentence.ownMarker(comma);
    // What a topic is told of, or has one beside it, is no part of what describes a noun.
    boolean free = marker.equals("は") || (sentence.hasTopic(comma) && !stem);
    // What somebody else does describes a noun without what the topic does: 林さんは箱を作り、猫が寝る台を置きました。
    boolean other = stem && !marker.isEmpty() && sentence.isTopicOf(comma);
    // What points back at the clause tells of it from without.
    boolean points =
        rules.finds("points", behind) && (sentence.isTopicOf(comma) || !sentence.hasTopic(comma));
    return rules.finds("scope-said", behind)
        // そのため、課題でした。 no longer says what was one.
        || (kind == Clause.TOLD && rules.finds("told-of", behind))
        || (!free && rules.finds("scope", behind))
        // That it has to be done is no part of why: 雨が降るため、傘を持つ必要があります。
        || (!free && kind == Clause.STEM && rules.finds("scope-deed", behind))
        // What goes on is so of itself, and what is a means to something is, whatever it describes.
        || (!(free || points || other || kind == Clause.GOES_ON || kind == Clause.MEANS)
            && sentence.describesBehind(comma));
  }

  /** Whether it is known of whom or what the clause tells, or as little as in the whole. */
  private boolean isTold(Clause kind, Sentence sentence, int comma) {
    // 町が箱を守るため、: who does something to a thing may do it for a purpose, which is no fact.
    if (kind == Clause.REASON
        && (sentence.ownMarker(comma).isEmpty()
            || rules.finds("purpose", sentence.text().substring(0, comma)))) {
      return false;
    }
    // What can be reached by a deed can be reached by anybody's.
    if (kind == Clause.MEANS && rules.finds("able-by", sentence.text())) {
      return true;
    }
    boolean stands =
        (kind == Clause.STEM || kind == Clause.GOES_ON || kind == Clause.MEANS)
            && (sentence.hasTopic(comma) || !sentence.hasSubject(comma, sentence.text().length()));
    return stands || sentence.hasSubject(0, comma);
  }

  /** The clause in the tense of the whole, by the rows of its kind. */
  private String tensed(String name, String clause, String behind) {
    String tense = rules.finds("past", behind) ? "-past" : "-now";
    return rules.rewritten(name + tense, clause + "。").replaceFirst(".$", "");
  }

  /** 箱を開けることで、: what is done or was. */
  private Optional<String> means(Sentence sentence, String clause, String behind) {
    // Of what anybody may do it is no news that somebody does it.
    boolean told = rules.finds("past", behind) || sentence.hasSubject(0, clause.length());
    // 箱は、猫が蓋を開けることで、軽くなります。: what is told of the box stands behind the cut.
    boolean own = sentence.subjects().filter(it -> it.end() <= clause.length()).count() < 2;
    return sentence
        .endingAt(clause.length())
        .filter(it -> rules.finds("may-be-done", type(it)) && own && (told || lasts(it, behind)))
        // That it can be done is no more than what follows from it: 箱を開けられます tells nothing.
        .filter(it -> rules.finds("simple-end", behind) && !rules.finds("able-by", behind))
        .filter(it -> !rules.finds("aims", behind) && !rules.finds("means-open", clause))
        .map(it -> deed(clause.substring(0, it.start()), it, behind, false));
  }

  /** …を開発し、: in the tense of the whole, and as what can be done where that can be. */
  private Optional<String> stem(Sentence sentence, int comma, String behind) {
    return sentence
        .endingAt(comma)
        .filter(it -> it.is("動詞") && it.inflectionForm().equals("連用形"))
        // 開発しており、: what goes on is no step of what was done.
        .filter(it -> !it.is("動詞-非自立") && !isNoun(sentence, it))
        .filter(it -> rules.finds("simple-end", behind))
        .filter(it -> !rules.finds("means", sentence.text().substring(0, it.end())))
        // What came about is no more coming about where what it led to is there.
        .filter(it -> !rules.finds("came", sentence.text().substring(0, it.end()) + behind))
        .map(
            it ->
                deed(
                    sentence.text().substring(0, it.start()),
                    it,
                    behind,
                    rules.finds("able", behind)));
  }

  private String deed(String before, Morpheme verb, String behind, boolean able) {
    if (able && rules.finds("may-be-done", type(verb))) {
      return tensed("can", before + verb.base(), "");
    }
    return lasts(verb, behind)
        ? tensed("goes-on", polite.te(before, verb), behind)
        : tensed("stem", polite.stem(before, verb), able ? "" : behind);
  }

  private boolean lasts(Morpheme verb, String behind) {
    return rules.finds("lasting", behind) && rules.finds("may-last", type(verb));
  }

  private static String type(Morpheme verb) {
    return verb.inflectionType() + verb.base();
  }

  /** 三次元の埋め込み, 丁寧な埋め込み, 計画、振り返り: a noun that looks like the stem of a verb. */
  private static boolean isNoun(Sentence sentence, Morpheme verb) {
    return sentence
        .endingAt(verb.start())
        .filter(
            it ->
                it.isAny("助詞-連体化", "記号-読点", "連体詞")
                    || it.inflectionForm().equals("体言接続")
                    || (it.is("形容詞") && it.isPlain()))
        .isPresent();
  }
}

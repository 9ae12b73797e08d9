package dev.zundacast.script.speech;

import dev.zundacast.words.Morpheme;
import dev.zundacast.words.Morphology;
import java.util.List;
import java.util.Optional;

/** A clause that ends plainly to a sentence that ends politely: 同梱されている to 同梱されています. */
final class Polite {
  private final Morphology morphology;

  Polite(Morphology morphology) {
    this.morphology = morphology;
  }

  /**
   * The clause as a polite sentence without its mark; empty where its end is none that is known.
   */
  Optional<String> sentence(String clause) {
    List<Morpheme> words = morphology.analyse(clause);
    if (words.isEmpty()) {
      return Optional.empty();
    }
    Morpheme last = words.get(words.size() - 1);
    Optional<Morpheme> before =
        words.size() > 1 ? Optional.of(words.get(words.size() - 2)) : Optional.empty();
    if (last.is("動詞") && last.inflectionForm().equals("基本形")) {
      return Optional.of(clause.substring(0, last.start()) + verb(last).polite() + "ます");
    }
    if (last.base().equals("た") && last.inflectionForm().equals("基本形")) {
      return before.flatMap(b -> past(clause, b));
    }
    boolean adjective = last.is("形容詞") && last.inflectionForm().equals("基本形");
    if (adjective || (last.base().equals("ない") && last.inflectionForm().equals("基本形"))) {
      return Optional.of(clause + "です");
    }
    if (last.surface().equals("な") || (last.surface().equals("の") && last.is("助詞-連体化"))) {
      return Optional.of(clause.substring(0, last.start()) + "です");
    }
    if (last.base().equals("ある") && before.filter(b -> b.surface().equals("で")).isPresent()) {
      return before.map(b -> clause.substring(0, b.start()) + "です");
    }
    return Optional.empty();
  }

  private static Optional<String> past(String clause, Morpheme before) {
    if (before.is("動詞")) {
      return Optional.of(clause.substring(0, before.start()) + verb(before).polite() + "ました");
    }
    if (before.base().equals("だ")) {
      return Optional.of(clause.substring(0, before.start()) + "でした");
    }
    boolean adjective = before.is("形容詞") || before.base().equals("ない");
    return adjective ? Optional.of(clause + "です") : Optional.empty();
  }

  /** The verb of this word as the dictionary names it. */
  static Verb verb(Morpheme word) {
    return new Verb(word.base(), word.inflectionType());
  }
}

package dev.zundacast.script.speech;

import dev.zundacast.words.Morpheme;
import dev.zundacast.words.Morphology;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A clause that ends plainly to a sentence that ends politely: 同梱されている to 同梱されています. */
public record Polite(Morphology morphology) {
  private static final Pattern END = Pattern.compile("(.+?)([。！!]+)");

  /**
   * The clause as a polite sentence without its mark; empty where its end is none that is known.
   */
  public Optional<String> sentence(String clause) {
    List<Morpheme> words = morphology.analyse(clause);
    if (words.isEmpty()) {
      return Optional.empty();
    }
    Morpheme last = words.get(words.size() - 1);
    Optional<Morpheme> before =
        words.size() > 1 ? Optional.of(words.get(words.size() - 2)) : Optional.empty();
    boolean plain = last.inflectionForm().equals("基本形");
    if (plain && last.is("動詞")) {
      return Optional.of(clause.substring(0, last.start()) + verb(last).polite() + "ます");
    }
    if (plain && isPast(last)) {
      return before.flatMap(b -> past(clause, b));
    }
    if (plain && (last.is("形容詞") || last.base().equals("ない"))) {
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

  /** A sentence whose plain clauses before が and けど, and whose plain end, are polite. */
  String throughout(String sentence) {
    BitSet closed = Quotes.in(sentence);
    closed.or(Quotes.pairs(sentence, "（(", "）)"));
    StringBuilder said = new StringBuilder();
    int from = 0;
    List<Morpheme> words = morphology.analyse(sentence);
    for (Morpheme word : words) {
      boolean but =
          word.is("助詞-接続助詞") && (word.surface().equals("が") || word.surface().startsWith("けど"));
      if (but && !closed.get(word.start()) && sentence.startsWith("、", word.end())) {
        said.append(clause(sentence.substring(from, word.start()))).append(word.surface());
        from = word.end();
      }
    }
    String rest = sentence.substring(from);
    Matcher end = END.matcher(rest);
    return end.matches()
            && !closed.get(sentence.length() - end.group(2).length() - 1)
            && endsInVerb(words)
        ? said.append(sentence(end.group(1)).orElse(end.group(1))).append(end.group(2)).toString()
        : said.append(rest).toString();
  }

  /** Whether the last word is a verb's plain form: 重いです and 重いのです are both polite. */
  private static boolean endsInVerb(List<Morpheme> words) {
    int last = words.size() - 1;
    while (last > 0 && words.get(last).is("記号")) {
      last--;
    }
    return (words.get(last).is("動詞") && words.get(last).inflectionForm().equals("基本形"))
        || (last > 0 && isPast(words.get(last)) && words.get(last - 1).is("動詞"));
  }

  private String clause(String clause) {
    List<Morpheme> words = morphology.analyse(clause);
    Morpheme last = words.get(words.size() - 1);
    if (last.surface().equals("だ") && last.is("助動詞") && !isPast(last)) {
      return clause.substring(0, last.start()) + "です";
    }
    return sentence(clause).orElse(clause);
  }

  /** た, and だ behind ん and い: 読んだ. */
  private static boolean isPast(Morpheme word) {
    return word.inflectionType().equals("特殊・タ");
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

  /** What stands before a verb, and the verb in its form before いる. */
  public String te(String before, Morpheme verb) {
    return before + verb(verb).te();
  }

  /** The verb of this word as the dictionary names it. */
  static Verb verb(Morpheme word) {
    return new Verb(word.base(), word.inflectionType());
  }
}

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

  /** The clause as a polite sentence without its mark; empty where its end is not known. */
  public Optional<String> sentence(String clause) {
    List<Morpheme> words = morphology.analyse(clause);
    if (words.isEmpty()) {
      return Optional.empty();
    }
    Morpheme last = words.get(words.size() - 1);
    Morpheme before = words.get(Math.max(0, words.size() - 2));
    // た, and だ behind ん and い: 読んだ.
    boolean past = last.isPlain() && last.inflectionType().equals("特殊・タ");
    Morpheme told = past ? before : last;
    String front = clause.substring(0, told.start());
    if (last.isPlain() && told.is("動詞")) {
      return Optional.of(front + verb(told).polite() + (past ? "ました" : "ます"));
    }
    if (last.isPlain() && (told.is("形容詞") || told.base().equals("ない"))) {
      return Optional.of(clause + "です");
    }
    boolean is = told.base().equals("だ") && !told.surface().equals("で");
    if (is || told.is("助詞-連体化")) {
      return Optional.of(front + (past ? "でした" : "です"));
    }
    return told.base().equals("ある") && before.surface().equals("で")
        ? Optional.of(clause.substring(0, before.start()) + "です")
        : Optional.empty();
  }

  /** A sentence whose plain end is polite. */
  public String ended(String sentence) {
    Matcher end = END.matcher(sentence);
    return end.matches()
        ? sentence(end.group(1)).map(it -> it + end.group(2)).orElse(sentence)
        : sentence;
  }

  /** A sentence whose plain clauses before が and けど, and whose plain end, are polite. */
  String throughout(String sentence) {
    BitSet closed = Quotes.in(sentence);
    closed.or(Quotes.pairs(sentence, "（(", "）)"));
    StringBuilder said = new StringBuilder();
    int from = 0;
    for (Morpheme word : morphology.analyse(sentence)) {
      boolean but =
          word.is("助詞-接続助詞") && (word.surface().equals("が") || word.surface().startsWith("けど"));
      if (but && !closed.get(word.start()) && sentence.startsWith("、", word.end())) {
        String clause = sentence.substring(from, word.start());
        said.append(sentence(clause).orElse(clause)).append(word.surface());
        from = word.end();
      }
    }
    String rest = sentence.substring(from);
    Matcher end = END.matcher(rest);
    boolean own = end.matches() && !closed.get(sentence.length() - end.group(2).length() - 1);
    // 重いです and 重いのです are both polite, so that only a verb and だった at the end become so.
    return said.append(
            Optional.of(rest)
                .filter(it -> own)
                .flatMap(it -> sentence(end.group(1)))
                .filter(it -> it.endsWith("ます") || it.endsWith("ました") || it.endsWith("でした"))
                .map(it -> it + end.group(2))
                .orElse(rest))
        .toString();
  }

  /** What stands before a verb, and the verb in its form before いる. */
  public String te(String before, Morpheme verb) {
    return before + verb(verb).te();
  }

  /** What stands before a verb, and the verb in its form before ます. */
  public String stem(String before, Morpheme verb) {
    return before + verb(verb).polite();
  }

  static Verb verb(Morpheme word) {
    return new Verb(word.base(), word.inflectionType());
  }
}

package dev.zundacast.script.article;

import dev.zundacast.episode.Article;
import dev.zundacast.script.speech.Polite;
import dev.zundacast.script.speech.Rules;
import dev.zundacast.script.speech.Sentence;
import dev.zundacast.script.speech.Sentences;
import dev.zundacast.words.Morphology;
import java.util.ArrayList;
import java.util.List;

/** A written sentence to polite sentences for the ear. Lives for one article. */
final class Speech {
  /** So many sentences show how a list is written. */
  private static final int A_FEW = 3;

  private final Rules rules;
  private final Morphology morphology;
  private final Brackets brackets;
  private final Splitter splitter;
  private final Guard guard;
  private final boolean isBook;

  Speech(Article article, Rules rules, Morphology morphology) {
    this.rules = rules;
    this.morphology = morphology;
    this.brackets = new Brackets(rules, article.text());
    this.splitter = new Splitter(rules, morphology, new Polite(morphology));
    this.guard = new Guard(rules);
    this.isBook = rules.finds("book", article.title());
  }

  /**
   * A sentence for the ear.
   *
   * @param texts polite sentences; none where it is not said
   * @param why it is not said
   */
  record Spoken(List<String> texts, boolean hasTopic, List<String> rules, String why) {
    static Spoken left(String why) {
      return new Spoken(List.of(), false, List.of(), why);
    }

    String first() {
      return texts.get(0);
    }
  }

  /** Whether many of these sentences tell what is to be done, and none what was. */
  boolean acts(List<String> sentences) {
    long now = sentences.stream().filter(it -> rules.finds("acts", it)).count();
    return now >= A_FEW && sentences.stream().noneMatch(it -> rules.finds("acted", it));
  }

  /** A sentence that ends with a noun of doing as what is to be done: 箱を開封。 as 箱を開封します。 */
  String acted(String written) {
    return rules.finds("handles", written) ? deed(written, "します。") : written;
  }

  /** The same beside what was: 箱を開封。 as 箱を開封しました。 */
  String done(String written) {
    return rules.finds("handles", written) && Sentence.of(written, morphology).hasObject(0)
        ? deed(written, "しました。")
        : written;
  }

  private String deed(String written, String done) {
    Sentence sentence = Sentence.of(written.replaceFirst("。$", ""), morphology);
    boolean deed = sentence.lastWord().filter(it -> it.is("名詞-サ変接続")).isPresent();
    return deed && !sentence.hasSubject(0, written.length()) ? sentence.text() + done : written;
  }

  /** What tells newcomers what they have of an article as it is told to all. */
  String closing(String written) {
    return rules.found("call", written).equals("newcomer") && rules.finds("closing", written)
        ? rules.rewritten("for-all", written)
        : written;
  }

  List<String> sentences(String text) {
    return Sentences.split(rules.rewritten("mark", text)).stream().map(this::withoutCall).toList();
  }

  /** What is told before a call: 箱は無料なので、ぜひ試してみてください。 as 箱は無料です。 */
  private String withoutCall(String written) {
    return rules
        .matches("before-call", written)
        .map(it -> it.group(1))
        .map(it -> splitter.polite().sentence(it).orElse(it + "です") + "。")
        .findFirst()
        .orElse(written);
  }

  Spoken spoken(String written) {
    String call = rules.found("call", written);
    String silent = call.isEmpty() ? rules.found("silent", written) : call;
    if (!silent.isEmpty()) {
      return Spoken.left(silent);
    }
    List<String> used = new ArrayList<>();
    String bare = brackets.spoken(written);
    String told = isBook ? bare : rules.rewritten("no-book", bare, used);
    String cleaned = rules.rewritten("clean", told, used).strip();
    Sentence plain = Sentence.of(bare, morphology);
    String topic = rules.finds("own-topic", plain.topic()) ? "" : plain.topic();
    String fault = cleaned.equals(bare) ? "" : guard.fault(written, topic, cleaned);
    if (!fault.isEmpty()) {
      used.clear();
      used.add("as written: " + fault);
      cleaned = bare;
    }
    String unsayable =
        rules.finds("fragment", cleaned) ? "a fragment" : rules.found("unsayable", cleaned);
    if (!unsayable.isEmpty() || cleaned.length() < 2) {
      return Spoken.left(unsayable);
    }
    List<String> texts = whole(written, topic, cleaned, used);
    Sentence said = cleaned.equals(bare) ? plain : Sentence.of(cleaned, morphology);
    return new Spoken(texts, said.hasTopic(cleaned.length()), used, "");
  }

  /** The halves of a sentence that is long, where they say all that it says. */
  private List<String> whole(String written, String topic, String text, List<String> used) {
    List<String> cut = new ArrayList<>();
    List<String> texts = splitter.split(text, cut);
    boolean holds = cut.isEmpty() || guard.fault(written, topic, String.join("", texts)).isEmpty();
    if (holds) {
      used.addAll(cut);
    }
    return holds ? firm(texts, used) : List.of(text);
  }

  /** What is known of what it tells, without what somebody hopes for it. */
  private List<String> firm(List<String> texts, List<String> used) {
    int last = texts.size() - 1;
    boolean firm =
        last > 0
            && rules.finds(Statement.HOPE, texts.get(last))
            && texts.subList(0, last).stream().noneMatch(it -> rules.finds(Statement.HOPE, it));
    if (firm) {
      used.add(Statement.HOPE_OFF);
    }
    return firm ? texts.subList(0, last) : texts;
  }
}

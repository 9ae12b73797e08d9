package dev.zundacast.script.speech;

import dev.zundacast.words.Morpheme;
import dev.zundacast.words.Morphology;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A sentence that is analysed once; whatever has to be known of it is asked here. */
public record Sentence(String text, List<Morpheme> words, BitSet quoted) {
  private static final Set<String> SUBJECTS = Set.of("は", "が", "も");

  /** 開けることができる, 開ける必要がある: a clause made a noun does nothing itself. */
  private static final Set<String> CLAUSE_NOUNS = Set.of("こと", "の", "必要", "可能性", "場合", "傾向", "恐れ");

  private static final Set<String> QUESTION_WORDS =
      Set.of(
          "何", "なに", "なん", "なぜ", "誰", "だれ", "どう", "どうして", "どこ", "どちら", "どっち", "どの", "どれ", "どんな",
          "どれほど", "いつ", "いくつ", "いくら");

  /** Particles that make a question word part of a statement (何か, どこでも). */
  private static final Set<String> ANSWERS = Set.of("か", "かも", "も", "でも", "ても", "とも");

  public static Sentence of(String text, Morphology morphology) {
    return new Sentence(text, morphology.analyse(text), Quotes.in(text));
  }

  /** The same with the words of words.tsv as wholes. */
  static Sentence of(String text, Morphology morphology, Endings.WholeWords whole) {
    return new Sentence(text, whole.in(text, morphology.analyse(text)), Quotes.in(text));
  }

  /** The words that mark what the sentence, or a clause of it, is about. */
  public Stream<Morpheme> subjects() {
    return IntStream.range(1, words.size()).filter(this::isSubjectMarker).mapToObj(words::get);
  }

  private boolean isSubjectMarker(int index) {
    Morpheme word = words.get(index);
    if (SUBJECTS.stream().noneMatch(it -> isMark(word, it))) {
      return false;
    }
    Morpheme before = words.get(index - 1);
    boolean noun = before.isAny("名詞", "記号-括弧閉") || before.surface().equals("など");
    boolean clause =
        index > 1
            && !word.surface().equals("は")
            && CLAUSE_NOUNS.contains(before.surface())
            && words.get(index - 2).isAny("動詞", "助動詞");
    return noun && !clause;
  }

  /** Whether a subject is named between two places of the text. */
  public boolean hasSubject(int from, int to) {
    return subjects().anyMatch(it -> it.start() >= from && it.end() <= to);
  }

  /** Whether は names what is told of before a place of the text. */
  public boolean hasTopic(int to) {
    return IntStream.range(0, words.size())
        .anyMatch(i -> words.get(i).end() <= to && isMark(words.get(i), "は") && !isDenial(i));
  }

  /** 箱ではなく: its は names nothing that anything is told of. */
  private boolean isDenial(int index) {
    return index > 0
        && index + 1 < words.size()
        && words.get(index - 1).surface().equals("で")
        && words.get(index + 1).base().equals("ない");
  }

  /** Whether は, and no が behind it, names what is told of in the clause that ends at this place. */
  public boolean isTopicOf(int comma) {
    return subjects()
        .filter(it -> it.end() <= comma)
        .reduce((before, last) -> last)
        .filter(it -> it.surface().equals("は"))
        .isPresent();
  }

  /** The mark of the subject that what stands behind this place names before its first verb. */
  public String ownMarker(int from) {
    List<Morpheme> subjects = subjects().toList();
    return words.stream()
        .filter(it -> it.start() >= from && !quoted.get(it.start()))
        .filter(it -> subjects.contains(it) || it.isAny("動詞", "助動詞"))
        .findFirst()
        .filter(subjects::contains)
        .map(Morpheme::surface)
        .orElse("");
  }

  /** The run of nouns that the sentence is about, "" for none. */
  public String topic() {
    Optional<Morpheme> marker = subjects().findFirst();
    int at = marker.map(words::indexOf).orElse(0);
    while (at > 0 && words.get(at - 1).is("名詞") && !quoted.get(words.get(at - 1).start())) {
      at--;
    }
    int from = at;
    return marker.map(it -> text.substring(words.get(from).start(), it.start()).strip()).orElse("");
  }

  boolean endsAt(int offset) {
    return words.stream().anyMatch(it -> it.end() == offset);
  }

  Optional<Morpheme> startingAt(int offset) {
    return words.stream().filter(it -> it.start() == offset).findFirst();
  }

  /** The word that ends here, white space skipped. */
  public Optional<Morpheme> endingAt(int offset) {
    int at = indexEndingAt(offset);
    return at < 0 ? Optional.empty() : Optional.of(words.get(at));
  }

  int indexEndingAt(int offset) {
    int end = text.substring(0, offset).stripTrailing().length();
    int at = words.size() - 1;
    while (at >= 0 && words.get(at).end() != end) {
      at--;
    }
    return at;
  }

  /** The last word before the marks at the end. */
  public Optional<Morpheme> lastWord() {
    return words.stream().filter(it -> !it.is("記号")).reduce((before, last) -> last);
  }

  /** Whether it ends with a noun of doing right behind its object: 箱を自動で開封. */
  public boolean endsInDeed() {
    int verb =
        words.stream().filter(it -> it.isAny("動詞", "助動詞")).mapToInt(Morpheme::end).max().orElse(0);
    return lastWord().filter(it -> it.is("名詞-サ変接続")).isPresent()
        && words.stream().anyMatch(it -> it.start() >= verb && isMark(it, "を"));
  }

  /** The word before the nouns that it ends with. */
  Morpheme beforeCompound() {
    int at = words.size() - 1;
    while (at > 0 && isOfCompound(words.get(at))) {
      at--;
    }
    return words.get(at);
  }

  static boolean isOfCompound(Morpheme word) {
    return word.is("接頭詞") || (word.is("名詞") && !word.is("名詞-非自立"));
  }

  /** Whether it is the name of a thing, where nothing is done but in what describes it. */
  public boolean isThing() {
    return lastWord().filter(it -> it.is("名詞") && !it.is("名詞-形容動詞語幹")).isPresent()
        && !endsInDeed()
        && (beforeCompound().is("名詞") || beforeCompound().describes())
        && words.stream().noneMatch(it -> isMark(it, "も"))
        && doesNothing()
        && !hasObject(-1);
  }

  /** Whether nobody does anything but in a clause that describes a noun. */
  public boolean doesNothing() {
    return words.stream().noneMatch(it -> isMark(it, "は"))
        && words.stream().allMatch(it -> !isMark(it, "が") || describesBehind(it.start()));
  }

  /** Whether something is done to something behind a place, outside of what describes a noun. */
  public boolean hasObject(int place) {
    return words.stream()
        .anyMatch(it -> it.start() > place && isMark(it, "を") && !describesBehind(it.start()));
  }

  private boolean isMark(Morpheme word, String mark) {
    return word.isParticle(mark) && !quoted.get(word.start());
  }

  /** Whether a clause behind this place describes a thing: 箱を作る人, but not 箱を作る必要. */
  public boolean describesBehind(int offset) {
    return IntStream.range(1, words.size())
        .filter(i -> words.get(i - 1).start() >= offset && !quoted.get(words.get(i - 1).start()))
        .filter(i -> words.get(i - 1).isAny("動詞", "助動詞") && words.get(i - 1).describes())
        // 白くて立派な箱: the word for what it is like tells nothing that a clause could be a part of.
        .filter(i -> i == 1 || !words.get(i - 2).is("名詞-形容動詞語幹"))
        .mapToObj(this::described)
        .anyMatch(
            it -> it.is("名詞") && !it.is("名詞-非自立-助動詞語幹") && !CLAUSE_NOUNS.contains(it.surface()));
  }

  /** The word from this one on that is no adjective: 動く新しい箱. */
  private Morpheme described(int from) {
    int at = from;
    while (at + 1 < words.size() && words.get(at).isAny("形容詞", "連体詞")) {
      at++;
    }
    return words.get(at);
  }

  /** Whether who stands before a comma does it together with who stands behind: 林さんと、森さんが. */
  public boolean joinsAt(int comma) {
    return comma > 0 && endingAt(comma).filter(it -> it.surface().equals("と")).isPresent();
  }

  /** The places of the commas outside quotes. */
  public List<Integer> commas() {
    return IntStream.range(0, text.length())
        .filter(i -> text.charAt(i) == '、' && !quoted.get(i))
        .boxed()
        .toList();
  }

  /** Whether a question word stands before this place that nothing answers. */
  boolean wonderAt(int at) {
    boolean wonders = false;
    for (Morpheme word : words) {
      if (word.start() >= at) {
        break;
      }
      boolean answered = word.is("助詞") && ANSWERS.contains(word.surface());
      boolean ended = word.is("記号-句点");
      wonders = !answered && !ended && (wonders || QUESTION_WORDS.contains(word.surface()));
    }
    return wonders;
  }

  /** Whether this な forbids (使うな). */
  boolean forbids(Morpheme word) {
    return word.surface().equals("な")
        && endingAt(word.start()).filter(it -> it.is("動詞") && it.isPlain()).isPresent();
  }

  /** A conjunction at this word, be it です and more at the beginning (ですので、…), "" for none. */
  String conjunctionAt(Morpheme word, Set<String> known) {
    if (word.is("接続詞")) {
      // Behind a blank or a Latin word it is the particle (VM が動く).
      boolean particle = word.surface().equals("が") && isBehindName(word.start());
      return !particle && known.contains(word.surface()) ? word.surface() : "";
    }
    boolean begins = endingAt(word.start()).filter(w -> !w.is("記号-句点")).isEmpty();
    if (!begins || !word.base().equals("です")) {
      return "";
    }
    return known.stream()
        .filter(k -> k.length() > word.surface().length())
        .filter(k -> text.startsWith(k, word.start()) && endsAt(word.start() + k.length()))
        .max(Comparator.comparingInt(String::length))
        .orElse("");
  }

  /** Whether this word is the が of a plain clause and what speaks against it (軽いが、高い). */
  boolean contrastsAt(Morpheme word) {
    return word.is("助詞-接続助詞")
        && word.surface().equals("が")
        && endingAt(word.start()).filter(Morpheme::isPlain).isPresent();
  }

  private boolean isBehindName(int at) {
    char before = at == 0 ? '。' : text.charAt(at - 1);
    return before < 128 || before == '）' || before == '」';
  }

  /** The verb whose stem ends here. */
  Verb verbEndingAt(int at) {
    Morpheme word = endingAt(at).orElseThrow();
    if (Host.isStem(word) || word.is("助動詞")) {
      return new Verb(word.base(), word.inflectionType());
    }
    return Verb.ofStem(text.substring(verbStart(at), word.end()));
  }

  /** Where the verb whose stem ends here begins. */
  int verbStart(int at) {
    Morpheme word = endingAt(at).orElseThrow();
    return word.isParticle("て") ? endingAt(word.start()).orElseThrow().start() : word.start();
  }

  /** Where the word with お or ご that ends here begins. */
  Optional<Integer> politeWord(int at) {
    int index = indexEndingAt(at);
    return IntStream.iterate(index, i -> i >= 0 && i > index - 4, i -> i - 1)
        .mapToObj(words::get)
        .takeWhile(it -> it.isAny("名詞", "動詞", "接頭詞"))
        .filter(it -> startsPolitely(it.surface()))
        .filter(it -> it.is("接頭詞") || it.surface().length() > 1)
        .map(Morpheme::start)
        .findFirst();
  }

  static boolean startsPolitely(String word) {
    return word.startsWith("お") || word.startsWith("ご") || word.startsWith("御");
  }
}

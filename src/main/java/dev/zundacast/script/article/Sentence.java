package dev.zundacast.script.article;

import dev.zundacast.script.speech.Quotes;
import dev.zundacast.words.Morpheme;
import dev.zundacast.words.Morphology;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** A sentence that is analysed once; whatever has to be known of it is asked here. */
record Sentence(String text, List<Morpheme> words, BitSet quoted) {
  private static final Set<String> SUBJECTS = Set.of("は", "が", "も");

  /** 開けることができる, 開ける必要がある: a clause made a noun does nothing itself. */
  private static final Set<String> CLAUSE_NOUNS = Set.of("こと", "の", "必要", "可能性", "場合", "傾向", "恐れ");

  static Sentence of(String text, Morphology morphology) {
    return new Sentence(text, morphology.analyse(text), Quotes.in(text));
  }

  /** Whether this word marks what the sentence, or a clause of it, is about. */
  boolean isSubjectMarker(int index) {
    Morpheme word = words.get(index);
    return !quoted.get(word.start())
        && SUBJECTS.contains(word.surface())
        && word.is("助詞")
        && index > 0
        && (words.get(index - 1).isAny("名詞", "記号-括弧閉")
            || words.get(index - 1).surface().equals("など"))
        && !isClause(index);
  }

  private boolean isClause(int marker) {
    return marker > 1
        && !words.get(marker).surface().equals("は")
        && CLAUSE_NOUNS.contains(words.get(marker - 1).surface())
        && words.get(marker - 2).isAny("動詞", "助動詞");
  }

  /** Which words mark a subject. */
  IntStream subjects() {
    return IntStream.range(0, words.size()).filter(this::isSubjectMarker);
  }

  /** Whether a subject is named between two places of the text. */
  boolean hasSubject(int from, int to) {
    return subjects().anyMatch(i -> words.get(i).start() >= from && words.get(i).end() <= to);
  }

  /** Whether は names what is told of before a place of the text. */
  boolean hasTopic(int to) {
    return words.stream().anyMatch(it -> it.end() <= to && isMark(it, "は"));
  }

  /** Whether は, and no が behind it, names what is told of in the clause that ends at this place. */
  boolean isTopicOf(int comma) {
    return subjects()
        .filter(i -> words.get(i).end() <= comma)
        .reduce((before, last) -> last)
        .stream()
        .anyMatch(i -> words.get(i).surface().equals("は"));
  }

  /** The mark of the subject that what stands behind this place names before its first verb. */
  String ownMarker(int from) {
    return IntStream.range(0, words.size())
        .filter(i -> words.get(i).start() >= from && !quoted.get(words.get(i).start()))
        .filter(i -> isSubjectMarker(i) || words.get(i).isAny("動詞", "助動詞"))
        .limit(1)
        .filter(this::isSubjectMarker)
        .mapToObj(i -> words.get(i).surface())
        .findFirst()
        .orElse("");
  }

  /** The noun that the sentence is about, "" for none. */
  String topic() {
    return subjects().limit(1).mapToObj(this::nounBefore).findFirst().orElse("");
  }

  /** The run of nouns that ends before a word. */
  private String nounBefore(int index) {
    int from = index;
    while (from > 0 && words.get(from - 1).is("名詞") && !quoted.get(words.get(from - 1).start())) {
      from--;
    }
    return text.substring(words.get(from).start(), words.get(index).start()).strip();
  }

  /** The words that end before this place, marks left aside; the last one first. */
  Optional<Morpheme> wordBefore(int offset) {
    return words.stream()
        .filter(it -> it.end() <= offset && !it.is("記号-句点"))
        .reduce((before, last) -> last);
  }

  /** The last word before the marks at the end. */
  Optional<Morpheme> lastWord() {
    return words.stream().filter(it -> !it.is("記号")).reduce((before, last) -> last);
  }

  /** Whether it ends with a noun of doing right behind its object: 箱を自動で開封. */
  boolean endsInDeed() {
    int at = words.size() - 1;
    boolean deed = at > 0 && words.get(at).is("名詞-サ変接続");
    while (deed && at > 0 && !words.get(at).isAny("動詞", "助動詞")) {
      if (words.get(at).surface().equals("を") && !quoted.get(words.get(at).start())) {
        return true;
      }
      at--;
    }
    return false;
  }

  /** Whether it is the name of a thing, where nothing is done but in what describes it. */
  boolean isThing() {
    int at = words.size() - 1;
    boolean thing =
        at >= 0 && words.get(at).is("名詞") && !words.get(at).is("名詞-形容動詞語幹") && !endsInDeed();
    while (at > 0 && words.get(at).isAny("名詞", "接頭詞")) {
      at--;
    }
    return thing
        && (words.get(at).is("名詞") || describes(words.get(at)))
        && words.stream().noneMatch(it -> isMark(it, "も"))
        && doesNothing()
        && !hasObject(-1);
  }

  /** Whether nobody does anything but in a clause that describes a noun. */
  boolean doesNothing() {
    return words.stream().noneMatch(it -> isMark(it, "は"))
        && words.stream().allMatch(it -> !isMark(it, "が") || describesBehind(it.start()));
  }

  /** Whether something is done to something behind a place, outside of what describes a noun. */
  boolean hasObject(int place) {
    return words.stream()
        .anyMatch(it -> it.start() > place && isMark(it, "を") && !describesBehind(it.start()));
  }

  private boolean isMark(Morpheme word, String mark) {
    return word.is("助詞") && word.surface().equals(mark) && !quoted.get(word.start());
  }

  private static boolean describes(Morpheme word) {
    return word.isAny("助詞-連体化", "連体詞")
        || (word.isAny("動詞", "助動詞", "形容詞")
            && Set.of("基本形", "体言接続").contains(word.inflectionForm()));
  }

  /** Whether this が marks who does something in a clause that describes a noun. */
  boolean isSubjectOfDescribing(int marker) {
    Morpheme word = words.get(marker);
    return word.surface().equals("が") && describesBehind(word.start());
  }

  /** Whether a clause behind this place describes a thing: 箱を作る人, but not 箱を作る必要. */
  boolean describesBehind(int offset) {
    return IntStream.range(1, words.size())
        .filter(i -> words.get(i - 1).start() >= offset && !quoted.get(words.get(i - 1).start()))
        .filter(i -> isFinite(words.get(i - 1)))
        // 白くて立派な箱: the word for what it is like tells nothing that a clause could be a part of.
        .filter(i -> i == 1 || !words.get(i - 2).is("名詞-形容動詞語幹"))
        .mapToObj(this::described)
        .anyMatch(
            it -> it.is("名詞") && !it.is("名詞-非自立-助動詞語幹") && !CLAUSE_NOUNS.contains(it.surface()));
  }

  private static boolean isFinite(Morpheme word) {
    return (word.is("動詞") && word.inflectionForm().equals("基本形"))
        || (word.is("助動詞")
            && Set.of("た", "だ", "ない").contains(word.base())
            && Set.of("基本形", "体言接続").contains(word.inflectionForm()));
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
  boolean joinsAt(int comma) {
    return comma > 0 && wordBefore(comma).filter(it -> it.surface().equals("と")).isPresent();
  }

  /** The places of the commas outside quotes. */
  List<Integer> commas() {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '、' && !quoted.get(i)) {
        places.add(i);
      }
    }
    return places;
  }
}

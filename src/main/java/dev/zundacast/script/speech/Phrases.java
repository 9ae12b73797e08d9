package dev.zundacast.script.speech;

import dev.zundacast.words.Morpheme;
import dev.zundacast.words.Morphology;
import dev.zundacast.words.Search;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A few words without a mark, of headings, labels and items, as a noun or as a sentence. */
final class Phrases {
  /** 木は静か！時計に合う理由: what comes behind the call is what follows. */
  private static final Search CALL = Search.of("^[^「」]{4,24}[！!](?=[^「」]{8})");

  /** 磨くのが鍵, 木が最高の箱: the words say what something is, and are no name of it. */
  private static final Search STATES =
      Search.of(
          "が(?:最[強大高善良]の[^がをはに]{1,12}|[^がをはにのでと]{0,4}(?:鍵|カギ|コツ|すべて|全て|肝|肝心|第一歩|近道|大切|重要|大事|必要|必須|有効|便利|おすすめ|最適))$");

  /** A foreign word that the dictionary does not know is somebody's name for something. */
  private static final Search KATAKANA = Search.of("[\\p{IsKatakana}ー]$");

  /** Particles that a noun may end with; さ is what the dictionary leaves of 作りやすさ. */
  private static final Set<String> CLOSING = Set.of("など", "だけ", "さ");

  /** Before a noun of doing these say that it is done. */
  private static final Set<String> DONE_WITH = Set.of("を", "に", "へ", "で", "から");

  /** Foreign words that the dictionary does not know are done only to something. */
  private static final Set<String> DONE_TO = Set.of("を", "に", "へ");

  private static final Pattern NOTE = Pattern.compile("^(.*[^（(])([（(][^（）()]*[）)])$");

  private final Morphology morphology;

  Phrases(Morphology morphology) {
    this.morphology = morphology;
  }

  /** The words as a noun that です can follow. */
  String noun(String phrase) {
    String said = CALL.replaceFirst(phrase.replaceAll("[。！!]+$", ""), "");
    if (said.isEmpty()) {
      return phrase;
    }
    List<Morpheme> words = morphology.analyse(said);
    Morpheme last = words.get(words.size() - 1);
    if (said.endsWith("です") || said.endsWith("ます") || said.endsWith("ません")) {
      return said + "、ということ";
    }
    if (isClause(last)) {
      return said + (said.contains("は") || said.endsWith("た") ? "ということ" : "こと");
    }
    if (STATES.in(said) && isMarked(words, "助詞-格助詞", "が")) {
      return said + "だということ";
    }
    if (isDone(words)) {
      return said + (isMarked(words, "助詞-係助詞", "は") ? "するということ" : "すること");
    }
    if (last.is("名詞-サ変接続") && isMarked(words, "助詞-格助詞", "が")) {
      Morpheme before = words.get(Math.max(0, words.size() - 2));
      boolean noun = before.is("動詞") || before.is("助動詞") || before.is("助詞-連体化");
      return noun ? said : said + (before.surface().equals("が") ? "する話" : "という話");
    }
    if (isBecome(words)) {
      return said + (isMade(words) ? "すること" : "なること");
    }
    if (last.is("名詞-非自立")) {
      return said;
    }
    if ((last.is("名詞") || isQuoted(last)) && isMarked(words, "助詞-係助詞", "は")) {
      return said + "だということ";
    }
    if (last.is("名詞") && isSaidOf(words, "が")) {
      return said + "という話";
    }
    boolean open = last.is("助詞") && !CLOSING.contains(last.surface());
    if (open && last.surface().equals("へ")) {
      return said + "向かうこと";
    }
    return open ? said + "という話" : said;
  }

  /**
   * The words as a sentence of their own with its mark. A noun of doing with what is done stays
   * open for its verb: 時刻を通知。
   */
  String statement(String phrase) {
    String said = phrase.replaceAll("[。！!]+$", "");
    if (said.isEmpty()) {
      return phrase;
    }
    Matcher note = NOTE.matcher(said);
    if (note.matches()) {
      String sentence = statement(note.group(1));
      String end = sentence.endsWith("です。") ? "です。" : "。";
      return sentence.substring(0, sentence.length() - end.length()) + note.group(2) + end;
    }
    List<Morpheme> words = morphology.analyse(said);
    Morpheme last = words.get(words.size() - 1);
    if (isClause(last) || isDone(words)) {
      return said + (isUnknownKatakana(last) ? "します。" : "。");
    }
    if (isBecome(words)) {
      boolean became = !isMade(words);
      return said + (became ? "なりました。" : isMarked(words, "助詞-格助詞", "が") ? "しました。" : "します。");
    }
    boolean topic = isMarked(words, "助詞-係助詞", "は");
    boolean saidOf = last.is("名詞") && (topic || isSaidOf(words, "が"));
    if (saidOf || STATES.in(said)) {
      boolean open = last.is("名詞-サ変接続") && isSaidOf(words, "が");
      return said + (open ? "。" : "です。");
    }
    return noun(said) + "です。";
  }

  boolean isDone(String phrase) {
    List<Morpheme> words = morphology.analyse(phrase);
    return !words.isEmpty() && isDone(words);
  }

  /** Whether the words say something of something: 部品は十個, 手入れが簡単. */
  boolean isStatement(String phrase) {
    boolean may = phrase.indexOf('は') > 0 || phrase.indexOf('が') > 0;
    if (!may) {
      return false;
    }
    List<Morpheme> words = morphology.analyse(phrase);
    Morpheme last = words.get(words.size() - 1);
    boolean noun = last.is("名詞") && !last.is("名詞-非自立");
    boolean topic = isMarked(words, "助詞-係助詞", "は");
    return (noun && (topic || isSaidOf(words, "が"))) || isBecome(words);
  }

  private static boolean isQuoted(Morpheme last) {
    return last.surface().equals("」") || last.surface().equals("』");
  }

  /** Whether only nouns and adverbs stand behind the last particle of this kind: が極めて簡単. */
  private static boolean isSaidOf(List<Morpheme> words, String particle) {
    int at = words.size() - 1;
    while (at > 0 && isOfPredicate(words.get(at))) {
      at--;
    }
    Morpheme marker = words.get(at);
    boolean kind = marker.is(particle.equals("は") ? "助詞-係助詞" : "助詞-格助詞");
    return at > 0 && at < words.size() - 1 && kind && marker.surface().equals(particle);
  }

  private static boolean isOfPredicate(Morpheme word) {
    return word.is("名詞") || word.is("接頭詞") || word.is("副詞") || isAdverbial(word);
  }

  /** 歯車も丈夫に, 鐘が鳴るように: what it turns into. */
  private static boolean isBecome(List<Morpheme> words) {
    int at = words.size() - 1;
    boolean open = words.get(at).surface().equals("に") && at > 0;
    boolean subject =
        isMarked(words, "助詞-格助詞", "が")
            || isMarked(words, "助詞-係助詞", "は")
            || isMarked(words, "助詞-係助詞", "も");
    Morpheme before = words.get(Math.max(0, at - 1));
    return open && subject && (before.is("名詞") && !before.is("名詞-副詞可能"));
  }

  /** 手入れを簡単に: somebody makes it so. */
  private static boolean isMade(List<Morpheme> words) {
    boolean made = false;
    for (Morpheme word : words) {
      boolean subject = word.is("助詞") && "がはも".contains(word.surface());
      made = (word.is("助詞-格助詞") && word.surface().equals("を")) || (made && !subject);
    }
    return made;
  }

  /** Whether this particle stands in the words, and not inside somebody's. */
  private static boolean isMarked(List<Morpheme> words, String kind, String particle) {
    int depth = 0;
    for (Morpheme word : words) {
      depth += "「『（(".contains(word.surface()) ? 1 : "」』）)".contains(word.surface()) ? -1 : 0;
      if (depth == 0 && word.is(kind) && word.surface().equals(particle)) {
        return true;
      }
    }
    return false;
  }

  /** 検証環境に自動で配布, 知識を箱に整理: a noun of doing with what it is done to, or where, or by what. */
  private static boolean isDone(List<Morpheme> words) {
    int at = words.size() - 1;
    Morpheme last = words.get(at);
    boolean deed = last.is("名詞-サ変接続") || last.is("名詞-接尾-サ変接続");
    if (!deed && !isUnknownKatakana(last)) {
      return false;
    }
    while (at > 0 && (words.get(at).is("名詞") || words.get(at).is("接頭詞"))) {
      at--;
    }
    Morpheme before = words.get(at);
    Set<String> with = deed ? DONE_WITH : DONE_TO;
    boolean adverb = before.is("副詞") || before.is("助詞-副詞化") || isAdverbial(before);
    boolean object = words.stream().anyMatch(w -> w.is("助詞-格助詞") && w.surface().equals("を"));
    return (adverb && object) || (before.is("助詞-格助詞") && with.contains(before.surface()));
  }

  private static boolean isUnknownKatakana(Morpheme word) {
    return KATAKANA.in(word.surface()) && word.reading().isEmpty();
  }

  private static boolean isAdverbial(Morpheme word) {
    return word.is("形容詞") && word.inflectionForm().equals("連用テ接続");
  }

  static boolean isClause(Morpheme last) {
    boolean inflects = last.is("動詞") || last.is("形容詞") || last.is("助動詞");
    return inflects && last.inflectionForm().equals("基本形");
  }
}

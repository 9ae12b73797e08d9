package dev.zundacast.script.speech;

import dev.zundacast.words.Morpheme;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What may stand before a sentence's ending; the words of the second column of endings.tsv. */
enum Host {
  VERB,
  TE,
  PLAIN,
  FACT,
  NOUN,
  NOMINAL,
  DEED,
  WILL,
  HELLO,
  POLITE_O,
  OPENING,
  ANY;

  /** Particles that a headline may end with. */
  private static final Set<String> HEADLINE_PARTICLES =
      Set.of("など", "まで", "だけ", "のみ", "ほど", "くらい", "ぐらい", "ばかり", "から", "より", "へ");

  /** Auxiliaries of old that words end with which are nouns today (五つ, 試すべし, ばっちり). */
  private static final Set<String> NOUN_LIKE = Set.of("つ", "べし", "り");

  /** Auxiliaries that end a plain sentence in their dictionary form. */
  private static final Set<String> PLAIN_AUXILIARIES =
      Set.of("た", "だ", "ない", "たい", "らしい", "ぬ", "ん", "まい", "う");

  private static final Set<String> ASIDES =
      Set.of("に", "へ", "と", "で", "から", "まで", "の", "・", "「", "」", "『", "』");

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Whether it stands before this place of a sentence.
   *
   * @param suffix the ending that stands behind the place
   */
  boolean isBefore(Sentence sentence, int at, String suffix) {
    int index = sentence.indexEndingAt(at);
    if (index < 0) {
      return this == ANY || this == OPENING;
    }
    Morpheme word = sentence.words().get(index);
    Morpheme before = sentence.words().get(Math.max(0, index - 1));
    return switch (this) {
      case VERB -> isStem(word) || (suffix.startsWith("ま") && isUnknownStem(word, before));
      case TE -> word.isParticle("て") || word.isParticle("で");
      case PLAIN -> isPlain(word) || isExplained(word, before, suffix);
      case FACT -> isPlain(word) && !word.surface().equals("う");
      case NOUN -> !isPlain(word) && mayBeNoun(word);
      case NOMINAL -> isNominal(word);
      case DEED -> isDeed(sentence.words(), index);
      case WILL -> word.surface().equals("う") && before.inflectionForm().equals("未然ウ接続");
      case HELLO -> word.is("感動詞");
      case POLITE_O -> word.is("名詞-サ変接続") || sentence.politeWord(at).isPresent();
      case OPENING -> word.is("記号");
      case ANY -> true;
    };
  }

  /** なのか, and 「腐る」のか: what is quoted ends as it would without its marks. */
  private static boolean isExplained(Morpheme word, Morpheme before, String suffix) {
    boolean na = word.surface().equals("な") && word.is("助動詞");
    boolean quoted = word.surface().equals("」") && isPlain(before);
    return (na || quoted) && (suffix.startsWith("の") || suffix.startsWith("ん"));
  }

  static boolean isStem(Morpheme word) {
    boolean verb = word.is("動詞") || (word.is("助動詞") && word.base().equals("ござる"));
    return verb && word.inflectionForm().equals("連用形");
  }

  /** A word that the dictionary takes for a noun, before ます. */
  private static boolean isUnknownStem(Morpheme word, Morpheme before) {
    boolean cut = word.surface().equals("て") && before.is("動詞");
    return Verb.mayBeStem(word.surface()) && (cut || !word.is("助詞") || word.is("助詞-格助詞-連語"));
  }

  private static boolean isPlain(Morpheme word) {
    if (!word.isPlain()) {
      return false;
    }
    if (word.is("助動詞")) {
      boolean copula = word.base().equals("だ") && !word.inflectionType().equals("特殊・タ");
      return PLAIN_AUXILIARIES.contains(word.base()) && !copula;
    }
    // あり ends a note (在庫あり), it tells nothing.
    return (word.is("動詞") && !word.inflectionType().equals("ラ変")) || word.is("形容詞");
  }

  /**
   * A noun of doing whose object stands before it; what is done with it, to or by may be between.
   */
  private static boolean isDeed(List<Morpheme> words, int index) {
    boolean known = words.get(index).isAny("名詞-サ変接続", "名詞-接尾-サ変接続");
    int at = index;
    while (at > 0 && (words.get(at).is("名詞") || (known && isAside(words.get(at))))) {
      at--;
    }
    return words.get(at).surface().equals("を")
        && (known || words.get(index).surface().matches("[ァ-ー]*"));
  }

  /** モデルを「基礎」と定義, 道具を外部の機械で細かく調整. */
  private static boolean isAside(Morpheme word) {
    return ASIDES.contains(word.surface())
        || word.isAny("接頭詞", "副詞")
        || (word.is("形容詞") && word.inflectionForm().equals("連用テ接続"));
  }

  /** Whether the word may be a noun where the dictionary takes it for another. */
  private static boolean mayBeNoun(Morpheme word) {
    if (word.is("動詞")) {
      return word.inflectionForm().equals("連用形") || word.inflectionType().equals("ラ変");
    }
    return word.is("助動詞") ? isOldNoun(word) : !word.is("記号-句点");
  }

  /** Whether a sentence that ends with this word is a headline. */
  private static boolean isNominal(Morpheme word) {
    if (word.is("助詞")) {
      return HEADLINE_PARTICLES.contains(word.surface()) || word.is("助詞-格助詞-連語");
    }
    return word.is("助動詞")
        ? isOldNoun(word)
        : word.isAny("名詞", "副詞", "連体詞", "接頭詞")
            || word.inflectionType().equals("ラ変")
            || word.inflectionForm().equals("文語基本形")
            || (word.is("記号") && !word.isAny("記号-読点", "記号-括弧開"));
  }

  private static boolean isOldNoun(Morpheme word) {
    return NOUN_LIKE.contains(word.base()) || word.surface().equals("なし");
  }
}

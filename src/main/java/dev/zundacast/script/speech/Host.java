package dev.zundacast.script.speech;

import dev.zundacast.words.Morpheme;
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

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether the word may be a noun where the dictionary takes it for another. */
  static boolean mayBeNoun(Morpheme word) {
    if (word.is("動詞")) {
      return word.inflectionForm().equals("連用形") || word.inflectionType().equals("ラ変");
    }
    return word.is("助動詞") ? isOldNoun(word) : !word.is("記号-句点");
  }

  /** Whether a sentence that ends with this word is a headline. */
  static boolean isNominal(Morpheme word) {
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

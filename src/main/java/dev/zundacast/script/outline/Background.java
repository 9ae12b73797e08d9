package dev.zundacast.script.outline;

import dev.zundacast.words.Search;
import java.util.List;

/** Tells what a list item says from the sentence that only leads to it. */
final class Background {
  /** How things were or are, which the next sentence has an answer to. */
  private static final Search HOW_IT_IS =
      Search.of(
          "^(?:これまで|従来|以前|通常|一般に|一般的に)|(?:大変|困難|難しい|大切|重要|大事|課題|不可欠)です。$"
              + "|(?:リスク|問題|課題|必要|傾向|こと)が(?:あり|ありま|生じ).{0,6}。$|(?:欠かせ|進み|でき|なり)ません。$|がちです。$");

  private static final Search LEANS =
      Search.of(
          "^(?:これ|この|それ|その|そこ|こう|そう|しかし|でも|だが|一方|ただ|だから|つまり|また|さらに|例えば|たとえば)|^[^、。]{1,24}[はがもで]、?(?:これ|この|それ|その)");

  private static final int LONG = 100;

  private Background() {}

  /** Whether a sentence tells how it is, and nothing that is new. */
  static boolean isTold(String sentence) {
    return HOW_IT_IS.in(sentence);
  }

  /** Whether the first sentence only leads to the second, which stands for itself. */
  static boolean isBehind(List<String> sentences) {
    return sentences.size() > 1
        && isTold(sentences.get(0))
        && !isTold(sentences.get(1))
        && !LEANS.in(sentences.get(1))
        && sentences.get(1).length() < LONG;
  }
}

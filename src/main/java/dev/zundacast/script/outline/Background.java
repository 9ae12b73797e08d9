package dev.zundacast.script.outline;

import java.util.List;
import java.util.regex.Pattern;

/** Tells what a list item says from the sentence that only leads to it. */
final class Background {
  /** How things were or are, which the next sentence has an answer to. */
  private static final Pattern HOW_IT_IS =
      Pattern.compile(
          "^(?:これまで|従来|以前|通常|一般に|一般的に)|(?:大変|困難|難しい|大切|重要|大事|課題|不可欠)です。$"
              + "|(?:リスク|問題|課題|必要|傾向|こと)が(?:あり|ありま|生じ).{0,6}。$|(?:欠かせ|進み|でき|なり)ません。$|がちです。$");

  private static final Pattern LEANS =
      Pattern.compile(
          "^(?:これ|この|それ|その|そこ|こう|そう|しかし|でも|だが|一方|ただ|だから|つまり|また|さらに|例えば|たとえば)|^[^、。]{1,24}[はがもで]、?(?:これ|この|それ|その)");

  private static final int LONG = 100;

  private Background() {}

  /** Whether a sentence tells how it is, and nothing that is new. */
  static boolean isTold(String sentence) {
    return HOW_IT_IS.matcher(sentence).find();
  }

  /** Whether the first sentence only leads to the second, which stands for itself. */
  static boolean isBehind(List<String> sentences) {
    return sentences.size() > 1
        && isTold(sentences.get(0))
        && !isTold(sentences.get(1))
        && !LEANS.matcher(sentences.get(1)).find()
        && sentences.get(1).length() < LONG;
  }
}

package dev.zundacast.reading.kanji;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.words.Morphology;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each row of the rules with its own examples. */
class ContextRulesTest {
  private static final Morphology WORDS = new Morphology();

  static List<ContextRules.Rule> rules() {
    return ContextRules.load().rules();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aRuleFindsWhatItIsMeantForAndLeavesTheRestAlone(ContextRules.Rule rule) {
    assertThat(rule.meantFor()).isNotEmpty();
    for (String text : rule.meantFor()) {
      assertThat(isIn(rule, text)).as(text).isTrue();
    }
    for (String text : rule.leftAlone()) {
      assertThat(isIn(rule, text)).as(text).isFalse();
    }
  }

  private static boolean isIn(ContextRules.Rule rule, String text) {
    List<Respelling> found = new ArrayList<>();
    for (int at = 0; at < text.length(); at++) {
      rule.addTo(found, text, at, WORDS.analyse(text));
    }
    return !found.isEmpty();
  }
}

package dev.zundacast.reading.kanji;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each row of the rules with its own examples. */
class ContextRulesTest {
  static List<ContextRules.Rule> rules() {
    return ContextRules.load().rules();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aRuleFindsWhatItIsMeantForAndLeavesTheRestAlone(ContextRules.Rule rule) {
    assertThat(rule.meantFor()).isNotEmpty();
    for (String text : rule.meantFor()) {
      assertThat(rule.pattern().matcher(text).find()).as(text).isTrue();
    }
    for (String text : rule.leftAlone()) {
      assertThat(rule.pattern().matcher(text).find()).as(text).isFalse();
    }
  }
}

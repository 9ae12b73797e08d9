package dev.zundacast.reading.kanji;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.disk.Resource;
import dev.zundacast.reading.kanji.KanjiReader.Respelling;
import dev.zundacast.words.Morphology;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each row of the rules with its own examples. */
class ContextRulesTest {
  private static final Morphology WORDS = new Morphology();

  private static final int MEANT_FOR = 3;
  private static final int LEFT_ALONE = 4;

  static List<String> rows() {
    return Resource.rows(ContextRules.class, "rules.tsv");
  }

  private static List<String> examples(String row, int column) {
    String[] fields = row.split("\t", -1);
    return column < fields.length && !fields[column].isEmpty()
        ? List.of(fields[column].split("／", -1))
        : List.of();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aRuleFindsWhatItIsMeantForAndLeavesTheRestAlone(String row) {
    ContextRules.Rule rule = ContextRules.Rule.of(row);
    assertThat(examples(row, MEANT_FOR)).isNotEmpty();
    for (String text : examples(row, MEANT_FOR)) {
      assertThat(isIn(rule, text)).as(text).isTrue();
    }
    for (String text : examples(row, LEFT_ALONE)) {
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

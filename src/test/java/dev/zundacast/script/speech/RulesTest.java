package dev.zundacast.script.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of rules.tsv does what its examples say. */
class RulesTest {
  private static final Rules RULES = Rules.load(List.of(Path.of("voices")));

  static List<Rules.Rule> rules() {
    return RULES.stages().stream().flatMap(stage -> RULES.stage(stage).stream()).toList();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void fitsWhatItIsMeantFor(Rules.Rule rule) {
    String[] example = read(rule.example()).split("⇒", -1);
    assertThat(rule.pattern().matcher(example[0]).find()).as(example[0]).isTrue();
    if (example.length > 1) {
      assertThat(rule.pattern().matcher(example[0]).replaceAll(rule.instead()))
          .isEqualTo(example[1]);
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void leavesTheOtherAlone(Rules.Rule rule) {
    String other = read(rule.leftAlone());
    boolean any = rule.pattern().pattern().matches("\\^|[^\\^]*\\.\\$|。\\$|\\[てで\\]\\?。\\$");
    if (!other.isEmpty() && !any) {
      assertThat(rule.pattern().matcher(other).find()).as(other).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void isAskedFor(Rules.Rule rule) {
    assertThat(rule.stage()).isNotEmpty();
    assertThat(rule.name()).isNotEmpty();
    assertThat(rule.example()).isNotEmpty();
    assertThat(new ArrayList<>(RULES.stage(rule.stage()))).contains(rule);
  }

  private static String read(String cell) {
    return Pattern.compile("\\\\t").matcher(cell).replaceAll("\t");
  }
}

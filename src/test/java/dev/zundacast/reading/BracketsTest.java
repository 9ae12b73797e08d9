package dev.zundacast.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.words.Morphology;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BracketsTest {
  private final Brackets brackets = new Brackets(new Morphology());

  @ParameterizedTest
  @CsvSource({
    "「良問」を作る, 「良問を作る",
    "『豆』と「餅」は, 『豆と「餅は",
    "「豆」という話, 「豆という話",
    "「豆」なのだ, 「豆なのだ",
    "「豆」、そして, 「豆」、そして",
    "「豆」はじめての話, 「豆」はじめての話",
    "（豆）ができる, （豆ができる",
    "「豆」できるか, 「豆」できるか",
    "アドレス(例えば豆)に, アドレス(例えば豆に"
  })
  void noPauseStandsBeforeAParticle(String written, String closed) {
    assertThat(brackets.closed(written)).isEqualTo(closed);
  }
}

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
    "「豆を煮る」ってこと, 「豆を煮るってこと",
    "「やわらかい」んだって, 「やわらかいんだって",
    "「煮えやすく」て軽い, 「煮えやすくて軽い",
    "「豆の会」さんが, 「豆の会さんが",
    "「保温」することで, 「保温することで",
    "「豆を煮る」ことで, 「豆を煮ることで",
    "「豆」みたいな色, 「豆みたいな色",
    "「豆」ワね, 「豆ワね",
    "「豆」ワタサバ, 「豆」ワタサバ",
    "「豆」しかし、, 「豆」しかし、",
    "「豆」ねえみんな, 「豆」ねえみんな",
    "「豆」これは, 「豆」これは",
    "「豆」いつの間にか, 「豆」いつの間にか",
    "（笑）そうなんだ, （笑）そうなんだ",
    "「豆」しかも安い, 「豆」しかも安い",
    "「豆」うちの猫, 「豆」うちの猫",
    "（豆）ができる, （豆ができる",
    "「豆」できるか, 「豆」できるか",
    "アドレス(例えば豆)に, アドレス(例えば豆に"
  })
  void noPauseStandsBeforeWhatLeans(String written, String closed) {
    assertThat(brackets.closed(written)).isEqualTo(closed);
  }
}

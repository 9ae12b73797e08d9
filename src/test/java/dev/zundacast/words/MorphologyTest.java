package dev.zundacast.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MorphologyTest {
  private final Morphology morphology = new Morphology();

  @Test
  void givesEachWordItsPlaceAndForm() {
    List<Morpheme> words = morphology.analyse("新しい枝豆を配りました。");
    assertThat(words)
        .extracting(Morpheme::surface)
        .containsExactly("新しい", "枝豆", "を", "配り", "まし", "た", "。");
    Morpheme verb = words.get(3);
    assertThat(verb.base()).isEqualTo("配る");
    assertThat(verb.is("動詞")).isTrue();
    assertThat(verb.inflectionType()).isEqualTo("五段・ラ行");
    assertThat(verb.start()).isEqualTo(6);
  }

  @Test
  void aMarkIsNoPartOfTheSignBeforeIt() {
    List<Morpheme> words = morphology.analyse("枝豆が5%、豆腐（3㎏）が「7%」。");
    assertThat(words)
        .extracting(Morpheme::surface)
        .contains("%", "、", "㎏", "）", "」")
        .doesNotContain("%、", "㎏）", "%」");
    assertThat(words).last().satisfies(mark -> assertThat(mark.is("記号-句点")).isTrue());
    assertThat(words).allSatisfy(word -> assertThat(word.end()).isGreaterThan(word.start()));
  }

  @Test
  void unknownWordsAreTheirOwnBase() {
    assertThat(morphology.analyse("Zundaflow")).first().extracting(Morpheme::base).isNotNull();
  }
}

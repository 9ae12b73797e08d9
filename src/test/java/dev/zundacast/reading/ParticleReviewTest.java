package dev.zundacast.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.words.Morphology;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParticleReviewTest {
  private final ParticleReview review = new ParticleReview(new Morphology());

  @Test
  void aParticleThatTheEngineReadHaIsSentAsWa() {
    assertThat(review.mended("記事はさんざんだった", List.of("キジハ", "サンザンダッタ"))).contains("記事ワさんざんだった");
  }

  @Test
  void aParticleThatWasReadRightStays() {
    assertThat(review.mended("今日は花の話です", List.of("キョーワ", "ハナノ", "ハナシデス"))).isEmpty();
  }

  @Test
  void onlyTheMisreadOneOfTwoParticlesChanges() {
    assertThat(review.mended("朝は歯を磨くが、夜は寝る", List.of("アサワ", "ハオ", "ミガクガ", "、", "ヨルハ", "ネル")))
        .contains("朝は歯を磨くが、夜ワ寝る");
  }

  @Test
  void aWordThatBeginsWithHaNeverBecomesWa() {
    assertThat(review.mended("はい、今日はじめるのだ", List.of("ハイ", "、", "キョー", "ハジメルノダ"))).isEmpty();
    assertThat(review.mended("鳥のはね。", List.of("トリノ", "ハネ"))).isEmpty();
    assertThat(review.mended("話がはずんだ", List.of("ハナシガ", "ハズンダ"))).isEmpty();
    assertThat(review.mended("明日のはずだ", List.of("アシタノ", "ハズダ"))).isEmpty();
    assertThat(review.mended("喪中はがきだ", List.of("モチュウ", "ハガキダ"))).isEmpty();
  }

  @Test
  void aNumberThatSoundsLikeHaIsNoParticle() {
    assertThat(review.mended("版4.8は、豆の形だ", List.of("バンヨンテンハチワ、", "マメノ", "カタチダ"))).isEmpty();
    assertThat(review.mended("1,008は高い", List.of("センハチハ", "タカイ"))).contains("1,008ワ高い");
  }

  @Test
  void aTextWithoutAnyHaIsNotLookedAt() {
    assertThat(review.mended("これはよい", List.of("コレワ", "ヨイ"))).isEmpty();
  }

  @Test
  void aFewOddSoundsAreNoOtherText() {
    assertThat(review.isOfAnother("この長台詞が。", List.of("コノ", "ナガゼリフガ"))).isFalse();
  }

  @Test
  void theSoundsOfAnotherTextAreTold() {
    assertThat(
            review.isOfAnother("町の大工が木の時計を作りました。", List.of("ヤマノ", "ウエニ", "シロイ", "ユキガ", "フッテイマス")))
        .isTrue();
  }
}

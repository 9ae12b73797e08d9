package dev.zundacast.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.words.Morphology;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerReviewTest {
  private final AnswerReview review = new AnswerReview(new Morphology());

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

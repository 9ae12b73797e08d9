package dev.zundacast.reading.piece;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoanwordAccentTest {
  @ParameterizedTest
  @CsvSource({
    "カメラ, 1",
    "バナナ, 1",
    "ギター, 1",
    "アメリカ, 0",
    "ストレス, 1",
    "ドクター, 1",
    "クリスマス, 3",
    "サイダー, 1",
    "コンピューター, 3",
    "エスカレーター, 4",
    "ドライバー, 2",
    "マシーン, 2",
    "スクリーン, 3",
    "シャ, 1"
  })
  void theAccentFallsWhereKnownWordsHaveIt(String word, int accent) {
    assertThat(LoanwordAccent.of(word)).isEqualTo(accent);
  }
}

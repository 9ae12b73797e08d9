package dev.zundacast.reading.number;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Digits that sound otherwise beside each other. */
class JapaneseNumberTest {
  @ParameterizedTest
  @CsvSource({
    "7, ナナ",
    "14, ジューヨン",
    "300, サンビャク",
    "606, ロッピャクロク",
    "890, ハッピャクキュージュー",
    "1000, セン",
    "3100, サンゼンヒャク",
    "8005, ハッセンゴ",
  })
  void isSaidAsItSounds(String digits, String said) {
    assertThat(JapaneseNumber.whole(digits)).isEqualTo(said);
  }
}

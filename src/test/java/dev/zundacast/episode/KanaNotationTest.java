package dev.zundacast.episode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KanaNotationTest {
  @ParameterizedTest
  @ValueSource(strings = {"ズンダモ'チノ/アザ'ヤカナ、ミド'リワ", "デ'_スカ？", "ディ'スク", "キョ'オ", "ガッコ'オ"})
  void whatEnginesTakeIsNotation(String text) {
    assertThat(KanaNotation.is(text)).isTrue();
    assertThat(KanaNotation.fault(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ずんだ餅", "ズンダモチ", "don't", "ズンダ'モ'チ", ""})
  void otherTextIsNot(String text) {
    assertThat(KanaNotation.is(text)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "ズンダ'モ'チ, 5, second",
        "ズンダモチ, 0, without its accent",
        "ズンダ'//モチ', 5, without a mora",
        "'ズンダ, 0, before the first mora",
        "ズン？ダ', 2, inside a phrase",
        "カー'ド, 1, no mora",
        "豆'ノ, 0, no mora",
        "ズン[0.3]ダ', 2, sets neither",
        "ズンダ'[+0.3], 4, sets neither"
      })
  void aFaultHasItsPlace(String text, int at, String found) {
    KanaNotation.Fault fault = KanaNotation.fault(text).orElseThrow();
    assertThat(fault.at()).isEqualTo(at);
    assertThat(fault.found().toString()).contains(found);
  }

  @Test
  void whatIsSetOfASingleMoraStandsBehindItAndIsNoEnginesNotation() {
    String set = "ズ[+0.3]ンダ[-0.25*1.2]'モ_チ[*0.5]ノ";
    assertThat(KanaNotation.is(set)).isTrue();
    assertThat(KanaNotation.fault(set)).isEmpty();
    assertThat(KanaNotation.plain(set)).isEqualTo("ズンダ'モ_チノ");
    assertThat(KanaNotation.reading(set)).isEqualTo("ズンダモチノ");
    assertThat(KanaNotation.moras(set).stream().map(KanaNotation.Mora::print))
        .containsExactly("ズ[+0.3]", "ン", "ダ[-0.25*1.2]", "モ", "_チ[*0.5]", "ノ");
  }

  @Test
  void theReadingHasThePausesButNoAccents() {
    assertThat(KanaNotation.reading("ズンダモ'チノ/アザ'ヤカナ、ミド'_リワ？")).isEqualTo("ズンダモチノアザヤカナ、ミドリワ？");
  }
}

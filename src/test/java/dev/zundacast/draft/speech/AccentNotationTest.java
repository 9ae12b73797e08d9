package dev.zundacast.draft.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccentNotationTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"コンニチワ'", "デ'_ス", "キャ'リイ", "ア'/イ'、ウ'？/エ'", "_キャ'ット", "ヂョ'ヲ", "シィ'ト", "イェ'イ"})
  void readsWhatItWrites(String kana) {
    assertThat(AccentNotation.write(AccentNotation.parse(kana))).isEqualTo(kana);
  }

  @Test
  void takesTheLongestKana() {
    AccentPhrase phrase = AccentNotation.parse("シャ'シ").get(0);
    assertThat(phrase.moras()).extracting(Mora::consonant).containsExactly("sh", "sh");
    assertThat(phrase.moras()).extracting(Mora::vowel).containsExactly("a", "i");
    assertThat(phrase.accent()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "アイ | an accent phrase without its accent in 'アイ'",
        "ア漢'字 | '漢', which is no mora of the notation in 'ア漢'字'",
        "_ン' | unknown kana in '_ン'",
      })
  void saysWhatIsWrong(String kana, String message) {
    assertThatThrownBy(() -> AccentNotation.parse(kana)).hasMessage(message);
  }
}

package dev.zundacast.draft.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccentNotationTest {
  @ParameterizedTest
  @ValueSource(strings = {"コンニチワ'", "デ'_ス", "キャ'リイ", "ア'/イ'、ウ'？/エ'", "_キャ'ット", "ヂョ'ヲ", "イェ'イ"})
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
      value = {
        "'' | accent phrase 1 is empty",
        "ア'、 | accent phrase 2 is empty",
        "'ア | an accent before the first mora in ''ア'",
        "ア'イ' | two accents in 'ア'イ''",
        "アイ | no accent in 'アイ'",
        "ア'？イ | ？ before the end in 'ア'？イ'",
        "ア漢'字 | unknown kana in '漢'",
        "_ン' | unknown kana in '_ン'",
        "ア'_ | unknown kana in '_'",
      },
      quoteCharacter = '"')
  void saysWhatIsWrong(String kana, String message) {
    String text = kana.equals("''") ? "" : kana;
    assertThatThrownBy(() -> AccentNotation.parse(text)).hasMessage(message);
  }
}

package dev.zundacast.draft.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.zundacast.draft.speech.AccentNotation.NotKana;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccentNotationTest {
  @ParameterizedTest
  @ValueSource(strings = {"コンニチワ'", "デ'_ス", "キャ'リイ", "ア'/イ'、ウ'？/エ'", "_キャ'ット", "ヂョ'ヲ", "イェ'イ"})
  void readsWhatItWrites(String kana) throws Exception {
    assertThat(AccentNotation.write(AccentNotation.parse(kana))).isEqualTo(kana);
  }

  @Test
  void takesTheLongestKana() throws Exception {
    AccentPhrase phrase = AccentNotation.parse("シャ'シ").get(0);
    assertThat(phrase.moras()).extracting(Mora::consonant).containsExactly("sh", "sh");
    assertThat(phrase.moras()).extracting(Mora::vowel).containsExactly("a", "i");
    assertThat(phrase.accent()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | EMPTY_PHRASE | 1番目のアクセント句が空白です",
        "ア'、 | EMPTY_PHRASE | 2番目のアクセント句が空白です",
        "'ア | ACCENT_TOP | 句頭にアクセントは置けません: 'ア",
        "ア'イ' | ACCENT_TWICE | 1つのアクセント句に二つ以上のアクセントは置けません: ア'イ'",
        "アイ | ACCENT_NOTFOUND | アクセントを指定していないアクセント句があります: アイ",
        "ア'？イ | INTERROGATION_MARK_NOT_AT_END | アクセント句末以外に「？」は置けません: ア'？イ",
        "ア漢'字 | UNKNOWN_TEXT | 判別できない読み仮名があります: 漢",
        "_ン' | UNKNOWN_TEXT | 判別できない読み仮名があります: _ン",
        "ア'_ | UNKNOWN_TEXT | 判別できない読み仮名があります: _",
      },
      quoteCharacter = '"')
  void saysWhatIsWrong(String kana, String name, String message) {
    String text = kana.equals("''") ? "" : kana;
    NotKana problem = catchThrowableOfType(NotKana.class, () -> AccentNotation.parse(text));
    assertThat(problem.errorName()).isEqualTo(name);
    assertThat(problem).hasMessage(message);
  }

  @Test
  void refusesAPhraseWithoutEnd() {
    assertThat(catchThrowableOfType(NotKana.class, () -> AccentNotation.parse("ア".repeat(400))))
        .extracting(NotKana::errorName)
        .isEqualTo("INFINITE_LOOP");
  }
}

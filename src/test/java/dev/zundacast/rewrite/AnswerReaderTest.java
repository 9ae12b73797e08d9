package dev.zundacast.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.rewrite.Rewriter.AnswerReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerReaderTest {
  private static final String ANSWER =
      "{\"article\":1,\"title\":\"時計\",\"lead\":{\"text\":\"「{}」なのだ。\",\"from\":[1]},\"points\":[]}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%s",
        "はい、どうぞ。\n```json\n%s\n```\nいかがでしょう。",
        "<think>{\"lead\": 1}</think>\n%s",
        "[%s]",
        "{\"answer\": %s}",
        "{ broken %s",
      })
  void findsTheAnswerWhateverStandsAroundIt(String text) {
    assertThat(AnswerReader.first(text.formatted(ANSWER)))
        .hasValueSatisfying(it -> assertThat(it.lead().text()).isEqualTo("「{}」なのだ。"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "できません。", "{\"lead\":", "{\"lead\":[1],\"points\":{}}", "null", "[]", "{}"})
  void whatIsNoAnswerIsNone(String text) {
    assertThat(AnswerReader.first(text)).isEmpty();
  }

  @Test
  void whatIsLeftOutIsEmpty() {
    Answer answer = AnswerReader.first("{\"lead\":null,\"points\":null}").orElseThrow();
    assertThat(answer.title()).isEmpty();
    assertThat(answer.lead().from()).isEmpty();
    assertThat(answer.points()).isEmpty();
  }

  @Test
  @Timeout(3)
  void manyBracesCostNoTime() {
    assertThat(AnswerReader.first("{".repeat(200_000))).isEmpty();
  }
}

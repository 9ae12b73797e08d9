package dev.zundacast.tag;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagTextTest {
  @Test
  void aLineHasNoControlsAndNoDirectionMarks() {
    assertThat(TagText.line("\ufeffずんだ\u200e\u2068餅\u2069\u0007 は\t\r\n 緑\u200b"))
        .isEqualTo("ずんだ餅 は 緑");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\u3000餅\u3000",
        " 餅",
        "餅 ",
        "豆  餅",
        "豆\u3000餅",
        "豆\u00a0餅",
        "豆！ 餅（仮）A-1"
      })
  void spacesAtTheEndsAndRunsOfThemGo(String text) {
    assertThat(TagText.line(text)).isEqualTo(text.replaceAll("\\s+", " ").strip());
  }

  @Test
  void joinedEmojiStayJoined() {
    assertThat(TagText.line("👩\u200d💻")).isEqualTo("👩\u200d💻");
  }

  @Test
  void loneSurrogatesDisappear() {
    assertThat(TagText.line("a\ud83d b")).isEqualTo("a b");
  }

  @Test
  void linesKeepTheirBreaks() {
    assertThat(TagText.lines("一\r\n二\r三\u0000\n")).isEqualTo("一\n二\n三");
  }

  @Test
  void addressesAreAscii() {
    assertThat(TagText.address("https://example.com/餅 1?q=é"))
        .isEqualTo("https://example.com/%E9%A4%85%201?q=%C3%A9");
  }
}

package dev.zundacast.voice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TextPartsTest {
  private static List<String> texts(String text) {
    return TextParts.of(text);
  }

  @Test
  void aShortLineStaysWhole() {
    assertThat(texts("枝豆なのだ。もちなのだ。")).containsExactly("枝豆なのだ。もちなのだ。");
  }

  @Test
  void aLongLineIsSplitAtSentencesBehindTheirBrackets() {
    String first = "「" + "あ".repeat(70) + "。」";
    String second = "い".repeat(70) + "！？";
    assertThat(texts(first + second)).containsExactly(first, second);
    assertThat(TextParts.endsSentence(texts(first + second).get(0))).isTrue();
  }

  @Test
  void aLongSentenceIsSplitAtCommas() {
    String text = "あ".repeat(60) + "、" + "い".repeat(60) + "、" + "う".repeat(60) + "。";
    assertThat(texts(text)).allMatch(part -> part.length() <= TextParts.LONGEST);
    assertThat(String.join("", texts(text))).isEqualTo(text);
    assertThat(TextParts.endsSentence(texts(text).get(0))).isFalse();
  }

  @Test
  void numbersAreNotTornAtTheirMarks() {
    String text = "あ".repeat(100) + "1,234:56" + "い".repeat(40);
    assertThat(texts(text).stream().filter(part -> part.contains("1,234:56"))).hasSize(1);
  }

  @Test
  @Timeout(3)
  void aTextWithoutAnyMarkIsCutBetweenCharacters() {
    String text = "😀".repeat(20_000);
    List<String> parts = texts(text);
    assertThat(parts).allMatch(part -> part.length() <= TextParts.LONGEST);
    assertThat(parts.stream().collect(Collectors.joining())).isEqualTo(text);
    assertThat(parts).allMatch(part -> Character.isHighSurrogate(part.charAt(0)));
  }
}

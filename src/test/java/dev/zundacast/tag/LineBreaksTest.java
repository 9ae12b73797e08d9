package dev.zundacast.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LineBreaksTest {
  @Test
  void aShortTextStaysWhole() {
    assertThat(new LineBreaks(32).wrap(" ずんだ餅なのだ ")).containsExactly("ずんだ餅なのだ");
  }

  @Test
  void breaksAfterPunctuationFirst() {
    assertThat(new LineBreaks(32).wrap("枝豆をゆでて、すりつぶして砂糖を混ぜるのだ。"))
        .containsExactly("枝豆をゆでて、", "すりつぶして砂糖を混ぜるのだ。");
  }

  @Test
  void breaksBeforeAPhraseAndNotInsideAWord() {
    assertThat(new LineBreaks(24).wrap("新しいコマンドラインツールを使うのだ"))
        .containsExactly("新しい", "コマンドラインツールを", "使うのだ");
  }

  @Test
  void noLineBeginsWithPunctuation() {
    assertThat(new LineBreaks(8).wrap("あいうえ。かきくけ。")).noneMatch(line -> line.startsWith("。"));
  }

  @Test
  void aWordLongerThanALineIsCut() {
    assertThat(new LineBreaks(8).wrap("a".repeat(20)))
        .containsExactly("aaaaaaaa", "aaaaaaaa", "aaaa");
  }

  @Test
  void pairsOfSurrogatesStayTogether() {
    assertThat(new LineBreaks(1).wrap("😀😀")).containsExactly("😀", "😀");
  }

  @Test
  @Timeout(value = 5, unit = TimeUnit.SECONDS)
  void aHundredThousandCharactersTakeNoTime() {
    assertThat(new LineBreaks(32).wrap("、あ".repeat(50_000))).isNotEmpty();
  }
}

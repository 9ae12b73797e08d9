package dev.zundacast.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.reading.piece.PieceReading;
import dev.zundacast.reading.piece.Source;
import dev.zundacast.words.Morphology;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhraseBreaksTest {
  private final PhraseBreaks breaks = new PhraseBreaks(new Morphology());

  private String paused(String text, Source source) {
    return breaks.pausedAt(List.of(new PieceReading(text, text, source))).get(0).spoken();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "工房の枝豆の箱を大きくするために開発された新しい手法については、町の職人が詳しく説明しているのだ。",
        "工房の職人が作ったばかりの大きな枝豆の箱を、一つずつ調べてから、町の店に届けているのだ。",
        "枝豆の箱を作る大きな工房が先週の金曜日に公開した手順書は、町の職人が何度も読み返しているのだ。",
        "職人が箱の大きさを測って豆の重さを記録することで、工房の全体の作業がとても速くなったのだ。",
        "町の工房で作られた枝豆の箱の使い方を、小さな手順書で楽しく覚えていただければ、うれしく思うのだ。",
        "短い文は短いままなのだ。"
      })
  void aLongStretchPausesWhereClausesMeet(String spoken) {
    assertThat(paused(spoken.replace("、", ""), Source.TEXT)).isEqualTo(spoken);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "信頼性の高い枝豆の箱を町の工房から届く材料で作るための手順書の書き方の話なのだ。",
        "畑から届く小さな枝豆の箱を一つずつ調べる職人の手の動きを記録した町の工房の映像の話なのだ。"
      })
  void noWordIsPartedFromTheVerbOfItsRelativeClause(String spoken) {
    assertThat(paused(spoken, Source.TEXT)).isEqualTo(spoken);
  }

  @Test
  void whatAPersonGaveStays() {
    String text = "大規模言語モデルの推論を高速化するために開発された新しい手法について詳しく説明しているのだ。";
    assertThat(paused(text, Source.PERSON)).isEqualTo(text);
  }
}

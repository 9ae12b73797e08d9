package dev.zundacast.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.reading.piece.PieceReading;
import dev.zundacast.reading.piece.Source;
import dev.zundacast.words.Morphology;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BreathTest {
  private final Breath breath = new Breath(new Morphology());

  private String taken(String text, Source source) {
    return breath.taken(List.of(new PieceReading(text, text, source))).get(0).spoken();
  }

  @ParameterizedTest
  @CsvSource({
    "大規模言語モデルの推論を高速化するために開発された新しい手法について詳しく説明しているのだ。,"
        + " 大規模言語モデルの推論を高速化するために、開発された新しい手法について詳しく説明しているのだ。",
    "短い文は短いままなのだ。, 短い文は短いままなのだ。"
  })
  void aLongStretchPausesWhereAPartOfTheSentenceEnds(String written, String taken) {
    assertThat(taken(written, Source.TEXT).replace("，", "、")).isEqualTo(taken);
  }

  @Test
  void whatAPersonGaveStays() {
    String text = "大規模言語モデルの推論を高速化するために開発された新しい手法について詳しく説明しているのだ。";
    assertThat(taken(text, Source.PERSON)).isEqualTo(text);
  }
}

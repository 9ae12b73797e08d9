package dev.zundacast.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.episode.Article;
import dev.zundacast.episode.Block;
import dev.zundacast.episode.Block.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class BodyTest {
  private static List<Kind> kinds(Block... blocks) {
    return Body.of(new Article(1, "題", "", 1, "", List.of(blocks))).sentences().stream()
        .map(Body.Sentence::kind)
        .toList();
  }

  private static Block block(Kind kind, String text) {
    return new Block(kind, kind == Kind.PARAGRAPH ? 0 : 1, text, 1);
  }

  @Test
  void takesAnItemAboveItsParagraphForALabel() {
    Block paragraph = block(Kind.PARAGRAPH, "箱を開けます。");
    assertThat(kinds(block(Kind.NUMBERED, "準備"), paragraph, block(Kind.NUMBERED, "本番"), paragraph))
        .containsExactly(Kind.LABEL, Kind.PARAGRAPH, Kind.LABEL, Kind.PARAGRAPH);
  }

  @Test
  void leavesTheLastItemInItsList() {
    Block paragraph = block(Kind.PARAGRAPH, "色は選べます。");
    assertThat(kinds(block(Kind.BULLET, "赤い紐"), block(Kind.BULLET, "青い紐"), paragraph))
        .containsExactly(Kind.BULLET, Kind.BULLET, Kind.PARAGRAPH);
    assertThat(kinds(block(Kind.TABLE_ROW, "箱、500円"), block(Kind.TABLE_ROW, "紐、90円"), paragraph))
        .containsExactly(Kind.TABLE_ROW, Kind.TABLE_ROW, Kind.PARAGRAPH);
  }

  @Test
  void takesTheParagraphInsideAnItemForTheItems() {
    Block inside = new Block(Kind.PARAGRAPH, 1, "布で磨きます。", 1);
    assertThat(kinds(block(Kind.NUMBERED, "準備"), block(Kind.NUMBERED, "仕上げ"), inside))
        .containsExactly(Kind.NUMBERED, Kind.LABEL, Kind.PARAGRAPH);
  }
}

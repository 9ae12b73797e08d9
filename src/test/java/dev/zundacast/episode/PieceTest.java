package dev.zundacast.episode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PieceTest {
  @Test
  void anInlineReadingIsAPieceOfItsOwn() {
    assertThat(Piece.split("今日は{枝豆|えだまめ}の日"))
        .containsExactly(new Piece("今日は", ""), new Piece("枝豆", "えだまめ"), new Piece("の日", ""));
  }

  @Test
  void bracesWithoutAReadingAreText() {
    assertThat(Piece.display("{a} {{ b }} {|c} {d|} {e|f|g} {h|ハ}"))
        .isEqualTo("{a} {{ b }} {|c} {d|} {e|f|g} h");
  }
}

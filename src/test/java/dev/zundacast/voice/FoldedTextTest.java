package dev.zundacast.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FoldedTextTest {
  @Test
  void whatCountsAsFoldedStaysAsItIs() {
    String folded =
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
            .filter(EngineWords::isFolded)
            .mapToObj(Character::toString)
            .collect(Collectors.joining());
    assertThat(folded).contains("a", "ず", "ダ", "ー", "餅", "、");
    assertThat(Normalizer.normalize(folded, Normalizer.Form.NFKC)).isEqualTo(folded);
  }
}

package dev.zundacast.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How long an engine is to rest, told without waiting for it. */
class RestTest {
  private final Rest rest = new Rest(PoolOptions.USUAL);

  private long millisAfterAFault() {
    rest.after(EngineFault.of(EngineFault.Kind.UNREACHABLE, "refused"), Rest.Asked.SYNTHESIS);
    return rest.left().toMillis();
  }

  @Test
  void restsDoubleUpToFifteenSecondsAndBeginAnew() {
    List<Long> rests = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      // Some time passes until it is looked at.
      rests.add(Math.round(millisAfterAFault() / 500.0) * 500);
    }
    assertThat(rests)
        .containsExactly(500L, 1_000L, 2_000L, 4_000L, 8_000L, 15_000L, 15_000L, 15_000L);
    rest.well();
    assertThat(millisAfterAFault()).isBetween(1L, 500L);
  }
}

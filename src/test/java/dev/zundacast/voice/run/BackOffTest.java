package dev.zundacast.voice.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.voice.PoolOptions;
import dev.zundacast.voice.engine.EngineFault;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How long an engine is left in peace, told without waiting for it. */
class BackOffTest {
  private final BackOff backOff = new BackOff(PoolOptions.USUAL);

  private long millisAfterAFault() {
    backOff.failed(
        EngineFault.of(EngineFault.Kind.UNREACHABLE, "refused"), BackOff.Asked.SYNTHESIS);
    return backOff.left().toMillis();
  }

  @Test
  void waitsDoubleUpToFifteenSecondsAndBeginAnew() {
    List<Long> waits = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      // Some time passes until it is looked at.
      waits.add(Math.round(millisAfterAFault() / 500.0) * 500);
    }
    assertThat(waits)
        .containsExactly(500L, 1_000L, 2_000L, 4_000L, 8_000L, 15_000L, 15_000L, 15_000L);
    backOff.succeeded();
    assertThat(millisAfterAFault()).isBetween(1L, 500L);
  }
}

package dev.zundacast.voice.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.message.Message;
import dev.zundacast.voice.PoolOptions;
import dev.zundacast.voice.engine.EngineFault;
import dev.zundacast.voice.engine.EngineFault.Kind;
import dev.zundacast.voice.run.BackOff.Asked;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How long an engine is left in peace, told by a clock that the test turns. */
class BackOffTest {
  private Duration now = Duration.ofHours(1);
  private final BackOff backOff = new BackOff(PoolOptions.USUAL, () -> now.toNanos());

  private static EngineFault fault(Kind kind) {
    return EngineFault.of(kind, Message.plain("no answer"));
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  @Test
  void waitsDoubleUpToFifteenSecondsAndBeginAnew() {
    List<Duration> waits = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      assertThat(backOff.failed(fault(Kind.UNREACHABLE), Asked.SYNTHESIS)).isEmpty();
      waits.add(backOff.left());
      pass(backOff.left());
      assertThat(backOff.left()).isZero();
    }
    assertThat(waits)
        .extracting(Duration::toMillis)
        .containsExactly(500L, 1_000L, 2_000L, 4_000L, 8_000L, 15_000L, 15_000L, 15_000L);
    backOff.succeeded();
    backOff.failed(fault(Kind.UNREACHABLE), Asked.SYNTHESIS);
    assertThat(backOff.left()).hasMillis(500);
  }

  @Test
  void isDownSinceItsFirstFailureAndTooLongWhenPatienceEnds() {
    assertThat(backOff.down()).isEmpty();
    backOff.failed(fault(Kind.BUSY), Asked.SYNTHESIS);
    pass(PoolOptions.USUAL.patience());
    backOff.failed(fault(Kind.BUSY), Asked.SYNTHESIS);
    assertThat(backOff.down()).contains(PoolOptions.USUAL.patience());
    assertThat(backOff.isTooLong()).isFalse();
    pass(Duration.ofMillis(1));
    assertThat(backOff.isTooLong()).isTrue();
    backOff.succeeded();
    assertThat(backOff.isTooLong()).isFalse();
    assertThat(backOff.down()).isEmpty();
  }

  @Test
  void anEngineThatHangsRestsAsLongAndIsLeftTheSecondTimeInARow() {
    assertThat(backOff.failed(fault(Kind.TIMEOUT), Asked.SYNTHESIS)).isEmpty();
    assertThat(backOff.left()).isEqualTo(PoolOptions.USUAL.timeouts().synthesis());
    backOff.succeeded();
    assertThat(backOff.failed(fault(Kind.TIMEOUT), Asked.QUERY)).isEmpty();
    assertThat(backOff.failed(fault(Kind.TIMEOUT), Asked.SYNTHESIS)).isEmpty();
    assertThat(backOff.failed(fault(Kind.TIMEOUT), Asked.SYNTHESIS))
        .map(Message::toString)
        .contains("and not the next time either; restart the engine");
  }
}

package dev.zundacast.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class KWeightingTest {
  private static final int RATE = 48_000;
  private static final int ROUNDS = 5;

  /** A filter's echo that only halves ends in numbers that a processor takes very long for. */
  @Test
  void silenceAfterSoundTakesNoLongerThanSound() {
    float[] sound = Sounds.speech(RATE, 10, 4);
    float[] silence = sound.clone();
    Arrays.fill(silence, RATE, silence.length, 0);
    long heard = Long.MAX_VALUE;
    long silent = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      heard = Math.min(heard, nanos(sound));
      silent = Math.min(silent, nanos(silence));
    }
    assertThat(silent).isLessThan(4 * heard);
  }

  /** The processor's time, which others on the machine hardly change. */
  private static long nanos(float[] signal) {
    ThreadMXBean time = ManagementFactory.getThreadMXBean();
    long from = time.getCurrentThreadCpuTime();
    assertThat(KWeighting.energies(signal, RATE)[0]).isPositive();
    return time.getCurrentThreadCpuTime() - from;
  }
}

package dev.zundacast.audio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LimiterTest {
  private static final double CEILING = 0.8;

  @Test
  void aSignalUnderTheCeilingStaysTheSameArray() {
    float[] quiet = Sounds.speech(48_000, 1, 1);
    assertThat(Limiter.limit(quiet, 48_000, CEILING)).isSameAs(quiet);
  }

  @Test
  void peaksAreHeldAndTheRestIsLeftAlone() {
    float[] signal = Sounds.speech(48_000, 2, 5);
    for (int i = 48_000; i < 48_100; i++) {
      signal[i] += (float) (1.5 * Math.sin(Math.PI * (i - 48_000) / 100));
    }
    float[] limited = Limiter.limit(signal, 48_000, CEILING);
    assertThat(TruePeak.within(limited, 0, limited.length, 0)).isLessThanOrEqualTo(CEILING);
    for (int i = 0; i < signal.length; i++) {
      if (Math.abs(i - 48_050) > 50 + 2 * 240) {
        assertThat(limited[i]).isEqualTo(signal[i]);
      }
      assertThat(Math.abs(limited[i])).isLessThanOrEqualTo(Math.abs(signal[i]));
    }
  }

  @Test
  void aSquareWaveFarAboveIsHeldToo() {
    float[] loud = new float[9600];
    for (int i = 0; i < loud.length; i++) {
      loud[i] = i / 50 % 2 == 0 ? 3 : -3;
    }
    float[] held = Limiter.limit(loud, 48_000, CEILING);
    assertThat(TruePeak.within(held, 0, held.length, 0)).isLessThanOrEqualTo(CEILING);
  }
}

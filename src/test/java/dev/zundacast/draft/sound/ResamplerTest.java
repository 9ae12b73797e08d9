package dev.zundacast.draft.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplerTest {
  private static float[] tone(double hz, int rate, int length) {
    float[] tone = new float[length];
    for (int n = 0; n < length; n++) {
      tone[n] = (float) (10000 * Math.sin(2 * Math.PI * hz * n / rate));
    }
    return tone;
  }

  @ParameterizedTest
  @CsvSource({"48000,24000", "48000,44100", "24000,48000", "48000,8000"})
  void keepsATone(int from, int to) {
    float[] resampled = Resampler.resample(tone(1000, from, from), from, to);
    float[] expected = tone(1000, to, to);
    assertThat(resampled).hasSize(to);
    double worst = 0;
    for (int n = to / 10; n < to - to / 10; n++) {
      worst = Math.max(worst, Math.abs(resampled[n] - expected[n]));
    }
    assertThat(worst).isLessThan(5);
  }

  @Test
  void takesOutWhatTheLowerRateCannotHold() {
    float[] resampled = Resampler.resample(tone(15000, 48000, 48000), 48000, 24000);
    double loudest = 0;
    for (int n = 1000; n < resampled.length - 1000; n++) {
      loudest = Math.max(loudest, Math.abs(resampled[n]));
    }
    assertThat(loudest).isLessThan(2);
  }

  @Test
  void leavesTheOwnRateAlone() {
    float[] tone = tone(440, 24000, 100);
    assertThat(Resampler.resample(tone, 24000, 24000)).isSameAs(tone);
    assertThat((double) Resampler.resample(tone, 24000, 48000).length).isCloseTo(200, within(0.0));
  }
}

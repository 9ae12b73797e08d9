package dev.zundacast.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatedLoudnessTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {24_000, 44_100, 48_000})
  void agreesWithFfmpeg(int rate) throws Exception {
    float[] signal =
        Sounds.join(
            Sounds.speech(rate, 4, 1),
            new float[rate * 2],
            Sounds.scaledTo(Sounds.speech(rate, 4, 2), 0.03),
            Sounds.scaledTo(Sounds.speech(rate, 5, 3), 0.8));
    Loudness meter = Decoders.ebur128(Sounds.wav(folder.resolve("a.wav"), rate, 1, signal));
    assertThat(loudness(signal, rate)).isCloseTo(meter.lufs(), within(0.06));
    assertThat(TruePeak.decibels(TruePeak.within(signal, 0, signal.length, 0)))
        .isCloseTo(meter.truePeak(), within(0.1));
  }

  @Test
  void theStandardsOwnSineMeasuresWhatItSays() {
    // BS.1770-4: 997 Hz at full scale in one channel is -3.01 LUFS.
    float[] sine = Sounds.sine(48_000, 20, 997, 1);
    assertThat(loudness(sine, 48_000) - Loudness.TWO_SPEAKERS).isCloseTo(-3.01, within(0.01));
  }

  @Test
  void silenceIsTheAbsoluteGate() {
    GatedLoudness loudness = new GatedLoudness(48_000);
    loudness.add(new float[1000]);
    assertThat(loudness.integrated()).isEqualTo(GatedLoudness.SILENCE);
    assertThat(new GatedLoudness(48_000).integrated()).isEqualTo(GatedLoudness.SILENCE);
  }

  private static double loudness(float[] signal, int rate) {
    GatedLoudness loudness = new GatedLoudness(rate);
    loudness.add(KWeighting.energies(signal, rate));
    return loudness.integrated() + Loudness.TWO_SPEAKERS;
  }
}

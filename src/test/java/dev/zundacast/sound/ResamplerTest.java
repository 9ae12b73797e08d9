package dev.zundacast.sound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.audio.Decoders;
import dev.zundacast.audio.Sounds;
import dev.zundacast.testkit.Programs;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplerTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "24000,48000",
    "44100,48000",
    "22050,48000",
    "16000,48000",
    "96000,48000",
    "44100,24000",
    "48000,24000",
    "11025,48000",
    "47999,48000"
  })
  void agreesWithSox(int from, int to) throws Exception {
    // Below 80 % of the lower rate's half both have to agree; in the edge above, filters differ.
    float[] speech = lowPassed(Sounds.speech(from, 1.5, 11), from, Math.min(from, to));
    Path wav = Sounds.wav(folder.resolve("in.wav"), from, 1, speech);
    Path raw = folder.resolve("out.f32");
    Programs.output(
        "sox",
        wav.toString(),
        "-e",
        "floating-point",
        "-b",
        "32",
        raw.toString(),
        "rate",
        "-v",
        String.valueOf(to));
    float[] sox = Decoders.floats(raw);
    float[] ours = new Resampler(from, to).convert(Wav.read(wav).mono());

    assertThat(Math.abs(ours.length - sox.length)).isLessThanOrEqualTo(1);
    double signal = 0;
    double difference = 0;
    for (int i = to / 10; i < ours.length - to / 10; i++) {
      signal += sox[i] * sox[i];
      difference += Math.pow(sox[i] - ours[i], 2);
    }
    double floor = from == 47_999 ? 60 : 75;
    assertThat(10 * Math.log10(signal / difference)).isGreaterThan(floor);
  }

  @Test
  void nothingFoldsBack() {
    float[] above = Sounds.sine(96_000, 0.5, 30_000, 1);
    float[] converted = new Resampler(96_000, 48_000).convert(above);
    for (int i = 4800; i < converted.length - 4800; i++) {
      assertThat(Math.abs(converted[i])).isLessThan(2e-5f);
    }
  }

  @Test
  void theSameRateIsTheSameSound() {
    float[] samples = Sounds.sine(48_000, 0.1, 440, 1);
    assertThat(new Resampler(48_000, 48_000).convert(samples)).isSameAs(samples);
  }

  private float[] lowPassed(float[] samples, int rate, int lowerRate) throws Exception {
    Path in = Sounds.wav(folder.resolve("full.wav"), rate, 1, samples);
    Path out = folder.resolve("low.f32");
    Programs.output(
        "sox",
        in.toString(),
        "-e",
        "floating-point",
        "-b",
        "32",
        out.toString(),
        "sinc",
        "-" + lowerRate * 2 / 5);
    return Decoders.floats(out);
  }
}

package dev.zundacast.audio.mp3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.sound.MpegHeader;
import dev.zundacast.testkit.Programs;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Mp3DecoderTest {
  @TempDir Path folder;

  /** Two seconds of a tone, as ffmpeg encodes it, without anything but frames. */
  private byte[] tone(int channels, int rate) throws Exception {
    Path mp3 = folder.resolve(channels + "-" + rate + ".mp3");
    Programs.generate(
        "sine=440:duration=2",
        "-ac",
        Integer.toString(channels),
        "-ar",
        Integer.toString(rate),
        "-write_xing",
        "0",
        "-id3v2_version",
        "0",
        mp3.toString());
    return Files.readAllBytes(mp3);
  }

  /** What was decoded: how many samples of how many channels, and the highest of each. */
  private record Heard(int samples, int channels, float[] peaks) {
    static Heard of(byte[] mp3) throws IOException {
      int[] counts = new int[2];
      float[] peaks = new float[2];
      Mp3Decoder.decode(
          new ByteArrayInputStream(mp3),
          (rate, samples, count) -> {
            counts[0] += count;
            counts[1] = samples.length;
            for (int channel = 0; channel < samples.length; channel++) {
              for (float sample : Arrays.copyOf(samples[channel], count)) {
                peaks[channel] = Math.max(peaks[channel], Math.abs(sample));
              }
            }
          });
      return new Heard(counts[0], counts[1], peaks);
    }
  }

  @ParameterizedTest
  @CsvSource({"1,48000", "2,48000", "1,24000", "2,24000", "2,44100"})
  void everyChannelIsHeard(int channels, int rate) throws Exception {
    Heard heard = Heard.of(tone(channels, rate));
    assertThat(heard.channels()).isEqualTo(channels);
    assertThat(heard.samples() / (double) rate).isBetween(1.95, 2.15);
    for (int channel = 0; channel < channels; channel++) {
      assertThat(heard.peaks()[channel]).isBetween(0.08f, 0.2f);
    }
  }

  @Test
  void aStreamMayGoOnWithFewerChannels() throws Exception {
    byte[] stereo = tone(2, 48_000);
    int frame = MpegHeader.of(ByteBuffer.wrap(stereo).getInt()).bytes();
    for (int frames : new int[] {1, 2, 40}) {
      ByteArrayOutputStream joined = new ByteArrayOutputStream();
      joined.write(stereo, 0, Math.min(stereo.length, frames * frame));
      joined.write(tone(1, 48_000));
      assertThat(Heard.of(joined.toByteArray()).samples()).isPositive();
    }
  }
}

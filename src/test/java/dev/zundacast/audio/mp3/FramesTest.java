package dev.zundacast.audio.mp3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.zundacast.audio.Decoders;
import dev.zundacast.audio.Sounds;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FramesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void aStepOfGainMultipliesEverySampleAlike(Mp3Format format) throws Exception {
    byte[] frames = encoded(format, Sounds.speech(format.sampleRate(), 4.8, 3));
    float[] before = Decoders.ffmpeg(Streams.write(folder.resolve("a.mp3"), format, frames));
    Frames.addGain(format, frames, frames.length, 2);
    float[] louder = Decoders.ffmpeg(Streams.write(folder.resolve("b.mp3"), format, frames));
    float factor = (float) Math.pow(10, 2 * Frames.GAIN_STEP_DB / 20);
    for (int i = 0; i < before.length; i++) {
      assertThat(louder[i]).isCloseTo(before[i] * factor, within(4e-6f));
    }
  }

  @ParameterizedTest
  @EnumSource
  void gainLeavesSilenceAlone(Mp3Format format) {
    byte[] frame = Frames.silent(format);
    Frames.addGain(format, frame, frame.length, 9);
    assertThat(frame).isEqualTo(Frames.silent(format));
  }

  @ParameterizedTest
  @EnumSource
  void theEncodersOwnInputScaleIsTakenOut(Mp3Format format) throws Exception {
    float[] sine = Sounds.sine(format.sampleRate(), 2.4, 1000, 0.5);
    for (SegmentEncoder.Choice choice :
        new SegmentEncoder.Choice[] {SegmentEncoder.Choice.JUMP3R, SegmentEncoder.Choice.LAME}) {
      byte[] frames =
          SegmentEncoder.open(format, choice).encode(sine, SegmentEncoder.BitReservoir.ON);
      float[] decoded = Decoders.ffmpeg(Streams.write(folder.resolve("c.mp3"), format, frames));
      double sum = 0;
      int from = format.sampleRate() / 2;
      for (int i = from; i < 3 * from; i++) {
        sum += decoded[i] * decoded[i];
      }
      assertThat(Math.sqrt(2 * sum / (2 * from))).isCloseTo(0.5, within(0.002));
    }
  }

  private static byte[] encoded(Mp3Format format, float[] samples) {
    float[] whole =
        Arrays.copyOf(samples, samples.length / format.frameSamples() * format.frameSamples());
    byte[] all =
        SegmentEncoder.open(format, SegmentEncoder.Choice.JUMP3R)
            .encode(whole, SegmentEncoder.BitReservoir.ON);
    return Arrays.copyOf(all, whole.length / format.frameSamples() * format.frameBytes());
  }
}

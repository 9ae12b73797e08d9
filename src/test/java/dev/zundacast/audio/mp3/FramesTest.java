package dev.zundacast.audio.mp3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.zundacast.audio.Decoders;
import dev.zundacast.audio.Sounds;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FramesTest {
  @TempDir Path folder;

  @Test
  void aStepOfGainMultipliesEverySampleAlike() throws Exception {
    byte[] frames = encoded(Sounds.speech(Mp3Format.SAMPLE_RATE, 4.8, 3));
    float[] before = Decoders.ffmpeg(Streams.write(folder.resolve("a.mp3"), frames));
    Frames.addGain(frames, 2);
    float[] louder = Decoders.ffmpeg(Streams.write(folder.resolve("b.mp3"), frames));
    float factor = (float) Math.pow(10, 2 * Frames.GAIN_STEP_DB / 20);
    for (int i = 0; i < before.length; i++) {
      assertThat(louder[i]).isCloseTo(before[i] * factor, within(4e-6f));
    }
  }

  @Test
  void gainLeavesSilenceAlone() {
    byte[] frame = Frames.silent();
    Frames.addGain(frame, 9);
    assertThat(frame).isEqualTo(Frames.silent());
  }

  @Test
  void theEncodersOwnInputScaleIsTakenOut() throws Exception {
    float[] sine = Sounds.sine(Mp3Format.SAMPLE_RATE, 2.4, 1000, 0.5);
    for (SegmentEncoder.Choice choice :
        new SegmentEncoder.Choice[] {SegmentEncoder.Choice.JUMP3R, SegmentEncoder.Choice.LAME}) {
      byte[] frames = SegmentEncoder.open(choice).encode(sine, SegmentEncoder.BitReservoir.ON);
      float[] decoded = Decoders.ffmpeg(Streams.write(folder.resolve("c.mp3"), frames));
      double sum = 0;
      int from = Mp3Format.SAMPLE_RATE / 2;
      for (int i = from; i < 3 * from; i++) {
        sum += decoded[i] * decoded[i];
      }
      assertThat(Math.sqrt(2 * sum / (2 * from))).isCloseTo(0.5, within(0.002));
    }
  }

  private static byte[] encoded(float[] samples) {
    float[] whole =
        Arrays.copyOf(samples, samples.length / Mp3Format.FRAME_SAMPLES * Mp3Format.FRAME_SAMPLES);
    byte[] all =
        SegmentEncoder.open(SegmentEncoder.Choice.JUMP3R)
            .encode(whole, SegmentEncoder.BitReservoir.ON);
    return Arrays.copyOf(all, whole.length / Mp3Format.FRAME_SAMPLES * Mp3Format.FRAME_BYTES);
  }
}

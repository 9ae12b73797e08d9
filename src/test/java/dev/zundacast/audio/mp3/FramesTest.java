package dev.zundacast.audio.mp3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.zundacast.audio.Decoders;
import dev.zundacast.audio.Sounds;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FramesTest {
  @TempDir Path folder;

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
}

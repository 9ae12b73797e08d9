package dev.zundacast.audio.mp3;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WarmUpTest {
  private static float[] tone(Mp3Format format) {
    float[] tone = new float[20 * format.frameSamples()];
    for (int i = 0; i < tone.length; i++) {
      tone[i] = (float) (0.4 * Math.sin(i * 0.03));
    }
    return tone;
  }

  @ParameterizedTest
  @EnumSource(Mp3Format.class)
  void isHeardInNoSoundThatIsCodedMeanwhile(Mp3Format format) throws Exception {
    SegmentEncoder jump3r = SegmentEncoder.open(format, SegmentEncoder.Choice.JUMP3R);
    byte[] frames = jump3r.encode(tone(format), SegmentEncoder.BitReservoir.ON);
    float[] decoded = jump3r.decode(frames);
    AtomicBoolean warm = new AtomicBoolean();
    Thread warmUp =
        new Thread(
            () -> {
              jump3r.warmUp();
              warm.set(true);
            });
    warmUp.start();
    do {
      assertThat(jump3r.encode(tone(format), SegmentEncoder.BitReservoir.ON)).isEqualTo(frames);
      assertThat(jump3r.decode(frames)).isEqualTo(decoded);
    } while (warmUp.isAlive());
    warmUp.join();
    assertThat(warm).isTrue();
  }
}

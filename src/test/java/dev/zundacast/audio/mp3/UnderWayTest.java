package dev.zundacast.audio.mp3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.audio.Sounds;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnderWayTest {
  /** Less than it takes, exactly as much, and more. */
  @ParameterizedTest
  @CsvSource({"JUMP3R, 1", "JUMP3R, 40", "JUMP3R, 41", "JUMP3R, 130", "LAME, 1", "LAME, 130"})
  void isToldOnceAndChangesNothing(SegmentEncoder.Choice choice, int frames) throws Exception {
    Mp3Format format = Mp3Format.STANDARD;
    SegmentEncoder encoder = SegmentEncoder.open(format, choice);
    int samples = frames * format.frameSamples();
    float[] sound = Arrays.copyOf(Sounds.speech(format.sampleRate(), 4, 3), samples);
    AtomicInteger told = new AtomicInteger();
    byte[] encoded = encoder.encode(sound, SegmentEncoder.BitReservoir.ON, told::incrementAndGet);
    assertThat(told).hasValue(1);
    assertThat(encoded.length).isEqualTo((frames + format.flushFrames()) * format.frameBytes());
    assertThat(encoded).isEqualTo(encoder.encode(sound, SegmentEncoder.BitReservoir.ON));
  }
}

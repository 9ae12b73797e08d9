package dev.zundacast.audio.mp3;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WarmUpTest {
  static Stream<Arguments> encoders() {
    return Stream.of(SegmentEncoder.Choice.JUMP3R, SegmentEncoder.Choice.LAME)
        .flatMap(
            choice ->
                Stream.of(Mp3Format.STANDARD, Mp3Format.SMALL)
                    .map(format -> Arguments.of(choice, format)));
  }

  @ParameterizedTest
  @MethodSource("encoders")
  void leavesNothingThatIsHeardInTheNextSound(SegmentEncoder.Choice choice, Mp3Format format) {
    SegmentEncoder encoder = SegmentEncoder.open(format, choice);
    float[] sound = new float[20 * format.frameSamples()];
    for (int i = 0; i < sound.length; i++) {
      sound[i] = (float) (0.4 * Math.sin(i * 0.03));
    }
    byte[] before = encoder.encode(sound, SegmentEncoder.BitReservoir.ON);
    encoder.warmUp();
    assertThat(encoder.encode(sound, SegmentEncoder.BitReservoir.ON)).isEqualTo(before);
    assertThat(encoder.decode(before)).hasSizeGreaterThanOrEqualTo(sound.length);
  }
}

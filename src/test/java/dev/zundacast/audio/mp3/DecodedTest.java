package dev.zundacast.audio.mp3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.zundacast.audio.Decoders;
import dev.zundacast.audio.Loudness;
import dev.zundacast.audio.Sounds;
import dev.zundacast.audio.TruePeak;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DecodedTest {
  @TempDir Path folder;

  /** A sound near half the sampling rate rises between its samples, and again when it is coded. */
  @ParameterizedTest
  @EnumSource(
      value = SegmentEncoder.Choice.class,
      names = {"LAME", "JUMP3R"})
  void aPeakThatNoSampleShowsIsFound(SegmentEncoder.Choice choice) throws Exception {
    float[] sound = Arrays.copyOf(Sounds.speech(48_000, 2, 1), 80 * Mp3Format.FRAME_SAMPLES);
    float[] low = Sounds.sine(48_000, 0.1, 200, 0.7);
    System.arraycopy(low, 0, sound, 60 * Mp3Format.FRAME_SAMPLES, low.length);
    for (int i = 0; i < low.length; i++) {
      sound[20 * Mp3Format.FRAME_SAMPLES + i] = (i & 2) == 0 ? 0.5f : -0.5f;
    }
    assertThat(TruePeak.within(sound, 0, sound.length, 0)).isCloseTo(0.7, within(0.03));

    SegmentEncoder encoder = SegmentEncoder.open(choice);
    byte[] frames = encoder.encode(sound, SegmentEncoder.BitReservoir.ON);
    float[] decoded = encoder.decode(frames);
    Loudness meter = Decoders.ebur128(Streams.write(folder.resolve("a.mp3"), frames));
    assertThat(TruePeak.decibels(TruePeak.within(decoded, 0, decoded.length, 0)))
        .isCloseTo(meter.truePeak(), within(0.2));
  }

  /** The decoder of libmp3lame keeps some of its state in one place for the whole process. */
  @ParameterizedTest
  @EnumSource(
      value = SegmentEncoder.Choice.class,
      names = {"LAME", "JUMP3R"})
  void segmentsDecodedAtOnceComeOutAsAlone(SegmentEncoder.Choice choice) {
    SegmentEncoder encoder = SegmentEncoder.open(choice);
    List<byte[]> segments = new ArrayList<>();
    for (int seed = 0; seed < 8; seed++) {
      float[] speech = Sounds.speech(48_000, 0.5, seed);
      float[] sound = Arrays.copyOf(speech, 25 * Mp3Format.FRAME_SAMPLES);
      segments.add(encoder.encode(sound, SegmentEncoder.BitReservoir.ON));
    }
    List<float[]> alone = segments.stream().map(encoder::decode).toList();
    for (int round = 0; round < 40; round++) {
      List<float[]> atOnce = segments.parallelStream().map(encoder::decode).toList();
      for (int i = 0; i < alone.size(); i++) {
        assertThat(atOnce.get(i)).isEqualTo(alone.get(i));
      }
    }
  }
}

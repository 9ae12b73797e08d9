package dev.zundacast.audio.mp3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.zundacast.audio.Decoders;
import dev.zundacast.audio.Sounds;
import dev.zundacast.testkit.Programs;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Segments spliced, against the same sound encoded in one piece by the same encoder. */
class SpliceTest {
  private static final int SILENT_FRAMES = 20;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(names = {"JUMP3R", "LAME"})
  void aSpliceSoundsLikeOnePiece(SegmentEncoder.Choice choice) throws Exception {
    SegmentEncoder encoder = SegmentEncoder.open(choice);
    List<float[]> segments = segments();
    float[] whole = withPauses(segments);
    Path spliced = Streams.write(folder.resolve("spliced.mp3"), splice(encoder, segments));
    byte[] onePiece = encoder.encode(whole, SegmentEncoder.BitReservoir.ON);
    int length = whole.length / Mp3Format.FRAME_SAMPLES * Mp3Format.FRAME_BYTES;
    Path single = Streams.write(folder.resolve("one.mp3"), Arrays.copyOf(onePiece, length));

    float[] joined = Decoders.ffmpeg(spliced);
    float[] reference = Decoders.ffmpeg(single);
    assertThat(Decoders.complaints(spliced)).isEmpty();
    assertThat(joined).hasSameSizeAs(whole);
    assertThat(Decoders.mpg123(spliced)).hasSameSizeAs(whole);
    assertThat(lag(whole, joined)).isZero();
    assertThat(segmentalSnr(whole, joined)).isCloseTo(segmentalSnr(whole, reference), within(0.1));
    int at = 0;
    for (float[] segment : segments) {
      for (int joint : new int[] {at, at + segment.length}) {
        assertThat(loudestNear(joined, joint))
            .isLessThanOrEqualTo(loudestNear(reference, joint) + 0.001f);
      }
      at += segment.length + SILENT_FRAMES * Mp3Format.FRAME_SAMPLES;
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"JUMP3R", "LAME"})
  void everyPlaceOfASpliceIsFoundExactly(SegmentEncoder.Choice choice) throws Exception {
    SegmentEncoder encoder = SegmentEncoder.open(choice);
    Path mp3 = Streams.write(folder.resolve("spliced.mp3"), splice(encoder, segments()));
    float[] whole = Decoders.mpg123(mp3);
    for (int frame : new int[] {40, 101, 177}) {
      Path raw = folder.resolve("from" + frame);
      Programs.output(
          "mpg123",
          "-q",
          "-m",
          "-e",
          "f32",
          "-k",
          String.valueOf(frame),
          "-O",
          raw.toString(),
          mp3.toString());
      float[] from = Decoders.floats(raw);
      int skipped = whole.length - from.length;
      // The first frames lack the reservoir and the overlap of those before.
      float furthest = 0;
      for (int i = 3 * Mp3Format.FRAME_SAMPLES; i < from.length; i++) {
        furthest = Math.max(furthest, Math.abs(from[i] - whole[skipped + i]));
      }
      assertThat(skipped % Mp3Format.FRAME_SAMPLES)
          .isEqualTo(Mp3Format.FRAME_SAMPLES - 1105 % Mp3Format.FRAME_SAMPLES);
      assertThat(furthest).isLessThan(1e-6f);
    }
  }

  @Test
  void jump3rKeepsNearlyAsMuchOfASound() throws Exception {
    double lame = segmentalSnr(SegmentEncoder.Choice.LAME);
    double jump3r = segmentalSnr(SegmentEncoder.Choice.JUMP3R);
    assertThat(jump3r).isGreaterThan(lame - 2.5);
  }

  private double segmentalSnr(SegmentEncoder.Choice choice) throws Exception {
    SegmentEncoder encoder = SegmentEncoder.open(choice);
    List<float[]> segments = segments();
    Path mp3 = Streams.write(folder.resolve("spliced.mp3"), splice(encoder, segments));
    return segmentalSnr(withPauses(segments), Decoders.ffmpeg(mp3));
  }

  private static List<float[]> segments() {
    List<float[]> segments = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      float[] speech = Sounds.speech(Mp3Format.SAMPLE_RATE, 1.1 + 0.3 * i, i);
      segments.add(Mp3Format.padded(speech, 0, speech.length));
    }
    return segments;
  }

  private static float[] withPauses(List<float[]> segments) {
    List<float[]> parts = new ArrayList<>();
    for (float[] segment : segments) {
      parts.add(segment);
      parts.add(new float[SILENT_FRAMES * Mp3Format.FRAME_SAMPLES]);
    }
    return Sounds.join(parts.toArray(float[][]::new));
  }

  private static byte[] splice(SegmentEncoder encoder, List<float[]> segments) {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    for (float[] segment : segments) {
      byte[] frames = encoder.encode(segment, SegmentEncoder.BitReservoir.ON);
      stream.write(frames, 0, segment.length / Mp3Format.FRAME_SAMPLES * Mp3Format.FRAME_BYTES);
      for (int i = 0; i < SILENT_FRAMES; i++) {
        stream.writeBytes(Frames.silent());
      }
    }
    return stream.toByteArray();
  }

  /** The shift in samples at which both are most alike. */
  private static int lag(float[] original, float[] decoded) {
    int best = 0;
    double highest = -1;
    for (int lag = -30; lag <= 30; lag++) {
      double sum = 0;
      for (int i = 1000; i < original.length - 1000; i++) {
        sum += original[i] * decoded[i + lag];
      }
      if (sum > highest) {
        highest = sum;
        best = lag;
      }
    }
    return best;
  }

  /** The mean signal to noise ratio of all parts of 20 ms that sound. */
  private static double segmentalSnr(float[] original, float[] decoded) {
    int size = Mp3Format.SAMPLE_RATE / 50;
    double sum = 0;
    int count = 0;
    for (int from = 0; from + size <= original.length; from += size) {
      double signal = 0;
      double noise = 1e-12;
      for (int i = from; i < from + size; i++) {
        signal += original[i] * original[i];
        noise += Math.pow(original[i] - decoded[i], 2);
      }
      if (signal / size > 1e-5) {
        sum += 10 * Math.log10(signal / noise);
        count++;
      }
    }
    return sum / count;
  }

  /** The highest value within 30 ms of a joint, in the silence beside the speech. */
  private static float loudestNear(float[] samples, int joint) {
    int reach = Mp3Format.SAMPLE_RATE * 30 / 1000;
    float loudest = 0;
    for (int i = Math.max(0, joint - reach); i < Math.min(samples.length, joint + reach); i++) {
      loudest = Math.max(loudest, Math.abs(samples[i]));
    }
    return loudest;
  }
}

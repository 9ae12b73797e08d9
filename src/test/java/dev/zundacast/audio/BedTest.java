package dev.zundacast.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.zundacast.audio.mp3.Mp3Decoder;
import dev.zundacast.audio.mp3.Mp3Format;
import dev.zundacast.audio.mp3.SegmentEncoder;
import dev.zundacast.episode.Timeline;
import dev.zundacast.testkit.Records;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BedTest {
  private static final AudioSettings JUMP3R =
      AudioSettings.DEFAULT.withEncoder(SegmentEncoder.Choice.JUMP3R);

  /** Below all that the test's voice has. */
  private static final double BED_HERTZ = 75;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"JUMP3R", "LAME"})
  void theBedIsDuckedUnderSpeechAndHeardInPauses(SegmentEncoder.Choice encoder) throws Exception {
    AudioSettings settings = JUMP3R.withEncoder(encoder);
    TestEpisode episode = TestEpisode.of(folder, 48_000, 1, 8);
    Path mp3 = folder.resolve("a.mp3");
    Track plain = episode.build(settings, mp3);
    Track track = episode.build(Records.with(settings, "music", bed(-14)), mp3);

    assertThat(track.samples()).isEqualTo(plain.samples());
    float[] heard = Decoders.ffmpeg(mp3);
    assertThat(heard).hasSize((int) plain.samples());
    assertThat(Decoders.mpg123(mp3)).hasSize((int) plain.samples());
    assertThat(Decoders.complaints(mp3)).isEmpty();
    Loudness meter = Decoders.ebur128(mp3);
    assertThat(meter.lufs()).isCloseTo(-16, within(0.5));
    assertThat(meter.truePeak()).isLessThanOrEqualTo(-1);
    assertThat(track.loudness().lufs()).isCloseTo(meter.lufs(), within(0.1));

    int perMilli = Mp3Format.SAMPLE_RATE / 1000;
    Timeline.TimedLine title = track.timeline().lines().get(0);
    Timeline.TimedLine next = track.timeline().lines().get(1);
    double ducked = bedIn(heard, perMilli, title.startMillis() + 400, title.endMillis() - 100);
    long pause = (title.endMillis() + next.startMillis()) / 2;
    double between = bedIn(heard, perMilli, pause + 50, pause + 250);
    assertThat(between - ducked).isBetween(3.0, 7.0);
    // Gone before the next section, and at the end.
    long section = track.timeline().sections().get(1).startMillis();
    assertThat(rms(heard, perMilli, section - 300, section - 100)).isLessThan(-70);
    long end = track.timeline().durationMillis();
    assertThat(rms(heard, perMilli, end - 300, end)).isLessThan(-70);
    assertThat(rms(heard, perMilli, end - 1300, end - 1200)).isGreaterThan(-50);
  }

  @Test
  void theVoiceStandsAsFarAboveTheBedAsItIsToldTo() throws Exception {
    TestEpisode episode = TestEpisode.of(folder, 48_000, 1, 4);
    Path mp3 = folder.resolve("a.mp3");
    Timeline timeline = episode.build(Records.with(JUMP3R, "music", bed(-20)), mp3).timeline();
    float[] heard = Decoders.ffmpeg(mp3);
    double sum = 0;
    for (Timeline.TimedLine line : timeline.lines()) {
      sum += bedIn(heard, 48, line.startMillis() + 100, line.endMillis() - 100);
    }
    double quiet = bedLufs(sum / timeline.lines().size());
    assertThat(quiet).isCloseTo(-16 - 20, within(2.5));
  }

  @Test
  void aChangedLineIsMixedAgainNearItAlone() throws Exception {
    TestEpisode episode = TestEpisode.of(folder, 48_000, 1, 12);
    Path mp3 = folder.resolve("a.mp3");
    AudioSettings settings = Records.with(JUMP3R, "music", bed(-24));
    Track first = episode.build(settings, mp3);
    byte[] before = Files.readAllBytes(mp3);
    assertThat(first.framesNew()).isEqualTo((int) (first.samples() / 1152));
    assertThat(episode.build(settings, mp3).framesNew()).isZero();
    assertThat(Files.readAllBytes(mp3)).isEqualTo(before);

    episode.speak("a2.02", 48_000, 1, Sounds.clip(48_000, 2.9, 77));
    Track second = episode.build(settings, mp3);
    byte[] after = Files.readAllBytes(mp3);
    // A line of the second of three sections: its chunks, and no other.
    long section = second.timeline().sections().get(1).endMillis();
    long start = second.timeline().sections().get(1).startMillis();
    assertThat(second.framesNew()).isBetween(1, (int) ((section - start) / 24) + 1);
    int prefix = Arrays.mismatch(tail(before), tail(after));
    assertThat(prefix / 288).isGreaterThanOrEqualTo((int) (start / 24));
    int rest = (int) ((second.timeline().durationMillis() - section) / 24);
    assertThat(Arrays.mismatch(reversed(before), reversed(after)) / 288)
        .isGreaterThanOrEqualTo(rest);
  }

  @Test
  void withoutABedNoByteChanges() throws Exception {
    TestEpisode episode = TestEpisode.of(folder, 48_000, 1, 8);
    Path plain = folder.resolve("plain.mp3");
    Path again = folder.resolve("again.mp3");
    episode.build(JUMP3R, plain);
    // So loud a bed that the episode has to be brought to its level.
    episode.build(Records.with(JUMP3R, "music", bed(-3)), folder.resolve("bed.mp3"));
    assertThat(Decoders.ebur128(folder.resolve("bed.mp3")).lufs()).isCloseTo(-16, within(0.5));
    Track track = episode.build(JUMP3R, again);
    assertThat(track.framesNew()).isZero();
    assertThat(again).hasSameBinaryContentAs(plain);
  }

  @Test
  void theBedLeavesRoomForOpeningJingleAndClosing() throws Exception {
    TestEpisode episode = TestEpisode.of(folder, 48_000, 1, 8);
    Path mp3 = folder.resolve("a.mp3");
    Path tune = Sounds.wav(folder.resolve("t.wav"), 48_000, 1, Sounds.sine(48_000, 2, 440, 0.5));
    Optional<Music.Piece> piece = Optional.of(new Music.Piece(tune, -4, 20, 1500));
    Music music = new Music(piece, piece, piece, Optional.empty());
    Track without = episode.build(Records.with(JUMP3R, "music", music), mp3);
    Track track =
        episode.build(
            Records.with(
                JUMP3R, "music", Records.with(music, "bed", Optional.of(bed(-24).bed().get()))),
            mp3);
    assertThat(track.samples()).isEqualTo(without.samples());
    assertThat(track.timeline()).isEqualTo(without.timeline());
    byte[] bytes = Files.readAllBytes(mp3);
    assertThat(Decoders.statedChecksum(bytes)).isEqualTo(Decoders.countedChecksum(bytes));
    assertThat(Decoders.ffmpeg(mp3)).hasSize((int) track.samples());
    assertThat(Decoders.complaints(mp3)).isEmpty();
    assertThat(Decoders.ebur128(mp3).lufs()).isCloseTo(-16, within(0.5));
  }

  @ParameterizedTest
  @CsvSource({"JUMP3R", "LAME"})
  void partsSoundLikeOnePiece(SegmentEncoder.Choice choice) throws Exception {
    int roll = BedMixer.ROLL_FRAMES;
    int count = 256;
    int size = Mp3Format.FRAME_SAMPLES;
    float[] music =
        Sounds.sine(
            Mp3Format.SAMPLE_RATE, 4 * count * size / (double) Mp3Format.SAMPLE_RATE, 330, 0.1);
    float[] voice =
        Sounds.speech(Mp3Format.SAMPLE_RATE, music.length / (1.0 * Mp3Format.SAMPLE_RATE), 3);
    for (int i = 0; i < music.length; i++) {
      music[i] += 0.5f * voice[i];
    }
    float[] all = Sounds.join(new float[roll * size], music, new float[roll * size]);
    SegmentMaker maker = new SegmentMaker(SegmentEncoder.open(choice));
    float[] whole = decode(maker.makePart(all, roll, maker.key("all")).frames());
    ByteArrayOutputStream parts = new ByteArrayOutputStream();
    for (int part = 0; part < 4; part++) {
      float[] window =
          Arrays.copyOfRange(all, part * count * size, ((part + 1) * count + 2 * roll) * size);
      parts.writeBytes(maker.makePart(window, roll, maker.key("part" + part)).frames());
    }
    float[] joined = decode(parts.toByteArray());
    assertThat(joined).hasSameSizeAs(whole);
    for (int part = 1; part < 4; part++) {
      int joint = part * count * size;
      assertThat(error(joined, whole, joint, Mp3Format.SAMPLE_RATE * 30 / 1000))
          .as("joint %d", part)
          .isLessThan(1e-5);
      assertThat(rms(whole, 1, joint - 2000, joint + 2000)).as("sound there").isGreaterThan(-40);
    }
  }

  /** The largest difference around a joint. */
  private static double error(float[] one, float[] other, int joint, int reach) {
    double error = 0;
    for (int i = joint - reach; i < joint + 2 * reach; i++) {
      error = Math.max(error, Math.abs(one[i] - other[i]));
    }
    return error;
  }

  private static float[] decode(byte[] frames) throws IOException {
    float[] samples = new float[frames.length * 8];
    int[] length = {0};
    Mp3Decoder.decode(
        new ByteArrayInputStream(frames),
        (rate, channels, count) -> {
          System.arraycopy(channels[0], 0, samples, length[0], count);
          length[0] += count;
        });
    return Arrays.copyOf(samples, length[0]);
  }

  private Music bed(double level) throws IOException {
    Path file = folder.resolve("bed.wav");
    // Shorter than a section, so that it loops.
    Sounds.wav(file, 48_000, 1, Sounds.sine(48_000, 6, BED_HERTZ, 0.5));
    return Records.with(Music.NONE, "bed", Optional.of(new Music.Bed(file, level)));
  }

  /** The level of the bed's own tone, in dB of its amplitude. */
  private static double bedIn(float[] samples, int perMilli, long fromMillis, long toMillis) {
    double sin = 0;
    double cos = 0;
    double weights = 0;
    int from = (int) fromMillis * perMilli;
    int to = (int) toMillis * perMilli;
    for (int i = from; i < to; i++) {
      double turn = 2 * Math.PI * BED_HERTZ * i / (1000.0 * perMilli);
      double weight = 1 - Math.cos(2 * Math.PI * (i - from) / (to - from));
      sin += samples[i] * Math.sin(turn) * weight;
      cos += samples[i] * Math.cos(turn) * weight;
      weights += weight;
    }
    return 20 * Math.log10(2 * Math.hypot(sin, cos) / weights);
  }

  /** Loudness of a tone out of two speakers, -1 LU for the weighting at its frequency. */
  private static double bedLufs(double amplitude) {
    return amplitude - 3.01 - 0.691 + 3.01 - 1;
  }

  private static double rms(float[] samples, int perMilli, long fromMillis, long toMillis) {
    double sum = 1e-12;
    for (int i = (int) fromMillis * perMilli; i < toMillis * perMilli; i++) {
      sum += samples[i] * samples[i];
    }
    return 10 * Math.log10(sum / ((toMillis - fromMillis) * perMilli));
  }

  private static byte[] tail(byte[] bytes) {
    return Arrays.copyOfRange(bytes, 288, bytes.length);
  }

  private static byte[] reversed(byte[] bytes) {
    byte[] reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return reversed;
  }
}

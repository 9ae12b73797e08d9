package dev.zundacast.audio.length;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.zundacast.audio.length.AudioFiles.Effort;
import dev.zundacast.audio.length.AudioLength.State;
import dev.zundacast.sound.AudioSource;
import dev.zundacast.testkit.Programs;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lengths of files that lame and ffmpeg made, judged by what ffmpeg or mpg123 plays of them. */
class AudioFilesTest {
  private static final double TOLERANCE = 0.1;

  @TempDir static Path folder;

  /** Kinds that podcasts do not come in, and what is said of them. */
  private static final Map<String, String> REFUSED =
      Map.of(
          "fragments.m4a", "an MP4 file in fragments",
          "cmaf.m4a", "an MP4 file in fragments",
          "visualon-fragments.m4a", "an MP4 file in fragments",
          "cut-moov-first.m4a", "an MP4 file that is cut",
          "cut-visualon-moov-first.m4a", "an MP4 file that is cut",
          "adpcm.wav", "a compressed WAV file",
          "mu-law.wav", "a compressed WAV file",
          "rf64.wav", "no MP3 frame found",
          "layer2.mp2", "no MP3 frame found",
          "free-format-without-header", "no MP3 frame found");

  private static final Map<String, byte[]> SAMPLES = new LinkedHashMap<>();

  @BeforeAll
  static void encode() throws IOException {
    if (SAMPLES.isEmpty()) {
      SAMPLES.putAll(new AudioSamples(folder).make());
    }
  }

  static Stream<String> names() throws IOException {
    encode();
    return SAMPLES.keySet().stream().filter(name -> !REFUSED.containsKey(name));
  }

  static Stream<String> refused() {
    return REFUSED.keySet().stream();
  }

  /** Rather than given a length that may be wrong. */
  @ParameterizedTest
  @MethodSource("refused")
  void whatPodcastsDoNotComeInIsRefused(String name) throws IOException {
    Path file = write(name);
    assertThatThrownBy(() -> AudioFiles.measure(file))
        .isInstanceOf(NoAudioException.class)
        .hasMessageStartingWith(REFUSED.get(name));
  }

  @ParameterizedTest
  @MethodSource("names")
  void isAsLongAsDecodersPlay(String name) throws IOException {
    Path file = write(name);
    double measured = AudioFiles.measure(file).millis() / 1000.0;
    double ffmpeg = ffmpegSeconds(file);
    if (Math.abs(measured - ffmpeg) > TOLERANCE) {
      assertThat(measured)
          .as("ffmpeg plays %.3f s of %s", ffmpeg, name)
          .isCloseTo(mpg123Seconds(file), within(TOLERANCE));
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void aSparingReaderIsRightOrSaysNothing(String name) throws IOException {
    byte[] bytes = sample(name);
    CountingSource source = new CountingSource(bytes);
    Optional<AudioLength> sparing = AudioFiles.measure(source, Effort.SPARING);
    AudioLength whole = AudioFiles.measure(new CountingSource(bytes), Effort.WHOLE).orElseThrow();
    sparing.ifPresent(
        length ->
            assertThat(length.millis())
                .as(name)
                .isCloseTo(whole.millis(), within(Math.round(TOLERANCE * 1000))));
    assertThat(source.read).as("bytes read of %s", name).isLessThan(400_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"cbr-without-header", "mpeg2-22k-mono", "steady-tone", "id3v1-without-header"})
  void aConstantRateIsKnownBySomePlaces(String name) throws IOException {
    assertThat(AudioFiles.measure(new CountingSource(sample(name)), Effort.SPARING)).isPresent();
  }

  @Test
  void oneReadIsEnoughWithAHeader() throws IOException {
    CountingSource source = new CountingSource(sample("cbr-info"));
    AudioFiles.measure(source, Effort.WHOLE);
    assertThat(source.reads).isEqualTo(1);
  }

  @Test
  void aCutFileIsSeen() throws IOException {
    assertThat(AudioFiles.measure(write("cut-at-half-info")).state()).isEqualTo(State.CUT);
    assertThat(AudioFiles.measure(write("wav-cut-at-half")).state()).isEqualTo(State.CUT);
    assertThat(AudioFiles.measure(write("cbr-info")).state()).isEqualTo(State.WHOLE);
  }

  @Test
  void whatIsNoAudioIsRefused() throws IOException {
    Path text = folder.resolve("no.mp3");
    Files.writeString(text, "<!DOCTYPE html><title>404</title>".repeat(1000));
    assertThatThrownBy(() -> AudioFiles.measure(text))
        .isInstanceOf(NoAudioException.class)
        .hasMessage("no MP3 frame found");
    Path empty = folder.resolve("empty.mp3");
    Files.write(empty, new byte[0]);
    assertThatThrownBy(() -> AudioFiles.measure(empty)).hasMessage("the file is empty");
  }

  @Test
  @Timeout(60)
  void damagedFilesEndWithALengthOrAReason() throws IOException {
    Random random = new Random(7);
    String[] names = {"vbr-xing", "moov-first.m4a", "audiobook.m4b", "float-mono.wav"};
    for (int i = 0; i < 500; i++) {
      byte[] bytes = Arrays.copyOf(sample(names[i % names.length]), 60_000);
      for (int n = 0; n < 1 + random.nextInt(30); n++) {
        bytes[random.nextInt(random.nextBoolean() ? 200 : bytes.length)] = (byte) random.nextInt();
      }
      try {
        AudioLength length =
            AudioFiles.measure(new CountingSource(bytes), Effort.WHOLE).orElseThrow();
        assertThat(length.millis()).isNotNegative();
      } catch (NoAudioException e) {
        assertThat(e).hasMessageMatching(".{10,}");
      }
    }
  }

  /** A source in memory that counts what is read of it. */
  private static final class CountingSource implements AudioSource {
    private final byte[] bytes;
    private long read;
    private int reads;

    CountingSource(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public long size() {
      return bytes.length;
    }

    @Override
    public void read(long position, ByteBuffer target) {
      int count = (int) Math.max(0, Math.min(target.remaining(), bytes.length - position));
      target.put(bytes, (int) position, count);
      read += count;
      reads++;
    }
  }

  private static double ffmpegSeconds(Path file) throws IOException {
    Path raw = folder.resolve("ffmpeg.raw");
    String options = "-vn -ac 1 -ar 8000 -f s16le " + raw;
    Programs.run(("ffmpeg -v fatal -y -i " + file + " " + options).split(" "));
    return Files.size(raw) / 16_000.0;
  }

  /** ffmpeg plays no free bit rates. */
  private static double mpg123Seconds(Path file) throws IOException {
    Path raw = folder.resolve("mpg123.raw");
    Programs.run(("mpg123 -q -m -r 8000 -O " + raw + " " + file).split(" "));
    return Files.size(raw) / 16_000.0;
  }

  private static Path write(String name) throws IOException {
    Path file = folder.resolve("sample-" + name + (name.contains(".") ? "" : ".mp3"));
    Files.write(file, sample(name));
    return file;
  }

  private static byte[] sample(String name) {
    return Optional.ofNullable(SAMPLES.get(name)).orElseThrow();
  }
}

package dev.zundacast.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.zundacast.episode.Problem;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.sound.Wav;
import dev.zundacast.testkit.TestEngine;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntBinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Engines that answer, with a sound or a query that is no good. */
@Timeout(180)
class EngineSoundTest {
  private static final String SYNTHESIS = "/synthesis";
  private static final String QUERY = "/audio_query";

  @TempDir Path folder;
  private TestEngine engine;
  private Speaking run;

  @BeforeEach
  void startEngine() throws IOException {
    engine = TestEngine.start();
    run = Speaking.on(folder, engine);
  }

  @AfterEach
  void stopEngine() {
    engine.close();
  }

  static Stream<byte[]> brokenWavs() {
    byte[] good = TestEngine.tone(48_000, 24_000);
    byte[] truncated = Arrays.copyOf(good, good.length / 2);
    byte[] longer = good.clone();
    ByteBuffer.wrap(longer).order(ByteOrder.LITTLE_ENDIAN).putInt(40, 1_000_000_000);
    byte[] shorter = good.clone();
    ByteBuffer.wrap(shorter).order(ByteOrder.LITTLE_ENDIAN).putInt(40, 1000);
    return Stream.of(
        new byte[0],
        truncated,
        longer,
        shorter,
        TestEngine.tone(48_000, 0),
        TestEngine.silence(48_000, 48_000),
        "no sound".getBytes(StandardCharsets.US_ASCII));
  }

  @ParameterizedTest
  @MethodSource("brokenWavs")
  void aBrokenSoundIsMadeAgainOnceAndThenNamed(byte[] wav) throws IOException {
    engine.failNext(SYNTHESIS, TestEngine.wav(wav));
    assertThat(run.speak(1)).hasSize(1);
    assertThat(engine.count(SYNTHESIS)).isEqualTo(2);
    engine.failAlways(SYNTHESIS, TestEngine.wav(wav));
    Problem problem =
        catchThrowableOfType(Problem.class, () -> run.speak(Spoken.lines(2).subList(1, 2)));
    assertThat(problem).hasMessageContaining("missing: 1 of 1 (a1.02)");
    assertThat(engine.count(SYNTHESIS)).isEqualTo(4);
  }

  /** The samples of a WAV file as another one of 16 bits. */
  private static UnaryOperator<byte[]> samples(UnaryOperator<short[]> change) {
    return wav -> {
      ShortBuffer data =
          ByteBuffer.wrap(wav)
              .order(ByteOrder.LITTLE_ENDIAN)
              .position(44)
              .slice()
              .order(ByteOrder.LITTLE_ENDIAN)
              .asShortBuffer();
      short[] samples = new short[data.remaining()];
      data.get(samples);
      short[] out = change.apply(samples);
      float[] changed = new float[out.length];
      for (int i = 0; i < out.length; i++) {
        changed[i] = out[i];
      }
      return new Wav(48_000, new float[][] {changed}).toBytes();
    };
  }

  /** Every sample by its index and what it was. */
  private static UnaryOperator<byte[]> each(IntBinaryOperator change) {
    return samples(
        samples -> {
          for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) change.applyAsInt(i, samples[i]);
          }
          return samples;
        });
  }

  /** 0.7 s of silence behind the first half second. */
  private static short[] torn(short[] samples) {
    short[] torn = new short[samples.length + 33_600];
    System.arraycopy(samples, 0, torn, 0, 24_000);
    System.arraycopy(samples, 24_000, torn, 57_600, samples.length - 24_000);
    return torn;
  }

  /** The same sound with floating-point samples, one of which is none. */
  private static byte[] withNoNumber(byte[] wav) {
    int count = (wav.length - 44) / 2;
    ByteBuffer out = ByteBuffer.allocate(44 + 4 * count).order(ByteOrder.LITTLE_ENDIAN);
    ByteBuffer in = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
    out.put(wav, 0, 44).putInt(4, 36 + 4 * count).putShort(20, (short) 3).putInt(28, 4 * 48_000);
    out.putShort(32, (short) 4).putShort(34, (short) 32).putInt(40, 4 * count);
    for (int i = 0; i < count; i++) {
      out.putFloat(i == 30_000 ? Float.NaN : in.getShort(44 + 2 * i) / 32_768f);
    }
    return out.array();
  }

  static Stream<Arguments> soundsOfNoVoice() {
    Random random = new Random(3);
    return Stream.of(
        Arguments.of("even hum or noise", each((i, was) -> (int) (6_000 * random.nextGaussian()))),
        Arguments.of("even hum or noise", each((i, was) -> (int) (6_000 * Math.sin(i / 153.0)))),
        Arguments.of("is white noise", each((i, was) -> random.nextBoolean() ? was : -was)),
        Arguments.of("silent inside of", each((i, was) -> i / 33_600 == 1 ? 0 : was)),
        Arguments.of("silent for 0.7 s", samples(EngineSoundTest::torn)),
        Arguments.of(
            "bursts out",
            each((i, was) -> i % 20_000 < 2_000 ? random.nextInt(65_536) - 32_768 : was)),
        Arguments.of(
            "bursts out",
            each((i, was) -> i % 20_000 < 2_000 ? random.nextBoolean() ? 32_767 : -32_767 : was)),
        Arguments.of("bursts out", each((i, was) -> i % 20_000 < 2_000 ? 32_767 : was)),
        Arguments.of("no numbers", (UnaryOperator<byte[]>) EngineSoundTest::withNoNumber));
  }

  @ParameterizedTest
  @MethodSource("soundsOfNoVoice")
  void aSoundOfNoVoiceIsMadeAgainAndThenNamed(String fault, UnaryOperator<byte[]> damage)
      throws IOException {
    List<SpokenLine> line = List.of(Spoken.line("a1.01", "枝豆の収穫は雨の後の涼しい朝に始まるのだ。"));
    engine.damage(wav -> engine.count(SYNTHESIS) == 1 ? damage.apply(wav) : wav);
    assertThat(run.speak(line)).hasSize(1);
    assertThat(engine.count(SYNTHESIS)).isEqualTo(2);
    engine.damage(damage);
    Problem problem =
        catchThrowableOfType(
            Problem.class, () -> run.speak(List.of(Spoken.line("a1.02", "豆腐の値段は秋の終わりまでに上がるのだ。"))));
    assertThat(problem).hasMessageContaining(fault).hasMessageContaining("missing: 1 of 1");
  }

  @Test
  void aSoundOfAnotherLengthIsMadeAgainOnceAndThenRemarkedOn() throws IOException {
    engine.failAlways(SYNTHESIS, TestEngine.wav(TestEngine.tone(48_000, 480_000)));
    assertThat(run.speak(1)).hasSize(1);
    assertThat(engine.count(SYNTHESIS)).isEqualTo(2);
    assertThat(run.heard())
        .singleElement()
        .asString()
        .startsWith("a1.01 lasts 10.0 s where its query");
    run.speak(1);
    assertThat(engine.count(SYNTHESIS)).isEqualTo(2);
    // What was said of a clip when it was made is not said again whenever it is found.
    assertThat(run.heard()).hasSize(1);
  }

  @Test
  void aTextThatTheEngineCannotReadIsNotSpokenAsSilence() {
    engine.failAlways(QUERY, TestEngine.json(200, "{\"accent_phrases\":[],\"kana\":\"\"}"));
    assertThat(run.problem(1))
        .hasMessageStartingWith(
            "the engine finds nothing to read in '" + Spoken.lines(1).get(0).spoken() + "'; give");
    assertThat(engine.count(SYNTHESIS)).isZero();
  }

  @Test
  void linesThatCannotBeReadAreAllNamedAndTheOthersFinished() {
    engine.fault(
        request ->
            request.getUrl().encodedPath().equals(QUERY)
                    && !request.getUrl().queryParameter("text").contains("5番")
                ? TestEngine.json(200, "{\"accent_phrases\":[]}")
                : null);
    assertThat(run.problem(5))
        .hasMessageContaining("finds nothing to read in '枝豆の話をああ、2番目にするのだ。'")
        .hasMessageContaining("missing: 4 of 5 (a1.01, a1.02, a1.03, a1.04)");
    assertThat(engine.count(SYNTHESIS)).isEqualTo(1);
  }

  @Test
  void aQueryOfManyMegabytesIsNotRead() {
    String query =
        "{\"accent_phrases\":[{\"moras\":[{\"text\":\"ア\",\"vowel\":\"a\",\"pitch\":5.5}]}]}";
    Buffer padded = new Buffer().writeUtf8(query);
    while (padded.size() <= 16 << 20) {
      padded.writeUtf8(" ".repeat(1 << 16));
    }
    engine.failAlways(QUERY, TestEngine.status(200).newBuilder().body(padded).build());
    assertThat(run.problem(1)).hasMessageContaining("with more than 16 MB, which no engine does");
    assertThat(engine.count(QUERY)).isEqualTo(3);
  }

  private static Buffer zeros(long bytes) {
    Buffer zeros = new Buffer();
    byte[] block = new byte[1 << 16];
    while (zeros.size() < bytes) {
      zeros.write(block, 0, (int) Math.min(block.length, bytes - zeros.size()));
    }
    return zeros;
  }

  @Test
  void gigabytesAreNotRead() {
    Buffer endless = zeros(33 << 20);
    engine.failAlways(SYNTHESIS, new MockResponse.Builder().chunkedBody(endless, 1 << 20).build());
    assertThat(run.problem(1)).hasMessageContaining("with more than 32 MB, which no engine does");
  }
}

package dev.zundacast.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.zundacast.episode.Problem;
import dev.zundacast.testkit.TestEngine;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Engines that answer, with a sound or a query that is no good. */
@Timeout(20)
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
    assertThat(problem).hasMessageContaining("missing: 1 of 1 lines (a1.02)");
    assertThat(engine.count(SYNTHESIS)).isEqualTo(4);
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
    assertThat(run.heard()).hasSize(2);
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
        .hasMessageContaining("missing: 4 of 5 lines (a1.01, a1.02, a1.03, a1.04)");
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

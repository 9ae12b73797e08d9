package dev.zundacast.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.zundacast.episode.Clip;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Progress;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.testkit.Records;
import dev.zundacast.testkit.TestEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each row of docs/reliability.md about engines, made on purpose over a real socket. */
@Timeout(180)
class EngineFaultsTest {
  private static final String SYNTHESIS = "/synthesis";
  private static final String QUERY = "/audio_query";

  static final PoolOptions HASTY =
      Speaking.firstWait(
          Records.with(
              Records.with(
                  PoolOptions.USUAL,
                  "timeouts",
                  new PoolOptions.Timeouts(
                      Duration.ofSeconds(5),
                      Duration.ofSeconds(5),
                      Duration.ofSeconds(5),
                      Duration.ofSeconds(5),
                      Duration.ofSeconds(5))),
              "patience",
              Duration.ofMillis(700)),
          Duration.ofMillis(20));

  @TempDir Path folder;
  private TestEngine engine;

  @BeforeEach
  void startEngine() throws IOException {
    engine = TestEngine.start();
  }

  @AfterEach
  void stopEngine() {
    engine.close();
  }

  private List<Clip> speak(int lines) throws IOException {
    return speak(Spoken.lines(lines));
  }

  private List<Clip> speak(List<SpokenLine> lines) throws IOException {
    return Speaking.on(folder, engine).speak(lines);
  }

  private ClipStore store() {
    return ClipStore.open(folder);
  }

  private Problem problem(int lines) {
    return Speaking.on(folder, engine).problem(lines);
  }

  private static MockResponse.Builder wav(byte[] bytes) {
    return TestEngine.wav(bytes).newBuilder();
  }

  private static byte[] tone() {
    return TestEngine.tone(48_000, 24_000);
  }

  static Stream<MockResponse> passing() {
    return Stream.of(
        TestEngine.status(500),
        TestEngine.status(502),
        TestEngine.json(500, "{\"detail\":\"Internal Server Error\"}"),
        TestEngine.status(429),
        TestEngine.status(503),
        new MockResponse.Builder().onRequestStart(new SocketEffect.CloseSocket()).build(),
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build(),
        wav(tone()).onResponseBody(new SocketEffect.CloseSocket()).build(),
        new MockResponse.Builder().setHeader("content-type", "text/html").body("<p>hi").build(),
        new MockResponse.Builder().body("{\"accent").build());
  }

  @ParameterizedTest
  @MethodSource("passing")
  void aFaultThatPassesCostsOneMoreRequest(MockResponse answer) throws IOException {
    engine.failNext(SYNTHESIS, answer);
    assertThat(speak(3)).hasSize(3);
    assertThat(engine.count(SYNTHESIS)).isEqualTo(4);
    engine.failNext(QUERY, answer);
    assertThat(speak(Spoken.lines(6).subList(3, 6))).hasSize(3);
  }

  @Test
  void aFaultThatPassesWhileTheEngineIsMetDoesNotStopTheWork() throws IOException {
    engine.failNext("/version", TestEngine.status(503));
    engine.failNext(
        "/speakers",
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
    engine.failNext("/user_dict", TestEngine.status(500));
    engine.failNext("/initialize_speaker", TestEngine.status(422));
    assertThat(speak(2)).hasSize(2);
  }

  @Test
  void anEngineThatBreaksOffWhileItLoadsAStyleCostsNoLine() throws IOException {
    for (int attempt = 0; attempt < 5; attempt++) {
      engine.failNext(
          "/initialize_speaker",
          new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
    }
    PoolOptions patient = Records.with(HASTY, "patience", Duration.ofSeconds(20));
    assertThat(Speaking.on(folder, engine).with(patient).speak(Spoken.lines(1))).hasSize(1);
  }

  @Test
  void anEngineThatFailsOnOneLineLosesOnlyThatLine() throws IOException {
    engine.fault(
        request ->
            request.getUrl().encodedPath().equals(SYNTHESIS)
                    && request.getBody().utf8().contains("2番目")
                ? TestEngine.json(500, "{\"detail\":\"Internal Server Error\"}")
                : null);
    Problem problem = problem(5);
    assertThat(problem.kind()).isEqualTo(Problem.Kind.FAILED);
    assertThat(problem)
        .hasMessage(
            "the engine at "
                + engine.url()
                + " answered 500 to /synthesis: Internal Server Error\n"
                + "missing: 1 of 5 (a1.02)\n"
                + "The clips that are finished are kept; the same command goes on from here.");
    assertThat(engine.count(SYNTHESIS)).isEqualTo(4 + 3);
    engine.heal();
    speak(5);
    assertThat(engine.count(SYNTHESIS)).isEqualTo(4 + 3 + 1);
  }

  @Test
  void anEngineThatFailsOnEveryLineIsLeftAloneSoon() {
    engine.failAlways(SYNTHESIS, TestEngine.status(500));
    // Not for want of patience: three lines that fail say enough.
    PoolOptions patient =
        Speaking.firstWait(
            Records.with(HASTY, "patience", Duration.ofMinutes(5)), Duration.ofMillis(1));
    assertThat(Speaking.on(folder, engine).with(patient).problem(40))
        .hasMessageContaining("missing: 40 of 40 (a1.01, a1.02");
    assertThat(engine.count(SYNTHESIS)).isLessThanOrEqualTo(12);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"detail\":\"話者が違います\"} | 話者が違います",
        "{\"message\":\"指定されたスタイルが見つかりませんでした。\"} | 指定されたスタイルが見つかりませんでした。",
        "{\"detail\":[{\"type\":\"missing\",\"loc\":[\"query\",\"speaker\"],\"msg\":\"Field"
            + " required\"}]} | Field required (query.speaker)",
        "{\"detail\":{\"text\":\"判別できない\",\"error_name\":\"UNKNOWN_TEXT\"}} | 判別できない",
        "plain \u0007words | plain words"
      })
  void aRefusalIsShownInTheEnginesWordsAndNotRepeated(String body, String words) {
    engine.failAlways(QUERY, TestEngine.json(422, body));
    assertThat(problem(1))
        .hasMessageStartingWith(
            "the engine at " + engine.url() + " answered 422 to /audio_query: " + words + "\n");
    assertThat(engine.count(QUERY)).isEqualTo(1);
  }

  @Test
  void aRefusedLineIsNamedAndTheOthersAreFinished() {
    engine.fault(
        request ->
            request.getUrl().encodedPath().equals(QUERY)
                    && request.getUrl().queryParameter("text").contains("2番")
                ? TestEngine.json(400, "{\"detail\":\"no\"}")
                : null);
    Problem problem = problem(5);
    assertThat(problem.kind()).isEqualTo(Problem.Kind.FAILED);
    assertThat(problem).hasMessageContaining("missing: 1 of 5 (a1.02)");
    assertThat(engine.count(SYNTHESIS)).isEqualTo(4);
  }

  private static MockResponse.Builder said(String body) {
    return new MockResponse.Builder().body(body);
  }

  static Stream<Arguments> lasting() {
    MockResponse.Builder closed =
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket());
    MockResponse.Builder cut = said("{}").onResponseBody(new SocketEffect.CloseSocket());
    MockResponse.Builder page = said("<p>hi").setHeader("content-type", "text/html");
    MockResponse.Builder elsewhere =
        TestEngine.status(302).newBuilder().setHeader("Location", "/elsewhere");
    return Stream.of(
        Arguments.of(closed.build(), "broke the connection while it answered /audio_query"),
        Arguments.of(cut.build(), "broke the connection while it answered /audio_query"),
        Arguments.of(page.build(), "answered /audio_query with a web page, which no engine does"),
        Arguments.of(said("{\"accent").build(), "with something that is not JSON, which no engine"),
        Arguments.of(said("[]").build(), "with something else than a query with accent phrases"),
        Arguments.of(elsewhere.build(), "with a redirection to /elsewhere, which no engine does"));
  }

  @ParameterizedTest
  @MethodSource("lasting")
  void aFaultThatLastsIsTriedThreeTimesAndTheLineNamed(MockResponse answer, String words) {
    engine.failAlways(QUERY, answer);
    Problem problem = problem(1);
    assertThat(problem.kind()).isEqualTo(Problem.Kind.FAILED);
    assertThat(problem).hasMessageContaining(words).hasMessageContaining("missing: 1 of 1 (a1.01)");
    assertThat(engine.count(QUERY)).isEqualTo(3);
  }

  @Test
  void aRedirectionIsNotFollowed() throws IOException {
    try (TestEngine elsewhere = TestEngine.start()) {
      engine.failAlways(
          SYNTHESIS,
          TestEngine.status(302)
              .newBuilder()
              .setHeader("Location", elsewhere.url() + "/synthesis")
              .build());
      assertThat(problem(1))
          .hasMessageContaining("answered /synthesis with a redirection to " + elsewhere.url());
      assertThat(elsewhere.requests()).isEmpty();
    }
  }

  @Test
  void anEngineThatGoesAwayForGoodStopsTheWorkWithWhatIsThereKept() throws IOException {
    List<String> stopped = new ArrayList<>();
    try (EnginePool pool = EnginePool.open(List.of(engine.url()), HASTY)) {
      Problem problem =
          catchThrowableOfType(
              Problem.class,
              () ->
                  pool.plan(Spoken.lines(9), Set.of(), Progress.SILENT)
                      .speak(
                          store(),
                          (index, line, clip) -> {
                            stopped.add(line.line().id());
                            if (stopped.size() == 3) {
                              engine.close();
                            }
                          }));
      assertThat(problem.kind()).isEqualTo(Problem.Kind.NO_ENGINE);
      assertThat(problem).hasMessageStartingWith("the engine at " + engine.url() + " cannot be");
      assertThat(store().clips().size()).isGreaterThanOrEqualTo(3);
    }
  }

  @Test
  void anEngineThatRestartsIsWaitedFor() throws IOException, InterruptedException {
    int port = engine.port();
    // An engine that goes breaks some connections: three attempts have to last until it is gone.
    PoolOptions untilRestarted =
        Speaking.firstWait(
            Records.with(HASTY, "patience", Duration.ofSeconds(20)), Duration.ofMillis(200));
    try (EnginePool pool = EnginePool.open(List.of(engine.url()), untilRestarted)) {
      Thread restart =
          new Thread(
              () -> {
                engine.close();
                try {
                  Thread.sleep(300);
                  engine = TestEngine.with().startAt(port);
                } catch (IOException | InterruptedException e) {
                  throw new AssertionError(e);
                }
              });
      List<Clip> clips =
          pool.plan(Spoken.lines(9), Set.of(), Progress.SILENT)
              .speak(
                  store(),
                  (index, line, clip) -> {
                    if (index == 2) {
                      restart.start();
                    }
                  });
      restart.join();
      assertThat(clips).hasSize(9);
    }
  }

  @Test
  void anEngineThatComesBackInAnotherVersionStopsTheWork() {
    Speaking run = Speaking.on(folder, engine).onClip(clip -> engine.becomeVersion("0.26.0"));
    assertThat(run.problem(9))
        .hasMessageStartingWith(
            "the engine at " + engine.url() + " changed from version 0.25.2 to 0.26.0 meanwhile\n");
  }

  @Test
  void aWebServerThatIsNoEngineIsNoEngine() {
    engine.fault(
        request ->
            new MockResponse.Builder()
                .setHeader("content-type", "text/html")
                .body("<html>hello</html>")
                .build());
    Problem problem = problem(1);
    assertThat(problem.kind()).isEqualTo(Problem.Kind.NO_ENGINE);
    assertThat(problem).hasMessageContaining("answered /version with a web page, which no engine");
  }
}

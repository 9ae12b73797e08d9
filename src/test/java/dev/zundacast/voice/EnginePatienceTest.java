package dev.zundacast.voice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.episode.Problem;
import dev.zundacast.testkit.Records;
import dev.zundacast.testkit.TestEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How long an engine is waited for, and how often it is asked again. */
@Timeout(180)
class EnginePatienceTest {
  private static final String SYNTHESIS = "/synthesis";

  @TempDir Path folder;
  private final List<Long> arrivals = new CopyOnWriteArrayList<>();
  private TestEngine engine;

  @BeforeEach
  void startEngine() throws IOException {
    engine = TestEngine.start();
    engine.fault(
        request -> {
          if (request.getUrl().encodedPath().equals(SYNTHESIS)) {
            arrivals.add(System.nanoTime());
          }
          return null;
        });
  }

  @AfterEach
  void stopEngine() {
    engine.close();
  }

  private Speaking run() {
    return Speaking.on(folder, engine);
  }

  private static MockResponse later(String retryAfter) {
    return TestEngine.status(503).newBuilder().setHeader("Retry-After", retryAfter).build();
  }

  private static MockResponse never() {
    return new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build();
  }

  /** From the first request for a synthesis to the second, which must be the last. */
  private long millisBetweenTwoSyntheses() {
    assertThat(arrivals).hasSize(2);
    return (arrivals.get(1) - arrivals.get(0)) / 1_000_000;
  }

  private static PoolOptions patient(int seconds) {
    return Records.with(EngineFaultsTest.HASTY, "patience", Duration.ofSeconds(seconds));
  }

  @Test
  @Tag("long")
  void anEngineThatIsAskedToComeBackLaterIsGivenTheTime() throws IOException {
    engine.failNext(SYNTHESIS, later("2"));
    run().with(patient(20)).speak(1);
    assertThat(millisBetweenTwoSyntheses()).isGreaterThanOrEqualTo(2_000);
  }

  @Test
  @Tag("long")
  void theTimeMayBeADate() throws IOException {
    ZonedDateTime soon = ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(8).withNano(0);
    engine.failNext(SYNTHESIS, later(DateTimeFormatter.RFC_1123_DATE_TIME.format(soon)));
    run().with(patient(30)).speak(1);
    assertThat(millisBetweenTwoSyntheses()).isPositive();
    assertThat(ZonedDateTime.now(ZoneOffset.UTC)).isAfterOrEqualTo(soon);
  }

  @Test
  void aDateTooFarOffIsNotWaitedForAndAPastOneNotAtAll() throws IOException {
    engine.failNext(SYNTHESIS, later("Wed, 21 Oct 2015 07:28:00 GMT"));
    run().speak(1);
    engine.failAlways(SYNTHESIS, later("Fri, 21 Oct 2095 07:28:00 GMT"));
    assertThat(run().problem(2)).hasMessageContaining("it asks to come back in ");
    assertThat(engine.count(SYNTHESIS)).isEqualTo(3);
  }

  @Test
  void anEngineThatAsksForTooMuchTimeIsNotWaitedFor() {
    engine.failAlways(SYNTHESIS, later("3600"));
    assertThat(run().problem(3))
        .hasMessageContaining(
            "answered 503 to /synthesis, it asks to come back in 60 min, which is too long");
    assertThat(engine.count(SYNTHESIS)).isEqualTo(1);
  }

  @Test
  void anEngineThatIsBusyForeverIsLeftWhenPatienceEnds() {
    engine.failAlways(SYNTHESIS, TestEngine.status(429));
    Problem problem = run().problem(3);
    assertThat(problem).hasMessageContaining("answered 429 to /synthesis");
    assertThat(problem.kind()).isEqualTo(Problem.Kind.FAILED);
    assertThat(engine.count(SYNTHESIS)).isBetween(2, 12);
  }

  @Test
  void beingBusyDoesNotCountAgainstALine() throws IOException {
    for (int i = 0; i < 5; i++) {
      engine.failNext(SYNTHESIS, TestEngine.status(503));
    }
    run().with(patient(20)).speak(1);
    assertThat(engine.count(SYNTHESIS)).isEqualTo(6);
  }

  static Stream<MockResponse> failing() {
    return Stream.of(
        TestEngine.status(500),
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
  }

  @ParameterizedTest
  @MethodSource("failing")
  void anEngineThatFailedRestsBeforeEachFurtherTry(MockResponse answer) {
    engine.failAlways(SYNTHESIS, answer);
    run().with(Speaking.firstWait(patient(20), Duration.ofMillis(300))).problem(1);
    assertThat(arrivals).hasSize(3);
    assertThat((arrivals.get(1) - arrivals.get(0)) / 1_000_000).isGreaterThanOrEqualTo(300 - 20);
    assertThat((arrivals.get(2) - arrivals.get(1)) / 1_000_000).isGreaterThanOrEqualTo(600 - 20);
  }

  @Test
  void aQueryThatIsNotAnsweredIsAskedTwice() {
    engine.failAlways("/audio_query", never());
    PoolOptions.Timeouts usual = EngineFaultsTest.HASTY.timeouts();
    PoolOptions.Timeouts prompt =
        new PoolOptions.Timeouts(
            usual.connect(),
            usual.version(),
            Duration.ofMillis(300),
            usual.synthesis(),
            usual.initialize());
    Problem problem = run().with(Records.with(patient(20), "timeouts", prompt)).problem(1);
    assertThat(problem.kind()).isEqualTo(Problem.Kind.FAILED);
    assertThat(problem)
        .hasMessageContaining("did not answer /audio_query within 300 ms\nmissing: 1 of 1");
    assertThat(engine.count("/audio_query")).isEqualTo(2);
  }

  @Test
  @Tag("long")
  void aSynthesisThatTimesOutIsNotRepeatedAtOnce() {
    engine.failAlways(SYNTHESIS, never());
    assertThat(run().impatient(Duration.ofMillis(1500)).problem(3))
        .hasMessageContaining(
            "did not answer /synthesis within 2 s, and not the next time either; restart");
    // The time-out and a rest as long, and no more than two requests.
    assertThat(millisBetweenTwoSyntheses()).isGreaterThanOrEqualTo(3_000 - 50);
  }

  @Test
  @Tag("long")
  void anEngineThatHangsNowAndThenIsNotLeftOut() throws IOException {
    Set<String> hung = new TreeSet<>();
    engine.fault(
        request -> {
          String asked = request.getBody() == null ? "" : request.getBody().utf8();
          String line = asked.contains("、1番目") ? "1" : asked.contains("、4番目") ? "4" : "";
          return !line.isEmpty() && hung.add(line) ? never() : null;
        });
    assertThat(run().with(patient(60)).impatient(Duration.ofMillis(900)).speak(6)).hasSize(6);
    assertThat(hung).hasSize(2);
    assertThat(engine.count(SYNTHESIS)).isEqualTo(8);
  }

  @Test
  void oneByteASecondIsATimeOut() {
    MockResponse slow =
        TestEngine.wav(TestEngine.tone(48_000, 24_000))
            .newBuilder()
            .throttleBody(1, 1, TimeUnit.SECONDS)
            .build();
    engine.failAlways(SYNTHESIS, slow);
    assertThat(run().impatient(Duration.ofMillis(400)).problem(1))
        .hasMessageContaining("did not answer /synthesis within 400 ms");
  }

  @Test
  void anEngineThatIsSlowToSayItsVersionIsNotThere() {
    engine.failAlways("/version", never());
    PoolOptions.Timeouts usual = EngineFaultsTest.HASTY.timeouts();
    PoolOptions.Timeouts prompt =
        new PoolOptions.Timeouts(
            usual.connect(),
            Duration.ofMillis(300),
            usual.query(),
            usual.synthesis(),
            usual.initialize());
    Problem problem =
        run().with(Records.with(EngineFaultsTest.HASTY, "timeouts", prompt)).problem(1);
    assertThat(problem.kind()).isEqualTo(Problem.Kind.NO_ENGINE);
    assertThat(problem).hasMessageContaining("did not answer /version within 300 ms\nStart");
    assertThat(engine.count("/version")).isEqualTo(1);
  }

  @Test
  void anEngineThatFailsWhileItIsMetIsAskedThreeTimes() {
    engine.failAlways("/version", TestEngine.status(500));
    Problem problem = run().problem(1);
    assertThat(problem.kind()).isEqualTo(Problem.Kind.NO_ENGINE);
    assertThat(problem).hasMessageContaining("answered 500 to /version\nStart");
    assertThat(engine.count("/version")).isEqualTo(3);
  }
}

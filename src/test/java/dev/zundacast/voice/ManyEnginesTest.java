package dev.zundacast.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zundacast.episode.Clip;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Progress;
import dev.zundacast.message.Message;
import dev.zundacast.testkit.Records;
import dev.zundacast.testkit.TestEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ManyEnginesTest {
  @TempDir Path folder;

  private List<Clip> speak(List<TestEngine> engines, int lines, Path store, PoolOptions options)
      throws IOException {
    List<String> urls = engines.stream().map(TestEngine::url).toList();
    try (EnginePool pool = EnginePool.open(urls, options)) {
      return pool.plan(Spoken.lines(lines), Set.of(), Progress.SILENT)
          .speak(ClipStore.open(store), ClipListener.NONE);
    }
  }

  private static List<TestEngine> start(int engines, int millisPerLine) throws IOException {
    List<TestEngine> started = new ArrayList<>();
    for (int i = 0; i < engines; i++) {
      started.add(TestEngine.with().millisPerLine(millisPerLine).start());
    }
    return started;
  }

  /**
   * A run of lines of a fixed length.
   *
   * @param startUp seconds until an engine was first asked to speak
   * @param speaking seconds from then on until every clip was stored
   */
  private record Timed(double startUp, double speaking) {}

  private Timed timed(int engines, int lines, int millisPerLine) throws IOException {
    List<TestEngine> started = start(engines, millisPerLine);
    try {
      speak(started, engines, folder.resolve("warm" + engines), PoolOptions.USUAL);
      AtomicLong first = new AtomicLong(Long.MAX_VALUE);
      for (TestEngine engine : started) {
        engine.fault(
            request -> {
              if (request.getUrl().encodedPath().equals("/synthesis")) {
                first.accumulateAndGet(System.nanoTime(), Math::min);
              }
              return null;
            });
      }
      long from = System.nanoTime();
      speak(started, lines, folder.resolve("timed" + engines), PoolOptions.USUAL);
      long end = System.nanoTime();
      assertThat(started).allMatch(engine -> engine.mostInFlight() == 1);
      return new Timed((first.get() - from) / 1e9, (end - first.get()) / 1e9);
    } finally {
      started.forEach(TestEngine::close);
    }
  }

  @Test
  void enginesShareTheWork() throws IOException {
    List<TestEngine> four = start(4, 100);
    try {
      speak(four, 24, folder, PoolOptions.USUAL);
      assertThat(four).allMatch(engine -> engine.count("/synthesis") >= 4);
      assertThat(four).allMatch(engine -> engine.mostInFlight() == 1);
    } finally {
      four.forEach(TestEngine::close);
    }
  }

  @Test
  @Tag("long")
  void withSoManyEnginesTheTimeFallsByAsMuch() throws IOException {
    int lines = 40;
    int millis = 500;
    for (int engines : new int[] {1, 2, 4}) {
      double ideal = lines * millis / 1000.0 / engines;
      Timed took = timed(engines, lines, millis);
      System.out.printf(
          Locale.ROOT,
          "%d engines, %d lines of %d ms: start-up %.2f s, speaking %.2f s, ideal %.2f s (%+.1f"
              + " %%)%n",
          engines,
          lines,
          millis,
          took.startUp(),
          took.speaking(),
          ideal,
          100 * (took.speaking() / ideal - 1));
      assertThat(took.startUp()).isLessThan(1);
      assertThat(took.speaking()).isLessThan(ideal * 1.05);
    }
  }

  @Test
  void aSlowEngineGetsFewerLines() throws IOException {
    try (TestEngine slow = TestEngine.with().millisPerLine(400).start();
        TestEngine fast = TestEngine.with().millisPerLine(20).start()) {
      speak(List.of(slow, fast), 16, folder, PoolOptions.USUAL);
      assertThat(fast.count("/synthesis")).isGreaterThan(slow.count("/synthesis"));
    }
  }

  @Test
  void anEngineThatFailsRestsAndTheOtherDoesItsWork() throws IOException {
    try (TestEngine bad = TestEngine.start();
        TestEngine good = TestEngine.start()) {
      bad.failAlways("/synthesis", TestEngine.status(503));
      assertThat(speak(List.of(bad, good), 12, folder, EngineFaultsTest.HASTY)).hasSize(12);
      assertThat(good.count("/synthesis")).isEqualTo(12);
    }
  }

  @Test
  void anEngineThatHangsLosesItsLineToAnother() throws IOException {
    PoolOptions impatient =
        Records.with(
            EngineFaultsTest.HASTY,
            "timeouts",
            Speaking.synthesis(EngineFaultsTest.HASTY.timeouts(), Duration.ofSeconds(1)));
    try (TestEngine hanging = TestEngine.start();
        TestEngine good = TestEngine.start()) {
      hanging.failAlways(
          "/synthesis",
          new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
      assertThat(speak(List.of(hanging, good), 6, folder, impatient)).hasSize(6);
    }
  }

  @Test
  void anEngineThatIsNotThereIsToldOfAndTheOtherWorksAlone() throws IOException {
    List<String> notes = new ArrayList<>();
    try (TestEngine good = TestEngine.start();
        EnginePool pool =
            EnginePool.open(List.of("http://127.0.0.1:9", good.url()), EngineFaultsTest.HASTY)) {
      ClipListener listener =
          new ClipListener() {
            @Override
            public void clip(int index, dev.zundacast.episode.SpokenLine line, Clip clip) {}

            @Override
            public void note(Message text) {
              notes.add(text.toString());
            }
          };
      pool.plan(Spoken.lines(2), Set.of(), Progress.SILENT).speak(ClipStore.open(folder), listener);
      assertThat(notes).containsExactly("the engine at http://127.0.0.1:9 cannot be reached");
    }
  }

  @Test
  void enginesOfDifferentVersionsAreRefusedUnlessAllowed() throws IOException {
    try (TestEngine one = TestEngine.start();
        TestEngine two = TestEngine.with().version("0.14.0").start()) {
      List<TestEngine> both = List.of(one, two);
      assertThatThrownBy(() -> speak(both, 2, folder, PoolOptions.USUAL))
          .isInstanceOf(Problem.class)
          .hasMessage(
              "the engines differ and would speak the same line differently: VOICEVOX 0.25.2 at "
                  + one.url()
                  + ", VOICEVOX 0.14.0 at "
                  + two.url()
                  + "\nTake engines of one version, or allow the mixture with --allow-mixed.");
      PoolOptions mixed = Records.with(PoolOptions.USUAL, "mixed", PoolOptions.Mixed.ALLOW);
      speak(both, 10, folder, mixed);
      int made = one.count("/synthesis") + two.count("/synthesis");
      speak(both, 10, folder, mixed);
      assertThat(one.count("/synthesis") + two.count("/synthesis")).isEqualTo(made).isEqualTo(10);
    }
  }
}

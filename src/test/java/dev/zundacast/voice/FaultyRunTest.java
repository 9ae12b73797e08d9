package dev.zundacast.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.zundacast.episode.Clip;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Progress;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.message.Message;
import dev.zundacast.tasks.BackgroundTask;
import dev.zundacast.testkit.Records;
import dev.zundacast.testkit.TestEngine;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever fails in a run, it ends, says why, and leaves no thread behind. */
@Timeout(180)
class FaultyRunTest {
  private static final PoolOptions HASTY_IN_VERSIONS =
      Records.with(
          EngineFaultsTest.HASTY,
          "timeouts",
          new PoolOptions.Timeouts(
              Duration.ofSeconds(1),
              Duration.ofMillis(500),
              Duration.ofSeconds(5),
              Duration.ofSeconds(5),
              Duration.ofSeconds(5)));

  @TempDir Path folder;
  private TestEngine engine;

  @BeforeEach
  void start() throws IOException {
    engine = TestEngine.with().millisPerLine(50).start();
  }

  @AfterEach
  void nothingRunsOn() {
    engine.close();
    assertThat(threadsLeft()).isEmpty();
  }

  /** A thread that was joined as part of its pool may take a moment to be gone. */
  private static List<String> threadsLeft() {
    for (int i = 0; i < 100 && !threads().isEmpty(); i++) {
      LockSupport.parkNanos(1_000_000);
    }
    return threads();
  }

  private static List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(Thread::isAlive)
        .map(Thread::getName)
        .filter(name -> name.startsWith("zundacast "))
        .toList();
  }

  /** Hears nothing but may fail at everything. */
  private abstract static class Listener implements ClipListener {
    @Override
    public void clip(int index, SpokenLine line, Clip clip) {}
  }

  private Throwable failure(ClipListener listener, Set<String> anew, String... more) {
    return catchThrowable(() -> speak(listener, anew, more));
  }

  private List<Clip> speak(ClipListener listener, Set<String> anew, String... more)
      throws IOException {
    List<String> urls = new ArrayList<>(List.of(engine.url()));
    urls.addAll(List.of(more));
    try (EnginePool pool = EnginePool.open(urls, EngineFaultsTest.HASTY)) {
      return pool.plan(Spoken.lines(12), anew, Progress.SILENT)
          .speak(ClipStore.open(folder), listener);
    }
  }

  @Test
  void aListenerThatInterruptsItsThread() {
    ClipListener interrupting = (index, line, clip) -> Thread.currentThread().interrupt();
    Throwable failure = failure(interrupting, Set.of());
    assertThat(Thread.interrupted()).isFalse();
    assertThat(failure == null || failure instanceof Problem).isTrue();
  }

  @Test
  void aListenerThatFailsAtAClipOfTheStore() throws IOException {
    speak(ClipListener.NONE, Set.of());
    ClipListener broken =
        (index, line, clip) -> {
          throw new AssertionError("no clip is good enough");
        };
    assertThat(failure(broken, Set.of("a1.12"))).isInstanceOf(AssertionError.class);
  }

  @Test
  void aProblemOfTheListenerKeepsItsKind() {
    ClipListener broken =
        (index, line, clip) -> {
          throw Problem.of(Problem.Kind.INPUT, Message.plain("the script was changed meanwhile"));
        };
    Problem problem = catchThrowableOfType(Problem.class, () -> speak(broken, Set.of()));
    assertThat(problem.kind()).isEqualTo(Problem.Kind.INPUT);
    assertThat(problem).hasMessageStartingWith("the script was changed meanwhile\nmissing: 12 of");
  }

  @Test
  void aListenerThatFailsAtTheLastClip() {
    ClipListener broken =
        (index, line, clip) -> {
          if (index == 11) {
            throw new IllegalStateException("this one is one too many");
          }
        };
    assertThat(failure(broken, Set.of()))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith("this one is one too many\nmissing: 1 of 12 (a1.12)");
  }

  @Test
  void aListenerThatFailsAtTheNoteOfAnEngineThatComes() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    AtomicReference<TestEngine> late = new AtomicReference<>();
    ClipListener broken =
        new Listener() {
          @Override
          public void clip(int index, SpokenLine line, Clip clip) {
            if (late.get() == null) {
              try {
                late.set(TestEngine.with().startAt(port));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            }
          }

          @Override
          public void note(Message text) {
            if (text.toString().endsWith("has come and helps")) {
              throw new IllegalStateException("nobody listens");
            }
          }
        };
    assertThat(failure(broken, Set.of(), "http://127.0.0.1:" + port))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith("nobody listens\nmissing: ");
    late.get().close();
  }

  @Test
  void aStoreThatCannotBeWrittenTo() throws IOException {
    Files.writeString(folder.resolve("clips"), "no folder");
    try (EnginePool pool = EnginePool.open(List.of(engine.url()), EngineFaultsTest.HASTY)) {
      ClipStore store = ClipStore.open(folder.resolve("clips/deeper"));
      assertThat(
              catchThrowable(
                  () ->
                      pool.plan(Spoken.lines(3), Set.of(), Progress.SILENT)
                          .speak(store, ClipListener.NONE)))
          .isInstanceOfAny(Problem.class, IOException.class);
    }
  }

  @Test
  void aRunThatIsInterruptedKeepsWhatWasSpokenAndJoinsItsThreads() throws Exception {
    AtomicReference<Throwable> failure = new AtomicReference<>();
    List<String> left = new ArrayList<>();
    Thread run =
        new Thread(
            () -> {
              failure.set(failure(ClipListener.NONE, Set.of(), "http://127.0.0.1:9"));
              left.addAll(threadsLeft());
            });
    run.start();
    until(() -> engine.count("/synthesis") >= 3);
    run.interrupt();
    run.join();
    assertThat(failure.get()).isInstanceOf(InterruptedIOException.class);
    assertThat(left).isEmpty();
    assertThat(ClipStore.open(folder).clips()).isNotEmpty();
  }

  @Test
  void aRunThatEndsLeavesWhatOthersAskItsEngineAlone() throws IOException {
    AtomicInteger first = new AtomicInteger(1);
    CountDownLatch ended = new CountDownLatch(1);
    PoolOptions patient =
        Records.with(EngineFaultsTest.HASTY, "timeouts", PoolOptions.Timeouts.USUAL);
    try (EnginePool pool = EnginePool.open(List.of(engine.url()), patient)) {
      engine.fault(
          request -> {
            String path = request.getUrl().encodedPath();
            if (path.equals("/version") && first.getAndDecrement() > 0) {
              assertThat(await(ended)).isTrue();
            }
            return null;
          });
      try (BackgroundTask<Boolean> keeper = BackgroundTask.start("keeper", () -> isThere(pool))) {
        until(() -> first.get() <= 0);
        pool.plan(Spoken.lines(3), Set.of(), Progress.SILENT)
            .speak(ClipStore.open(folder), ClipListener.NONE);
        ended.countDown();
        assertThat(keeper.join()).isTrue();
      }
    }
  }

  @Test
  void anEngineThatSpeaksMayAnswerAfterwards() throws IOException {
    AtomicInteger slow = new AtomicInteger(1);
    CountDownLatch asked = new CountDownLatch(1);
    try (EnginePool pool = EnginePool.open(List.of(engine.url()), HASTY_IN_VERSIONS)) {
      engine.fault(
          request -> {
            String path = request.getUrl().encodedPath();
            if (path.equals("/synthesis") && slow.getAndDecrement() > 0) {
              assertThat(await(asked)).isTrue();
              LockSupport.parkNanos(Duration.ofMillis(700).toNanos());
            } else if (path.equals("/version") && engine.count("/synthesis") == 1) {
              asked.countDown();
              LockSupport.parkNanos(Duration.ofMillis(700).toNanos());
            }
            return null;
          });
      try (BackgroundTask<List<Clip>> run =
          BackgroundTask.start(
              "run",
              () ->
                  pool.plan(Spoken.lines(1), Set.of(), Progress.SILENT)
                      .speak(ClipStore.open(folder), ClipListener.NONE))) {
        until(() -> engine.count("/synthesis") > 0);
        pool.requireThere();
        assertThat(run.join()).hasSize(1);
      }
    }
  }

  private static void until(BooleanSupplier happened) {
    while (!happened.getAsBoolean()) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aRunWhosePoolIsClosedMeanwhileGoesOn() throws IOException {
    try (EnginePool pool = EnginePool.open(List.of(engine.url()), EngineFaultsTest.HASTY)) {
      ClipListener closing = (index, line, clip) -> pool.close();
      assertThat(
              pool.plan(Spoken.lines(3), Set.of(), Progress.SILENT)
                  .speak(ClipStore.open(folder), closing))
          .hasSize(3);
    }
  }

  private static boolean isThere(EnginePool pool) throws IOException {
    pool.requireThere();
    return true;
  }

  @Test
  void aRunWithOneEngineHasThreeThreads() throws IOException {
    assertThat(threadsLeft()).isEmpty();
    List<List<String>> seen = new ArrayList<>();
    speak((index, line, clip) -> seen.add(threads()), Set.of());
    assertThat(seen).hasSize(12).allMatch(threads -> threads.size() <= 3);
    assertThat(threadsLeft()).isEmpty();
  }

  @Test
  void anEngineThatAnswersNobodyIsNotWaitedForAtTheEnd() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1)) {
      String url = "http://127.0.0.1:" + silent.getLocalPort();
      try (EnginePool pool = EnginePool.open(List.of(engine.url(), url), HASTY_IN_VERSIONS)) {
        assertThat(
                pool.plan(Spoken.lines(12), Set.of(), Progress.SILENT)
                    .speak(ClipStore.open(folder), ClipListener.NONE))
            .hasSize(12);
        assertThat(threadsLeft()).isEmpty();
      }
    }
  }
}

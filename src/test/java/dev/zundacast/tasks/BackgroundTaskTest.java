package dev.zundacast.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class BackgroundTaskTest {
  @Test
  void joinGivesTheResult() throws IOException {
    try (BackgroundTask<String> task = BackgroundTask.start("test", () -> "done")) {
      assertThat(task.join()).isEqualTo("done");
    }
  }

  @Test
  void aFailureComesOutAsItHappenedAndOnce() {
    IOException failure = new IOException("disk full");
    assertThatThrownBy(
            () -> {
              try (BackgroundTask<String> task = failing(failure)) {
                task.join();
              }
            })
        .isSameAs(failure)
        .hasNoSuppressedExceptions();
  }

  @Test
  void aFailureThatNobodyAskedForIsThrownAtTheEnd() {
    IOException failure = new IOException("disk full");
    assertThatThrownBy(() -> failing(failure).close()).isSameAs(failure);
  }

  @Test
  void whatFailedFirstIsToldAndTheTaskBesideIt() {
    IOException failure = new IOException("disk full");
    assertThatThrownBy(
            () -> {
              try (BackgroundTask<String> task = failing(failure)) {
                throw new IllegalStateException("something else");
              }
            })
        .isInstanceOf(IllegalStateException.class)
        .hasSuppressedException(failure);
  }

  private static BackgroundTask<String> failing(IOException failure) {
    return BackgroundTask.start(
        "test",
        () -> {
          throw failure;
        });
  }

  @Test
  void closingWaitsForTheEnd() throws IOException {
    CountDownLatch begun = new CountDownLatch(1);
    AtomicBoolean ended = new AtomicBoolean();
    BackgroundTask<String> task =
        BackgroundTask.start(
            "test",
            () -> {
              begun.countDown();
              for (long until = System.nanoTime() + 50_000_000; System.nanoTime() < until; ) {
                Thread.onSpinWait();
              }
              ended.set(true);
              return "";
            });
    task.close();
    assertThat(begun.getCount()).isZero();
    assertThat(ended).isTrue();
  }

  @Test
  void parallelWorkKeepsTheOrderAndTheFirstFailure() throws IOException {
    List<Integer> numbers = IntStream.range(0, 1000).boxed().toList();
    assertThat(Parallel.map(numbers, n -> n * n))
        .isEqualTo(numbers.stream().map(n -> n * n).toList());
    assertThatThrownBy(
            () ->
                Parallel.map(
                    numbers,
                    n -> {
                      if (n >= 500) {
                        throw new IOException("number " + n);
                      }
                      return n;
                    }))
        .hasMessage("number 500");
  }
}

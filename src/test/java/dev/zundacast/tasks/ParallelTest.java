package dev.zundacast.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ParallelTest {
  @Test
  void theReaderWorksAlongWhileAnotherThreadIsAtTheItemThatIsNext() throws IOException {
    List<CountDownLatch> begun = Stream.generate(() -> new CountDownLatch(1)).limit(4).toList();
    IoFunction<Integer, Boolean> work =
        item -> {
          begun.get(item).countDown();
          return item == 3 || await(begun.get(item + 1));
        };
    try (Parallel<Integer, Boolean> all = Parallel.over(List.of(0, 1, 2, 3), 2, work)) {
      assertThat(List.of(all.next(), all.next(), all.next(), all.next())).containsOnly(true);
    }
  }

  @Test
  void resultsComeInTheOrderOfTheItems() throws IOException {
    List<Integer> items = List.of(5, 1, 4, 2, 3);
    assertThat(Parallel.map(items, item -> 10 * item)).containsExactly(50, 10, 40, 20, 30);
  }

  private static boolean await(CountDownLatch latch) throws IOException {
    try {
      return latch.await(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}

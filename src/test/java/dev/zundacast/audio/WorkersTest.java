package dev.zundacast.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WorkersTest {
  private final int cores = Runtime.getRuntime().availableProcessors();
  private final Workers workers = new Workers();
  private final List<String> order = new CopyOnWriteArrayList<>();
  private final List<CountDownLatch> ends = new ArrayList<>();

  @AfterEach
  void close() {
    ends.forEach(CountDownLatch::countDown);
    workers.close();
  }

  /** Has a core work until it is told to end. */
  private void busy(Workers.Turn turn) throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    workers.submit("busy " + ends.size(), turn, () -> hold(begun, end));
    ends.add(end);
    begun.await();
  }

  private static void hold(CountDownLatch begun, CountDownLatch end) {
    begun.countDown();
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void note(String name, Workers.Turn turn) {
    workers.submit(name, turn, () -> order.add(name));
  }

  @Test
  void whatIsNewComesBeforeWhatIsKept() throws Exception {
    for (int core = 0; core < cores; core++) {
      busy(Workers.Turn.KEPT);
    }
    note("kept 1", Workers.Turn.KEPT);
    note("kept 2", Workers.Turn.KEPT);
    note("new 1", Workers.Turn.NEW);
    note("new 2", Workers.Turn.NEW);
    // One core has to do all of it, one after the other.
    ends.get(0).countDown();
    while (order.size() < 4) {
      Thread.onSpinWait();
    }
    assertThat(order).containsExactly("new 1", "new 2", "kept 1", "kept 2");
  }

  @Test
  void thereIsTimeUntilEachCoreHasSomethingNew() throws Exception {
    for (int core = 1; core < cores; core++) {
      busy(Workers.Turn.NEW);
    }
    busy(Workers.Turn.KEPT);
    note("kept", Workers.Turn.KEPT);
    assertThat(workers.haveTime()).isTrue();
    assertThat(workers.spare().take(() -> order.add("spare"))).isTrue();
    assertThat(workers.haveTime()).isFalse();
    assertThat(workers.spare().take(() -> order.add("never"))).isFalse();
    ends.forEach(CountDownLatch::countDown);
    while (order.size() < 2 || !workers.haveTime()) {
      Thread.onSpinWait();
    }
    assertThat(order).containsExactlyInAnyOrder("spare", "kept");
  }

  @Test
  void whatIsClosedTakesNothing() {
    workers.close();
    assertThat(workers.spare().take(() -> order.add("never"))).isFalse();
    assertThat(workers.haveTime()).isTrue();
  }
}

package dev.zundacast.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class WorkersTest {
  private final Workers workers = new Workers();

  @AfterEach
  void close() {
    workers.close();
  }

  @Test
  void workOfOneNameIsDoneOnce() throws Exception {
    AtomicInteger done = new AtomicInteger();
    for (int i = 0; i < 10; i++) {
      workers.submit("name " + i % 2, done::incrementAndGet);
    }
    workers.await();
    assertThat(done).hasValue(2);
    workers.submit("name 0", done::incrementAndGet);
    workers.await();
    assertThat(done).hasValue(3);
  }

  @Test
  void aFailureIsThrownOnceAllHasEnded() throws Exception {
    AtomicInteger done = new AtomicInteger();
    workers.submit(
        "bad",
        () -> {
          throw new IOException("no such clip");
        });
    for (int i = 0; i < 20; i++) {
      workers.submit("good " + i, done::incrementAndGet);
    }
    assertThatThrownBy(workers::await).isInstanceOf(IOException.class).hasMessage("no such clip");
    assertThat(done).hasValue(20);
    workers.await();
  }

  @Test
  void closingInterruptsWhatIsWorkedOnAndWaitsForItsEnd() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    AtomicBoolean ended = new AtomicBoolean();
    workers.submit(
        "long",
        () -> {
          begun.countDown();
          try {
            Thread.sleep(60_000);
          } catch (InterruptedException e) {
            // As an encoder that has to finish its line.
            long end = System.nanoTime() + 50_000_000;
            while (System.nanoTime() < end) {
              Thread.onSpinWait();
            }
            ended.set(true);
          }
          return ended;
        });
    begun.await();
    workers.close();
    assertThat(ended).isTrue();
  }
}

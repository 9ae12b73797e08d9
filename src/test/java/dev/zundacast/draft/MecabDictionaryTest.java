package dev.zundacast.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MecabDictionaryTest {
  private static final Path DEBIAN = Path.of("/var/lib/mecab/dic/open-jtalk/naist-jdic");

  @TempDir Path folder;

  @Test
  void manyThreadsKeepLittleMemoryOutsideTheHeap() throws Exception {
    if (!Files.isDirectory(DEBIAN)) {
      DraftInstall.install(DraftHome.ofEnvironment(), text -> {});
    }
    assertThat(DEBIAN).isDirectory();
    long before = direct();
    CountDownLatch merged = new CountDownLatch(4);
    CountDownLatch looked = new CountDownLatch(1);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Path copy = folder.resolve("copy" + i);
      threads.add(new Thread(() -> merge(copy, merged, looked)));
    }
    threads.forEach(Thread::start);
    merged.await();
    long kept = direct() - before;
    looked.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(kept).isLessThan(4 << 20);
  }

  /** The memory belongs to the thread, which therefore lives on until it was looked at. */
  private static void merge(Path copy, CountDownLatch merged, CountDownLatch looked) {
    try {
      MecabDictionary.extend(DEBIAN, UserDictionary.KNOWN_NAMES, copy);
      merged.countDown();
      looked.await();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static long direct() {
    return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
        .filter(pool -> pool.getName().equals("direct"))
        .mapToLong(BufferPoolMXBean::getMemoryUsed)
        .sum();
  }
}

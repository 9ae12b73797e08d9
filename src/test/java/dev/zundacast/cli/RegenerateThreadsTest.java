package dev.zundacast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.testkit.SampleSite;
import dev.zundacast.testkit.TestEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many threads a regenerate starts beside those of the HTTP client and of the encoder. */
class RegenerateThreadsTest {
  private static final int MOST = 5;

  @TempDir Path folder;

  @Test
  void regenerateHasFewThreadsAndLeavesNone() throws Exception {
    SampleSite site = SampleSite.in(folder.resolve("site"));
    Path post = site.post(3, 2);
    try (TestEngine engine = TestEngine.with().millisPerLine(150).start()) {
      assertThat(run(engine, "build", post.toString()).code()).isZero();
      AtomicBoolean ended = new AtomicBoolean();
      Set<String> most = new TreeSet<>();
      Thread counting = new Thread(() -> countUntil(ended, most));
      counting.start();
      Shell.Result again = run(engine, "regenerate", post.toString(), "a1.01", "--text", "豆の話なのだ。");
      ended.set(true);
      counting.join();
      assertThat(again.code()).as(again.err()).isZero();
      assertThat(most).isNotEmpty().hasSizeLessThanOrEqualTo(MOST);
      assertThat(left()).isEmpty();
    }
  }

  private Shell.Result run(TestEngine engine, String... args) throws IOException {
    return Shell.building(folder).env("ZUNDACAST_ENGINE", engine.url()).run(args);
  }

  /** Keeps the largest set of threads that ran at once. */
  private static void countUntil(AtomicBoolean ended, Set<String> most) {
    while (!ended.get()) {
      Set<String> now = ours();
      if (now.size() > most.size()) {
        most.clear();
        most.addAll(now);
      }
      LockSupport.parkNanos(5_000_000);
    }
  }

  private static Set<String> ours() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("zundacast "))
        .filter(thread -> !thread.getName().equals("zundacast encoder"))
        .map(thread -> thread.getName() + " " + thread.getId())
        .collect(Collectors.toSet());
  }

  /** A thread that was joined as part of its pool may take a moment to be gone. */
  private static Set<String> left() {
    for (int i = 0; i < 1000 && !ours().isEmpty(); i++) {
      LockSupport.parkNanos(1_000_000);
    }
    return ours();
  }
}

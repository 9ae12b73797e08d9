package dev.zundacast.voice.store.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.disk.SharedStore.Condition;
import dev.zundacast.disk.SharedStore.Entry;
import dev.zundacast.disk.SharedStore.Kind;
import dev.zundacast.tasks.Retry;
import dev.zundacast.testkit.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A folder whose server is gone: opening a pipe that nobody writes to hangs as such a mount does.
 */
@Timeout(60)
class FolderObjectsTest {
  private static final String KEY = "ab".repeat(32);
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir Path folder;
  private final List<String> notes = Collections.synchronizedList(new ArrayList<>());

  private RemoteStore store() {
    FolderObjects objects = new FolderObjects(folder, new HttpObjects.Patience(SHORT, SHORT, LONG));
    Retry retry = new Retry(4, Duration.ofMillis(10), Duration.ofMillis(50));
    RemoteStore.Timing timing = new RemoteStore.Timing(retry, SHORT, Duration.ofSeconds(1), LONG);
    return new RemoteStore(objects, timing, notes::add);
  }

  private static Entry entry() {
    return new Entry("ずんだ".repeat(100).getBytes(StandardCharsets.UTF_8), "about");
  }

  private void keepOne() {
    RemoteStore store = store();
    store.put(Kind.CLIPS, KEY, Condition.IF_ABSENT, FolderObjectsTest::entry);
    store.close();
    assertThat(store.trouble()).isEmpty();
  }

  @Test
  void aMountThatHangsCostsItsTimeOutAndIsUsedAgainWhenItAnswers() throws Exception {
    keepOne();
    Path record = folder.resolve(Kind.CLIPS.recordPath(KEY));
    byte[] json = Files.readAllBytes(record);
    Files.delete(record);
    Programs.output("mkfifo", record.toString());
    try (RemoteStore store = store()) {
      for (int i = 0; i < 10; i++) {
        assertThat(store.get(Kind.CLIPS, KEY)).isEmpty();
      }
      assertThat(notes)
          .singleElement()
          .asString()
          .contains("is away for now", folder.toString(), "no answer in 0.3 seconds");
      answerAll(record, json);
      Files.write(record, json);
      while (store.get(Kind.CLIPS, KEY).isEmpty()) {
        Thread.sleep(50);
      }
      assertThat(store.trouble()).isEmpty();
    }
  }

  /** Those that wait still get their answer, which nobody hears. */
  private static void answerAll(Path pipe, byte[] answer) throws IOException {
    Files.write(pipe, answer);
    Files.delete(pipe);
  }
}

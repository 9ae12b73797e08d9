package dev.zundacast.disk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.disk.SharedStore.Condition;
import dev.zundacast.disk.SharedStore.Entry;
import dev.zundacast.disk.SharedStore.Kind;
import dev.zundacast.tasks.Parallel;
import dev.zundacast.tasks.Retry;
import dev.zundacast.testkit.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class SharedFolderTest {
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir Path temp;
  private final List<String> notes = Collections.synchronizedList(new ArrayList<>());
  private Path folder;

  @BeforeEach
  void mount() throws IOException {
    folder = Files.createDirectory(temp.resolve("mounted"));
  }

  private SharedStore open() {
    return new SharedFolder(folder, it -> notes.add(it.toString()));
  }

  private SharedStore impatient() {
    Retry pauses = new Retry(1, SHORT, Duration.ofSeconds(1));
    return new SharedFolder(
        folder, new SharedFolder.Timing(SHORT, LONG, pauses, LONG), it -> notes.add(it.toString()));
  }

  private static String key(int number) {
    return "%064x".formatted(number + 0x1234_5678L * number);
  }

  private static Entry entry(int seed) {
    byte[] bytes = new byte[50_000];
    new Random(seed).nextBytes(bytes);
    return new Entry(bytes, "{\"seed\":" + seed + "}");
  }

  private static Optional<String> about(SharedStore store, String key) {
    return store.get(Kind.CLIPS, key).map(Entry::about);
  }

  private void put(int... numbers) {
    SharedStore store = open();
    for (int number : numbers) {
      store.put(Kind.CLIPS, key(number), Condition.IF_ABSENT, () -> entry(number));
    }
    store.close();
    assertThat(store.trouble()).isEmpty();
  }

  private Path record(int number) {
    return folder.resolve(Kind.CLIPS.recordPath(key(number)));
  }

  private Path object(int number) {
    return folder.resolve(Kind.CLIPS.path(key(number)));
  }

  @Test
  void whatOneMachineKeepsAnotherFinds() {
    put(1, 2);
    try (SharedStore other = open()) {
      Entry found = other.get(Kind.CLIPS, key(2)).orElseThrow();
      assertThat(found.bytes()).isEqualTo(entry(2).bytes());
      assertThat(found.about()).isEqualTo("{\"seed\":2}");
      assertThat(other.get(Kind.CLIPS, key(3))).isEmpty();
      assertThat(other.get(Kind.FRAMES, key(2))).isEmpty();
      assertThat(other.trouble()).isEmpty();
    }
  }

  @Test
  void whatIsDamagedOrHalfThereIsMissingAndMadeAgain() throws IOException {
    put(11, 12, 13, 14, 15);
    byte[] flipped = entry(11).bytes();
    flipped[flipped.length / 2] ^= 1;
    Files.write(object(11), flipped);
    Files.write(object(12), Arrays.copyOf(entry(12).bytes(), 100));
    Files.writeString(record(13), "{\"key\":\"");
    // The record of another clip.
    Files.write(record(14), Files.readAllBytes(record(15)));
    Files.createDirectories(object(16).getParent());
    Files.write(object(16), entry(16).bytes());
    try (SharedStore store = open()) {
      for (int number : List.of(11, 12, 13, 14, 16)) {
        assertThat(store.get(Kind.CLIPS, key(number))).as("clip " + number).isEmpty();
        store.put(Kind.CLIPS, key(number), Condition.IF_ABSENT, () -> entry(number));
      }
      assertThat(notes).hasSize(4).allMatch(note -> note.contains("is damaged; it is made again"));
      assertThat(store.trouble()).isEmpty();
    }
    try (SharedStore store = open()) {
      for (int number : List.of(11, 12, 13, 14, 15)) {
        assertThat(about(store, key(number))).contains("{\"seed\":" + number + "}");
      }
      // An object without a record may be one that another machine is about to finish.
      assertThat(store.get(Kind.CLIPS, key(16)).map(Entry::bytes)).contains(entry(16).bytes());
    }
  }

  /** All of them write the same keys, with other bytes each, as engines may give them. */
  @Test
  void thirtyTwoWritersAtOnceLeaveNoWrongClip() throws IOException {
    List<Integer> writers = IntStream.range(0, 32).boxed().toList();
    try (Parallel<Integer, Boolean> all = Parallel.over(writers, 32, this::writeTwenty)) {
      for (int writer : writers) {
        assertThat(all.next()).as("writer " + writer).isTrue();
      }
    }
    try (SharedStore store = open()) {
      for (int number = 100; number < 120; number++) {
        int at = number;
        store
            .get(Kind.CLIPS, key(number))
            .ifPresent(
                it -> assertThat(writers).anyMatch(w -> Arrays.equals(it.bytes(), bytes(at, w))));
        store.put(Kind.CLIPS, key(number), Condition.IF_ABSENT, () -> entry(at));
      }
    }
    try (SharedStore store = open()) {
      for (int number = 100; number < 120; number++) {
        assertThat(store.get(Kind.CLIPS, key(number))).isPresent();
      }
    }
  }

  private boolean writeTwenty(int writer) {
    SharedStore store = open();
    for (int number = 100; number < 120; number++) {
      int at = number;
      Entry entry = new Entry(bytes(at, writer), "");
      store.put(Kind.CLIPS, key(at), Condition.IF_ABSENT, () -> entry);
    }
    store.close();
    return store.trouble().isEmpty();
  }

  private static byte[] bytes(int number, int writer) {
    return entry(1000 * number + writer).bytes();
  }

  @Test
  void theFirstWriterWinsButWhereAnotherSoundIsMeant() {
    put(30);
    put(30);
    try (SharedStore store = open()) {
      store.put(Kind.CLIPS, key(30), Condition.IF_ABSENT, () -> entry(31));
    }
    try (SharedStore store = open()) {
      assertThat(about(store, key(30))).contains("{\"seed\":30}");
      store.put(Kind.CLIPS, key(30), Condition.REPLACE, () -> entry(32));
    }
    try (SharedStore store = open()) {
      assertThat(about(store, key(30))).contains("{\"seed\":32}");
    }
  }

  @Test
  void aFolderThatIsNotMountedIsNotMade() throws IOException {
    Files.delete(folder);
    SharedStore store = open();
    assertThat(store.get(Kind.CLIPS, key(1))).isEmpty();
    store.put(Kind.CLIPS, key(1), Condition.IF_ABSENT, () -> entry(1));
    store.close();
    assertThat(store.trouble().orElseThrow().toString()).contains("there is no folder");
    assertThat(notes).singleElement().asString().contains("is away for now");
    assertThat(folder).doesNotExist();
  }

  /** Opening a pipe that nobody writes to hangs as a mount does whose server is gone. */
  @Test
  void aMountThatHangsCostsItsTimeOutAndIsUsedAgainWhenItAnswers() throws Exception {
    put(1);
    byte[] json = Files.readAllBytes(record(1));
    Files.delete(record(1));
    Programs.output("mkfifo", record(1).toString());
    try (SharedStore store = impatient()) {
      for (int i = 0; i < 10; i++) {
        assertThat(store.get(Kind.CLIPS, key(1))).isEmpty();
      }
      assertThat(notes)
          .singleElement()
          .asString()
          .contains("is away for now", folder.toString(), "no answer in 0.3 seconds");
      // Those that wait still get their answer, which nobody hears.
      Files.writeString(record(1), new String(json, StandardCharsets.UTF_8));
      Files.delete(record(1));
      Files.write(record(1), json);
      while (store.get(Kind.CLIPS, key(1)).isEmpty()) {
        Thread.onSpinWait();
      }
      assertThat(store.trouble()).isEmpty();
    }
  }
}

package dev.zundacast.voice.store.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.disk.SharedStore;
import dev.zundacast.disk.SharedStore.Condition;
import dev.zundacast.disk.SharedStore.Entry;
import dev.zundacast.disk.SharedStore.Kind;
import dev.zundacast.s3.AwsCredentials;
import dev.zundacast.s3.AwsSigner;
import dev.zundacast.tasks.Parallel;
import dev.zundacast.testkit.StoreServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Object storage that verifies every signature and knows If-None-Match, but not so that of several
 * writers at once only one comes through.
 */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class S3ProxyIT {
  private static final Map<String, String> KEYS =
      Map.of("AWS_ACCESS_KEY_ID", "zunda", "AWS_SECRET_ACCESS_KEY", "very-secret");

  private final List<String> notes = new ArrayList<>();
  private StoreServer server;
  private SharedStores.Place place;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    server = StoreServer.s3proxy(folder);
    place = new SharedStores.Place(server.address(), server.url(), "us-east-1");
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private SharedStore open(Map<String, String> keys) {
    return SharedStores.open(place, keys, Path.of(""), notes::add);
  }

  private static String key(int number) {
    return "%064x".formatted(number + 0x9ABC_DEF1L * number);
  }

  private static byte[] bytes(int number, int writer) {
    byte[] bytes = new byte[100_000];
    new Random(1000L * number + writer).nextBytes(bytes);
    return bytes;
  }

  @Test
  void thirtyTwoWritersAtOnceLeaveNoWrongClip() throws IOException {
    List<Integer> writers = IntStream.range(0, 32).boxed().toList();
    try (Parallel<Integer, Boolean> all = Parallel.over(writers, 32, this::writeTwenty)) {
      for (int writer : writers) {
        assertThat(all.next()).as("writer %s: %s", writer, notes).isTrue();
      }
    }
    int damaged = 0;
    try (SharedStore store = open(KEYS)) {
      for (int number = 0; number < 20; number++) {
        int at = number;
        Optional<Entry> found = store.get(Kind.CLIPS, key(at));
        found.ifPresent(
            it -> assertThat(writers).anyMatch(w -> Arrays.equals(it.bytes(), bytes(at, w))));
        damaged += found.isEmpty() ? 1 : 0;
        store.put(Kind.CLIPS, key(at), Condition.IF_ABSENT, () -> new Entry(bytes(at, 0), "again"));
      }
    }
    System.out.println("s3proxy: of 20 clips of 32 writers " + damaged + " had to be made again");
    try (SharedStore store = open(KEYS)) {
      for (int number = 0; number < 20; number++) {
        assertThat(store.get(Kind.CLIPS, key(number))).isPresent();
      }
    }
  }

  private boolean writeTwenty(int writer) {
    SharedStore store = open(KEYS);
    for (int number = 0; number < 20; number++) {
      Entry entry = new Entry(bytes(number, writer), "");
      store.put(Kind.CLIPS, key(number), Condition.IF_ABSENT, () -> entry);
    }
    store.close();
    return store.trouble().isEmpty();
  }

  @Test
  void wrongKeysAreRefusedAndSaid() {
    notes.clear();
    Map<String, String> wrong =
        Map.of("AWS_ACCESS_KEY_ID", "zunda", "AWS_SECRET_ACCESS_KEY", "guessed");
    SharedStore store = open(wrong);
    assertThat(store.get(Kind.CLIPS, key(50))).isEmpty();
    store.put(Kind.CLIPS, key(50), Condition.IF_ABSENT, () -> new Entry(bytes(50, 0), ""));
    store.close();
    assertThat(store.trouble()).isPresent();
    assertThat(notes).singleElement().asString().contains("is not used").doesNotContain("guessed");
  }

  @Test
  void aClockThatIsOffByAnHourIsCorrected() {
    Clock slow = Clock.offset(Clock.systemUTC(), Duration.ofHours(-1));
    AwsSigner signer = new AwsSigner(new AwsCredentials(KEYS), "us-east-1", slow);
    HttpUrl url = HttpUrl.get(place.endpoint() + "/episodes/a");
    HttpObjects objects =
        new HttpObjects(url, new SharedStores.Signed(signer), HttpObjects.Patience.USUAL);
    RemoteStore store = new RemoteStore(objects, RemoteStore.Timing.USUAL, notes::add);
    store.put(Kind.CLIPS, key(60), Condition.IF_ABSENT, () -> new Entry(bytes(60, 0), "late"));
    store.close();
    assertThat(store.trouble()).isEmpty();
    try (SharedStore other = open(KEYS)) {
      assertThat(other.get(Kind.CLIPS, key(60)).orElseThrow().about()).isEqualTo("late");
    }
  }
}

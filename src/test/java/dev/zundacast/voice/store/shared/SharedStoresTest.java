package dev.zundacast.voice.store.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zundacast.disk.SharedStore;
import dev.zundacast.disk.SharedStore.Condition;
import dev.zundacast.disk.SharedStore.Entry;
import dev.zundacast.disk.SharedStore.Kind;
import dev.zundacast.episode.Problem;
import dev.zundacast.tasks.Parallel;
import dev.zundacast.testkit.S3Server;
import dev.zundacast.testkit.StoreServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same store on a folder, on a web server that knows no conditions, and on object storage. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SharedStoresTest {
  private static final Map<String, String> KEYS =
      Map.of("AWS_ACCESS_KEY_ID", "zunda", "AWS_SECRET_ACCESS_KEY", "very-secret");

  private final List<String> notes = new ArrayList<>();
  private Path folder;
  private StoreServer nginx;
  private S3Server moto;

  @BeforeAll
  void start(@TempDir Path temp) throws Exception {
    folder = temp;
    Files.createDirectory(folder.resolve("mounted"));
    nginx = StoreServer.nginx(Files.createDirectory(folder.resolve("nginx")));
    moto = S3Server.start(Files.createDirectory(folder.resolve("moto")));
  }

  @AfterAll
  void stop() {
    nginx.close();
    moto.close();
  }

  List<SharedStores.Place> places() {
    return List.of(
        new SharedStores.Place("file:mounted", "", ""),
        new SharedStores.Place(nginx.url() + "/store", "", ""),
        new SharedStores.Place("s3://" + S3Server.BUCKET + "/a/b", moto.url(), "eu-west-1"));
  }

  private SharedStore open(SharedStores.Place place) {
    return SharedStores.open(place, KEYS, folder, notes::add);
  }

  private ObjectStore objects(SharedStores.Place place) {
    return SharedStores.objects(place, KEYS, folder);
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

  private void put(SharedStores.Place place, Kind kind, int... numbers) {
    try (SharedStore store = open(place)) {
      for (int number : numbers) {
        store.put(kind, key(number), Condition.IF_ABSENT, () -> entry(number));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("places")
  void whatOneMachineKeepsAnotherFinds(SharedStores.Place place) {
    put(place, Kind.CLIPS, 1, 2);
    try (SharedStore other = open(place)) {
      Entry found = other.get(Kind.CLIPS, key(2)).orElseThrow();
      assertThat(found.bytes()).isEqualTo(entry(2).bytes());
      assertThat(found.about()).isEqualTo("{\"seed\":2}");
      assertThat(other.get(Kind.CLIPS, key(3))).isEmpty();
      assertThat(other.get(Kind.FRAMES, key(2))).isEmpty();
      assertThat(other.among(Kind.CLIPS, List.of(key(1), key(2), key(3))))
          .isEqualTo(Set.of(key(1), key(2)));
      assertThat(other.trouble()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("places")
  void whatIsDamagedOrHalfThereIsMissingAndMadeAgain(SharedStores.Place place) throws Exception {
    put(place, Kind.CLIPS, 11, 12, 13, 14, 15);
    try (ObjectStore raw = objects(place)) {
      byte[] flipped = entry(11).bytes();
      flipped[flipped.length / 2] ^= 1;
      raw.put(Kind.CLIPS.path(key(11)), flipped, Condition.REPLACE);
      byte[] cut = Arrays.copyOf(entry(12).bytes(), 100);
      raw.put(Kind.CLIPS.path(key(12)), cut, Condition.REPLACE);
      byte[] torn = "{\"key\":\"".getBytes(StandardCharsets.UTF_8);
      raw.put(Kind.CLIPS.recordPath(key(13)), torn, Condition.REPLACE);
      // The record of another clip.
      byte[] others = raw.get(Kind.CLIPS.recordPath(key(15))).orElseThrow();
      raw.put(Kind.CLIPS.recordPath(key(14)), others, Condition.REPLACE);
      raw.put(Kind.CLIPS.path(key(16)), entry(16).bytes(), Condition.REPLACE);
    }
    notes.clear();
    try (SharedStore store = open(place)) {
      for (int number : List.of(11, 12, 13, 14, 16)) {
        assertThat(store.get(Kind.CLIPS, key(number))).as("clip " + number).isEmpty();
        store.put(Kind.CLIPS, key(number), Condition.IF_ABSENT, () -> entry(number));
      }
      assertThat(notes).hasSize(4).allMatch(note -> note.contains("is damaged; it is made again"));
      assertThat(store.trouble()).isEmpty();
    }
    try (SharedStore store = open(place)) {
      for (int number : List.of(11, 12, 13, 14, 15, 16)) {
        assertThat(about(store, key(number))).contains("{\"seed\":" + number + "}");
      }
    }
  }

  /** All of them write the same keys, with other bytes each, as engines may give them. */
  @ParameterizedTest
  @MethodSource("places")
  void thirtyTwoWritersAtOnceLeaveWholeClips(SharedStores.Place place) throws IOException {
    List<Integer> writers = IntStream.range(0, 32).boxed().toList();
    try (Parallel<Integer, Boolean> all =
        Parallel.over(writers, 32, writer -> writeTwenty(place, writer))) {
      for (int writer : writers) {
        assertThat(all.next()).as("writer " + writer).isTrue();
      }
    }
    int whole = 0;
    try (SharedStore store = open(place)) {
      for (int number = 100; number < 120; number++) {
        Optional<Entry> found = store.get(Kind.CLIPS, key(number));
        int at = number;
        found.ifPresent(
            it -> assertThat(writers).anyMatch(w -> Arrays.equals(it.bytes(), bytes(at, w))));
        whole += found.isPresent() ? 1 : 0;
        store.put(Kind.CLIPS, key(number), Condition.IF_ABSENT, () -> entry(at));
      }
    }
    // Where conditions are atomic the first writer of bytes and of record may still be two.
    assertThat(whole).isBetween(0, 20);
    try (SharedStore store = open(place)) {
      for (int number = 100; number < 120; number++) {
        assertThat(store.get(Kind.CLIPS, key(number))).isPresent();
      }
    }
  }

  private boolean writeTwenty(SharedStores.Place place, int writer) {
    SharedStore store = open(place);
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

  @ParameterizedTest
  @MethodSource("places")
  void aNewSoundTakesThePlaceOfTheOldWhereThatIsMeant(SharedStores.Place place) {
    put(place, Kind.CLIPS, 30);
    try (SharedStore store = open(place)) {
      store.put(Kind.CLIPS, key(30), Condition.REPLACE, () -> entry(31));
    }
    try (SharedStore store = open(place)) {
      assertThat(about(store, key(30))).contains("{\"seed\":31}");
    }
  }

  @Test
  void theFirstWriterWinsWhereTheServerKnowsConditions() {
    SharedStores.Place place = places().get(2);
    put(place, Kind.CLIPS, 40);
    try (SharedStore store = open(place)) {
      store.put(Kind.CLIPS, key(40), Condition.IF_ABSENT, () -> entry(41));
    }
    try (SharedStore store = open(place)) {
      assertThat(about(store, key(40))).contains("{\"seed\":40}");
    }
  }

  @Test
  void aFolderThatIsNotMountedIsNotMade() {
    SharedStores.Place place = new SharedStores.Place("file:nowhere", "", "");
    notes.clear();
    SharedStore store = open(place);
    assertThat(store.get(Kind.CLIPS, key(1))).isEmpty();
    store.put(Kind.CLIPS, key(1), Condition.IF_ABSENT, () -> entry(1));
    store.close();
    assertThat(store.trouble().orElseThrow()).contains("there is no folder");
    assertThat(notes).hasSize(1);
    assertThat(folder.resolve("nowhere")).doesNotExist();
  }

  @Test
  void whatIsNoAddressIsRefused() {
    for (String address : List.of("ftp://host/a", "s3://", "s3://B", "nothing")) {
      SharedStores.Place place = new SharedStores.Place(address, "", "");
      assertThatThrownBy(() -> open(place)).isInstanceOf(Problem.class);
    }
    assertThat(new SharedStores.Place("https://me:secret@host/a", "", "").toString())
        .isEqualTo("https://host/a");
  }
}

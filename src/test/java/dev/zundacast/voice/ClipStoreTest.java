package dev.zundacast.voice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.episode.Clip;
import dev.zundacast.sound.Wav;
import dev.zundacast.voice.ClipStore.ClipRecord;
import dev.zundacast.voice.ClipStore.StoredClip;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClipStoreTest {
  @TempDir Path folder;

  private ClipStore store() {
    return ClipStore.open(folder);
  }

  private static String identity(int number) {
    return "%064x".formatted(number);
  }

  private Clip add(int number, String text) throws IOException {
    float[] samples = new float[1000];
    samples[500] = number;
    ClipStore.Label label = new ClipStore.Label("ずんだもん", text, "VOICEVOX 1", List.of());
    return store().add(identity(number), new Wav(24_000, new float[][] {samples}), label);
  }

  private Path record(int number) {
    return folder.resolve("00").resolve(identity(number) + ".json");
  }

  @Test
  void whatWasAddedIsFound() throws IOException {
    Clip made = add(1, "枝豆");
    assertThat(made.origin()).isEqualTo(Clip.Origin.MADE);
    Clip found = store().find(identity(1)).orElseThrow().clip();
    assertThat(found)
        .isEqualTo(
            new Clip(identity(1), made.wav(), 24_000, 1000, made.checksum(), Clip.Origin.FOUND));
    assertThat(found.wav()).hasSize(44 + 2000);
    assertThat(store().find(identity(2))).isEmpty();
  }

  @Test
  void aDamagedClipIsMissing() throws IOException {
    Path wav = add(1, "枝豆").wav();
    try (RandomAccessFile file = new RandomAccessFile(wav.toFile(), "rw")) {
      file.seek(700);
      file.write(99);
    }
    // An editor of another kind may even keep the time of change to the second.
    Files.setLastModifiedTime(wav, FileTime.from(Instant.now().plusSeconds(5)));
    assertThat(store().find(identity(1))).isEmpty();
    add(1, "枝豆");
    assertThat(store().find(identity(1))).isPresent();
  }

  @Test
  void aTruncatedClipIsMissing() throws IOException {
    Path wav = add(1, "枝豆").wav();
    FileTime time = Files.getLastModifiedTime(wav);
    try (RandomAccessFile file = new RandomAccessFile(wav.toFile(), "rw")) {
      file.setLength(500);
    }
    // Its size alone says so, even where the time of change does not.
    Files.setLastModifiedTime(wav, time);
    assertThat(store().find(identity(1))).isEmpty();
  }

  @Test
  void aClipThatWasOnlyTouchedIsFoundAndNotReadAgain() throws IOException {
    Path wav = add(1, "枝豆").wav();
    Files.setLastModifiedTime(wav, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
    assertThat(store().find(identity(1))).isPresent();
    ClipRecord record = ClipRecord.read(record(1), identity(1)).orElseThrow();
    assertThat(Instant.ofEpochMilli(record.changed())).isEqualTo("2020-01-01T00:00:00Z");
  }

  @Test
  void aClipWithoutOrWithABrokenRecordIsMissing() throws IOException {
    add(1, "枝豆");
    Files.writeString(record(1), "{\"identity\":");
    assertThat(store().find(identity(1))).isEmpty();
    Files.delete(record(1));
    assertThat(store().find(identity(1))).isEmpty();
  }

  @Test
  void aRecordThatWasDamagedSinceIsNone() throws IOException {
    add(1, "枝豆");
    String whole = Files.readString(record(1));
    Files.writeString(record(1), whole.replace("枝豆", "枝大"));
    assertThat(store().find(identity(1))).isEmpty();
  }

  @Test
  void pruningTakesTheOldestUnusedAndKeepsWhatIsNeeded() throws IOException {
    for (int i = 1; i <= 4; i++) {
      add(i, "text " + i);
      Instant used = Instant.now().minus(Duration.ofDays(10 - i));
      Files.setLastModifiedTime(record(i), FileTime.from(used));
    }
    List<StoredClip> gone = store().prune(2 * 2044, clip -> clip.text().equals("text 1"));
    assertThat(gone).extracting(StoredClip::text).containsExactly("text 2", "text 3");
    assertThat(store().clips()).extracting(StoredClip::text).containsExactly("text 1", "text 4");
  }

  @Test
  void useIsNoted() throws IOException {
    add(1, "枝豆");
    Files.setLastModifiedTime(record(1), FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
    store().find(identity(1));
    assertThat(store().clips().get(0).lastUsed()).isAfter("2021-01-01T00:00:00Z");
  }

  @Test
  void aUseThatWasNotedBeforeTheClockWasPutBackIsNotedAnew() throws IOException {
    add(1, "枝豆");
    Files.setLastModifiedTime(record(1), FileTime.from(Instant.now().plusSeconds(864_000)));
    store().find(identity(1));
    assertThat(store().clips().get(0).lastUsed()).isBefore(Instant.now().plusSeconds(3_600));
  }

  @Test
  void verifyingFindsDamageThatKeepsSizeAndTime() throws IOException {
    Path wav = add(1, "枝豆").wav();
    add(2, "もち");
    FileTime changed = Files.getLastModifiedTime(wav);
    try (RandomAccessFile file = new RandomAccessFile(wav.toFile(), "rw")) {
      file.seek(700);
      file.write(99);
    }
    Files.setLastModifiedTime(wav, changed);
    assertThat(store().verify()).extracting(StoredClip::text).containsExactly("枝豆");
    assertThat(store().clips()).extracting(StoredClip::text).containsExactly("もち");
    assertThat(store().verify()).isEmpty();
  }

  @Test
  void aStoreThatIsNotThereYetIsEmpty() throws IOException {
    ClipStore none = ClipStore.open(folder.resolve("none"));
    assertThat(none.clips()).isEmpty();
    assertThat(none.verify()).isEmpty();
    assertThat(none.prune(0, clip -> false)).isEmpty();
  }

  @Test
  void lookingAtAStoreWhileAnotherRunWritesThereFailsNothing() throws Exception {
    add(1, "枝豆");
    FutureTask<Void> adding = new FutureTask<>(this::addAgainAndAgain);
    Thread other = new Thread(adding);
    other.start();
    try {
      while (other.isAlive()) {
        assertThat(store().bytes()).isPositive();
        assertThat(store().clips()).extracting(StoredClip::text).contains("枝豆");
        assertThat(store().prune(Long.MAX_VALUE, clip -> true)).isEmpty();
        assertThat(store().verify()).isEmpty();
      }
    } finally {
      other.join();
    }
    adding.get();
  }

  private Void addAgainAndAgain() throws IOException {
    for (int i = 0; i < 500; i++) {
      Path wav = add(2 + i % 3, "もち").wav();
      // As one that is made anew hours later.
      Files.setLastModifiedTime(wav, FileTime.from(Instant.now().minus(Duration.ofHours(3))));
    }
    return null;
  }
}

package dev.zundacast.voice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.sound.Wav;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownClipsTest {
  @TempDir Path folder;

  private static KnownClip clip(int number, String... remarks) {
    return new KnownClip(
        "%064x".formatted(number), 24_000, 1000L * number, 44, 7, 1_700_000, List.of(remarks));
  }

  private Path file() {
    return folder.resolve("clips.bin");
  }

  private void keep(KnownClip... clips) throws IOException {
    keepAgain(List.of(), clips);
  }

  private void keepAgain(List<KnownClip> asBefore, KnownClip... clips) throws IOException {
    KnownClips known = KnownClips.open(folder);
    asBefore.forEach(clip -> known.putAgain(clip.identity()));
    Arrays.stream(clips).forEach(clip -> known.put(clip, 300));
    known.keep();
  }

  private ClipStore store() throws IOException {
    return ClipStore.open(folder.resolve("clips"), folder);
  }

  private Path add(int sample) throws IOException {
    ClipStore store = store();
    Wav sound = new Wav(24_000, new float[][] {{0, sample, 0}});
    ClipStore.Label label = new ClipStore.Label("ずんだもん", "枝豆", "VOICEVOX 1", List.of("速い"));
    Path wav = store.add(store.fresh(clip(1).identity(), sound), label).wav();
    store.keepKnown();
    return wav;
  }

  private static Path record(Path wav) {
    return wav.resolveSibling(wav.getFileName().toString().replace(".wav", ".json"));
  }

  @Test
  void whatWasKeptIsKnown() throws IOException {
    keep(clip(1), clip(2, "枝豆が速い", "豆が大きい"));
    KnownClips known = KnownClips.open(folder);
    assertThat(known.find(clip(2).identity(), 300)).contains(clip(2, "枝豆が速い", "豆が大きい"));
    assertThat(known.find(clip(3).identity(), 300)).isEmpty();
    assertThat(known.find(clip(2).identity(), 299)).isEmpty();
  }

  @Test
  void whatIsNoLongerAskedForIsForgottenWithTheNextNews() throws IOException {
    keep(clip(1), clip(2));
    FileTime before = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
    Files.setLastModifiedTime(file(), before);
    keepAgain(List.of(clip(2)));
    assertThat(Files.getLastModifiedTime(file())).isEqualTo(before);
    keepAgain(List.of(clip(2)), clip(3));
    assertThat(KnownClips.open(folder).find(clip(1).identity(), 300)).isEmpty();
    assertThat(KnownClips.open(folder).find(clip(2).identity(), 300)).isPresent();
    assertThat(KnownClips.open(folder).find(clip(3).identity(), 300)).isPresent();
  }

  @Test
  void aDamagedFileKnowsNothing() throws IOException {
    keep(clip(1, "枝豆"), clip(2));
    byte[] whole = Files.readAllBytes(file());
    for (int length = 0; length < whole.length; length++) {
      Files.write(file(), Arrays.copyOf(whole, length));
      assertThat(KnownClips.open(folder).find(clip(2).identity(), 300)).isEmpty();
    }
    for (int at = 0; at < whole.length; at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 16;
      Files.write(file(), damaged);
      assertThat(KnownClips.open(folder).find(clip(2).identity(), 300)).isEmpty();
    }
  }

  @Test
  void whereNoFileCanBeNothingIsKnown() throws IOException {
    Files.createDirectories(file().resolve("in the way"));
    keep(clip(1));
    assertThat(KnownClips.open(folder).find(clip(1).identity(), 300)).isEmpty();
    assertThat(file()).isDirectory();
  }

  @Test
  void aKnownClipIsFoundWithoutItsRecordBeingRead() throws IOException {
    Path wav = add(5);
    String whole = Files.readString(record(wav));
    Files.writeString(record(wav), "x".repeat(whole.getBytes(StandardCharsets.UTF_8).length));
    assertThat(store().known(clip(1).identity()))
        .hasValueSatisfying(known -> assertThat(known.remarks()).containsExactly("速い"));
    // One that was cut short is made anew, with its clip.
    Files.writeString(record(wav), whole.substring(0, 20));
    assertThat(store().known(clip(1).identity())).isEmpty();
    // Without the record it was never finished, whatever is known.
    Files.delete(record(wav));
    assertThat(store().known(clip(1).identity())).isEmpty();
  }

  @Test
  void aClipThatWasTouchedIsReadAgain() throws IOException {
    Path wav = add(5);
    Files.setLastModifiedTime(wav, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
    assertThat(store().known(clip(1).identity())).isPresent();
    byte[] damaged = Files.readAllBytes(wav);
    damaged[46] ^= 1;
    Files.write(wav, damaged);
    Files.setLastModifiedTime(wav, FileTime.from(Instant.parse("2021-01-01T00:00:00Z")));
    assertThat(store().known(clip(1).identity())).isEmpty();
  }

  @Test
  void aClipThatAnotherEpisodeMadeAgainIsTheNewOne() throws IOException {
    add(5);
    Path before = folder.resolve("before");
    Files.move(file(), before);
    Path wav = add(6);
    Files.setLastModifiedTime(wav, FileTime.from(Instant.now().plusSeconds(2)));
    long checksum =
        ClipStore.open(folder.resolve("clips")).find(clip(1).identity()).orElseThrow().checksum();
    Files.move(before, file(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertThat(store().find(clip(1).identity()).orElseThrow().checksum()).isEqualTo(checksum);
  }
}

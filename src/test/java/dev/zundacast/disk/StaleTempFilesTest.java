package dev.zundacast.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaleTempFilesTest {
  @TempDir Path folder;

  private Path file(String name, long ageSeconds) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.createFile(file);
    return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(ageSeconds)));
  }

  @Test
  void abandonedPartsAreCleanedAndFreshOnesKept() throws IOException {
    Path old = file(".a[1].mp3.part-1", 3600);
    Path fresh = file(".b.mp3.part-2", 0);
    Path other = file("a.mp3", 3600);
    StaleTempFiles.removeOld(folder);
    assertThat(old).doesNotExist();
    assertThat(fresh).exists();
    StaleTempFiles.removeAllOf(folder.resolve("b.mp3"));
    assertThat(fresh).doesNotExist();
    assertThat(other).exists();
    StaleTempFiles.removeOld(folder.resolve("missing"));
  }

  @Test
  void partsInFoldersGoToo() throws IOException {
    Path old = file("ab/.x.wav.part-1", 3600);
    Path fresh = file("ab/.y.wav.part-1", 0);
    StaleTempFiles.removeOldBelow(folder);
    assertThat(old).doesNotExist();
    assertThat(fresh).exists();
    StaleTempFiles.removeOldBelow(folder.resolve("missing"));
  }

  @Test
  void partsOfAProcessThatIsGoneGoAtOnce() throws Exception {
    Process other = new ProcessBuilder("sleep", "60").start();
    Path ours = StaleTempFiles.next(folder.resolve("a.mp3"));
    String own = "-" + Long.toString(ProcessHandle.current().pid(), 36) + "-";
    String others = "-" + Long.toString(other.pid(), 36) + "-";
    Path its = file(ours.getFileName().toString().replace(own, others), 0);
    Files.createFile(ours);
    StaleTempFiles.removeOld(folder);
    assertThat(its).exists();
    other.destroyForcibly().waitFor();
    StaleTempFiles.removeOld(folder);
    assertThat(its).doesNotExist();
    assertThat(ours).exists();
  }

  @Test
  void downloadsOfEarlierVersionsGoToo() throws IOException {
    Path old = file(".download-123.part", 3600);
    StaleTempFiles.removeOld(folder);
    assertThat(old).doesNotExist();
  }

  @Test
  void partsFromBeforeTheClockWasPutBackGoToo() throws IOException {
    Path tomorrow = file(".a.mp3.part-1", -86_400);
    StaleTempFiles.removeOld(folder);
    assertThat(tomorrow).doesNotExist();
  }
}

package dev.zundacast.audio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.disk.SharedStore;
import dev.zundacast.tasks.Parallel;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class LevelsTest {
  @TempDir Path folder;

  /** Another run of the program, which finds a few gains. */
  public static final class OtherRun {
    private OtherRun() {}

    public static void main(String[] args) {
      Levels levels = Levels.open(Path.of(args[0]), SharedStore.NONE);
      for (int i = 0; i < 30; i++) {
        levels.setVoice(args[1] + i, i, 20);
      }
    }
  }

  @Test
  void aDamagedTableLosesOnlyItsDamagedLines() throws IOException {
    Path file = folder.resolve("levels.tsv");
    Levels.open(file, SharedStore.NONE).setVoice("ずんだもん", -12, 20);
    ByteArrayOutputStream table = new ByteArrayOutputStream();
    table.write(new byte[] {(byte) 0xFF, (byte) 0xC0, 0, '\t', '\t', '\n'});
    table.write(Files.readAllBytes(file));
    table.write("voice\tつむぎ".getBytes(StandardCharsets.UTF_8));
    Files.write(file, table.toByteArray());
    Levels levels = Levels.open(file, SharedStore.NONE);
    assertThat(levels.voice("ずんだもん")).contains(-12);
    assertThat(levels.voice("つむぎ")).isEmpty();
  }

  @Test
  void aGainWithAnotherDigitIsNotBelieved() throws IOException {
    Path file = folder.resolve("levels.tsv");
    Levels.open(file, SharedStore.NONE).setVoice("ずんだもん", -12, 20);
    Levels.open(file, SharedStore.NONE).setVoice("つむぎ", 34, 20);
    Files.writeString(file, Files.readString(file).replace("-12", "-92"));
    assertThat(Levels.open(file, SharedStore.NONE).voice("ずんだもん")).isEmpty();
    assertThat(Levels.open(file, SharedStore.NONE).voice("つむぎ")).contains(34);
  }

  @Test
  @Timeout(60)
  void noRunLosesWhatAnotherFinds() throws Exception {
    Path file = folder.resolve("levels.tsv");
    List<Process> others = new ArrayList<>();
    for (String run : List.of("one ", "two ")) {
      others.add(start(file, run));
    }
    Parallel.map(
        IntStream.range(0, 30).boxed().toList(),
        i -> {
          Levels.open(file, SharedStore.NONE).setVoice("here " + i, i, 20);
          return i;
        });
    for (Process other : others) {
      assertThat(other.waitFor()).isZero();
    }
    Levels levels = Levels.open(file, SharedStore.NONE);
    for (String run : List.of("one ", "two ", "here ")) {
      for (int i = 0; i < 30; i++) {
        assertThat(levels.voice(run + i)).as(run + i).contains(i);
      }
    }
  }

  private static Process start(Path file, String run) throws Exception {
    String classes = classes(Levels.class) + File.pathSeparator + classes(OtherRun.class);
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return new ProcessBuilder(
            java.toString(), "-cp", classes, OtherRun.class.getName(), file.toString(), run)
        .inheritIO()
        .start();
  }

  private static Path classes(Class<?> of) throws Exception {
    return Path.of(of.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}

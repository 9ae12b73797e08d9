package dev.zundacast.audio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.disk.SharedStore;
import dev.zundacast.tasks.Parallel;
import java.io.IOException;
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
      Levels levels = new Levels(Path.of(args[0]), SharedStore.NONE);
      for (int i = 0; i < 30; i++) {
        levels.setVoice(args[1] + i, i, 20);
      }
    }
  }

  @Test
  void aDamagedGainIsNotBelieved() throws IOException {
    Path levels = folder.resolve("levels");
    new Levels(levels, SharedStore.NONE).setVoice("ずんだもん", -12, 20);
    try (var files = Files.list(levels)) {
      Path file = files.findFirst().orElseThrow();
      Files.writeString(file, Files.readString(file).replace("-12", "-92"));
    }
    new Levels(levels, SharedStore.NONE).setVoice("つむぎ", 34, 20);
    assertThat(new Levels(levels, SharedStore.NONE).voice("ずんだもん")).isEmpty();
    assertThat(new Levels(levels, SharedStore.NONE).voice("つむぎ")).contains(34);
  }

  @Test
  @Timeout(60)
  void noRunLosesWhatAnotherFinds() throws Exception {
    Path file = folder.resolve("levels");
    List<Process> others = new ArrayList<>();
    for (String run : List.of("one ", "two ")) {
      others.add(start(file, run));
    }
    Parallel.map(
        IntStream.range(0, 30).boxed().toList(),
        i -> {
          new Levels(file, SharedStore.NONE).setVoice("here " + i, i, 20);
          return i;
        });
    for (Process other : others) {
      assertThat(other.waitFor()).isZero();
    }
    Levels levels = new Levels(file, SharedStore.NONE);
    for (String run : List.of("one ", "two ", "here ")) {
      for (int i = 0; i < 30; i++) {
        assertThat(levels.voice(run + i)).as(run + i).contains(i);
      }
    }
  }

  private static Process start(Path file, String run) throws Exception {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return new ProcessBuilder(
            java.toString(),
            "-cp",
            System.getProperty("java.class.path"),
            OtherRun.class.getName(),
            file.toString(),
            run)
        .inheritIO()
        .start();
  }
}

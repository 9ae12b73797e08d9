package dev.zundacast.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.testkit.SampleSite;
import dev.zundacast.testkit.TestEngine;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who has no shared store pays nothing for it. */
class StoreLoadedIT {
  @TempDir Path folder;

  @Test
  void nothingOfAStoreIsLoadedWhereNoneIsNamed() throws Exception {
    SampleSite.in(folder.resolve("site")).post(1, 1);
    try (TestEngine engine = TestEngine.start()) {
      List<String> loaded = classesOf(engine, "build", "site");
      assertThat(loaded).anyMatch(line -> line.contains("pipeline.episode.Build "));
      assertThat(loaded).noneMatch(line -> line.contains("disk.SharedFolder"));
      Files.createDirectory(folder.resolve("kept"));
      assertThat(classesOf(engine, "build", "site", "--force", "--store", "kept"))
          .anyMatch(line -> line.contains("disk.SharedFolder"));
    }
  }

  private List<String> classesOf(TestEngine engine, String... args)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xlog:class+load",
                "-jar",
                System.getProperty("zundacast.jar")));
    command.addAll(List.of(args));
    ProcessBuilder build =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    build.environment().put("ZUNDACAST_VOICES", SampleSite.voices().toString());
    build.environment().put("ZUNDACAST_ENGINE", engine.url());
    Process process = build.start();
    try (BufferedReader out = process.inputReader()) {
      List<String> loaded = out.lines().filter(line -> line.contains("zundacast")).toList();
      assertThat(process.waitFor()).isZero();
      return loaded;
    }
  }
}

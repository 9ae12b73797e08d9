package dev.zundacast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a start must not load, as each of it was felt with every command. */
class StartTest {
  @TempDir Path folder;

  /** The first makes all commands, the second parses a list. */
  @ParameterizedTest
  @ValueSource(strings = {"--help", "read a b --help"})
  void readsNoAnnotationsAndLooksForNoGroovy(String args) throws Exception {
    assertThat(loaded(args.split(" ")))
        .contains("picocli.CommandLine")
        .noneMatch(name -> name.contains(".$Proxy"))
        .doesNotContain(
            "picocli.CommandLine$DefaultFactory", "com.fasterxml.jackson.databind.ObjectMapper");
  }

  /** The names of the classes that a process of the program's own loads. */
  private List<String> loaded(String... args) throws IOException, InterruptedException {
    Path log = folder.resolve("classes");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xlog:class+load:file=" + log + ":none"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(args));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    assertThat(process.waitFor()).isZero();
    return Files.readAllLines(log).stream().map(line -> line.split(" ", 2)[0]).toList();
  }
}

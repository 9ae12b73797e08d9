package dev.zundacast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.testkit.SampleSite;
import dev.zundacast.testkit.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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

  /** A mapper for objects of any class, where only trees are read and written. */
  @Test
  void buildsWithoutAMapper() throws Exception {
    String post = SampleSite.in(folder.resolve("site")).post(3, 1).toString();
    try (TestEngine engine = TestEngine.start()) {
      List<String> speaking = List.of(post, "--json", "--engine", engine.url());
      assertThat(loaded(with("build", speaking)))
          .contains("com.fasterxml.jackson.databind.node.ObjectNode")
          .doesNotContain("com.fasterxml.jackson.databind.ObjectMapper");
      assertThat(loaded(with("regenerate", speaking, "a1.01", "--text", "豆なのだ。")))
          .contains("com.fasterxml.jackson.databind.node.ObjectNode")
          .doesNotContain("com.fasterxml.jackson.databind.ObjectMapper");
    }
  }

  private static String[] with(String command, List<String> options, String... more) {
    return Stream.of(Stream.of(command), options.stream(), Stream.of(more))
        .flatMap(words -> words)
        .toArray(String[]::new);
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
    builder.environment().put("ZUNDACAST_VOICES", SampleSite.voices().toString());
    builder.environment().put("ZUNDACAST_SCRIPTS", folder.resolve("scripts").toString());
    builder.environment().put("ZUNDACAST_OUT", folder.resolve("out").toString());
    // What is kept from one build to the next is kept for a build of the program that has a name.
    builder.environment().put("ZUNDACAST_BUILD", "as the launcher names it");
    Process process = builder.start();
    assertThat(process.waitFor()).isZero();
    return Files.readAllLines(log).stream().map(line -> line.split(" ", 2)[0]).toList();
  }
}

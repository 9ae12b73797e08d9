package dev.zundacast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sentences that engines read right are sent to them as they are written. */
class LeftToTheEngineTest {
  @TempDir Path folder;

  private static List<String> sentences() throws IOException {
    String file = "/dev/zundacast/reading/kanji/read-right.txt";
    try (var in =
        Objects.requireNonNull(LeftToTheEngineTest.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    }
  }

  @Test
  void nothingInThemIsChanged() throws IOException {
    List<String> sentences = sentences();
    Shell.Result result = new Shell(folder).input(String.join("\n", sentences) + "\n").run("read");
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.out().lines())
        .containsExactlyElementsOf(sentences.stream().map(text -> text + "\t" + text).toList());
  }
}

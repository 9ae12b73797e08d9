package dev.zundacast.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.docs.ReadmeExamples.Example;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The README's commands, one after the other in a folder like a fresh checkout's, spoken by the
 * draft engine: each prints what the README shows, but for its numbers.
 */
class ReadmeIT {
  private static final Path CHECKOUT = Path.of("").toAbsolutePath();

  @TempDir Path folder;

  @Test
  void everyCommandPrintsWhatTheReadmeShows() throws Exception {
    copy(CHECKOUT.resolve("examples"), folder.resolve("examples"));
    copy(CHECKOUT.resolve("voices"), folder.resolve("voices"));
    Files.createDirectory(folder.resolve("scripts"));
    Files.createDirectory(folder.resolve("out"));
    shell("./zundacast engine install");

    for (Example example : ReadmeExamples.of(CHECKOUT.resolve("README.md"))) {
      assertThat(withoutNumbers(shell(example.command())))
          .as(example.command())
          .isEqualTo(withoutNumbers(String.join("\n", example.output())));
    }
  }

  /** Numbers and the encoder's name depend on the machine. */
  private static String withoutNumbers(String output) {
    return output
        .replaceAll("\\((?:libmp3lame|LAME|jump3r)[^)]*\\)", "(encoder)")
        .replaceAll("[0-9]+", "0")
        .strip();
  }

  private String shell(String command) throws IOException, InterruptedException {
    String line = command.replaceFirst("^\\./zundacast", "'" + CHECKOUT.resolve("zundacast") + "'");
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    ProcessBuilder builder = new ProcessBuilder(List.of("bash", "-c", line));
    builder.directory(folder.toFile());
    builder.environment().putAll(Map.of("ZUNDACAST_ENGINE", "draft", "NO_COLOR", "1"));
    builder.redirectInput(Path.of("/dev/null").toFile());
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    assertThat(process.waitFor()).as(() -> command + "\n" + read(err)).isZero();
    return read(out);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Files.copy(path, to.resolve(from.relativize(path).toString()));
      }
    }
  }
}

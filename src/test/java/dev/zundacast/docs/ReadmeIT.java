package dev.zundacast.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.zundacast.docs.ReadmeExamples.Example;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The README's commands, one after the other in a folder like a fresh checkout's, spoken by the
 * draft engine: each prints what the README shows. Another encoder or build of the draft voice may
 * move a figure by a little.
 */
class ReadmeIT {
  private static final Path CHECKOUT = Path.of("").toAbsolutePath();

  private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");

  @TempDir Path folder;

  @Test
  void everyCommandPrintsWhatTheReadmeShows() throws Exception {
    copy(CHECKOUT.resolve("examples"), folder.resolve("examples"));
    copy(CHECKOUT.resolve("voices"), folder.resolve("voices"));
    Files.createDirectory(folder.resolve("scripts"));
    Files.createDirectory(folder.resolve("out"));
    shell("./zundacast engine install");

    for (Example example : ReadmeExamples.of(CHECKOUT.resolve("README.md"))) {
      String shown = String.join("\n", example.output());
      String printed = shell(example.command());
      assertThat(withoutNumbers(printed)).as(example.command()).isEqualTo(withoutNumbers(shown));
      List<Double> figures = numbers(shown);
      List<Double> run = numbers(printed);
      for (int i = 0; i < figures.size(); i++) {
        assertThat(figures.get(i))
            .as("figure %d below %s", i + 1, example.command())
            .isCloseTo(run.get(i), within(0.2 + Math.abs(run.get(i)) / 100));
      }
    }
  }

  private static String withoutEncoder(String output) {
    return output.replaceAll("\\((?:libmp3lame|LAME|jump3r)[^)]*\\)", "(encoder)").strip();
  }

  private static String withoutNumbers(String output) {
    return NUMBER.matcher(withoutEncoder(output)).replaceAll("0");
  }

  private static List<Double> numbers(String output) {
    return NUMBER
        .matcher(withoutEncoder(output))
        .results()
        .map(MatchResult::group)
        .map(Double::valueOf)
        .toList();
  }

  private String shell(String command) throws IOException, InterruptedException {
    String line = command.replaceFirst("^\\./zundacast", "'" + CHECKOUT.resolve("zundacast") + "'");
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    ProcessBuilder builder = new ProcessBuilder(List.of("bash", "-c", line));
    builder.directory(folder.toFile());
    String cache = CHECKOUT.resolve("target/test-cache").toString();
    Map<String, String> set =
        Map.of("ZUNDACAST_ENGINE", "draft", "ZUNDACAST_CACHE", cache, "NO_COLOR", "1");
    builder.environment().putAll(set);
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

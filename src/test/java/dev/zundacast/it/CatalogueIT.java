package dev.zundacast.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.testkit.SampleSite;
import dev.zundacast.testkit.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the commands of a catalogue of ten thousand posts take of memory, with the launcher's flags.
 */
@Tag("long")
@Timeout(1200)
class CatalogueIT {
  private static final int POSTS = 10_000;
  private static final long MOST_KILOBYTES = 300_000;

  private static final List<String> FLAGS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xss2m",
          "-Xms128m",
          "-Xmn64m",
          "-Xmx512m");

  @TempDir Path folder;

  private void site() throws IOException {
    SampleSite site = SampleSite.in(folder.resolve("site"));
    List<String> texts = new ArrayList<>();
    for (int articles = 1; articles <= 8; articles++) {
      Path post = site.longPost(articles, articles);
      texts.add(Files.readString(post));
      Files.delete(post);
    }
    for (int number = 0; number < POSTS; number++) {
      String text =
          texts
              .get(number % texts.size())
              .replaceFirst("audio_file_path: .*", "audio_file_path: /audio/" + number + ".mp3")
              .replace("粒の", "粒と" + number + "袋の");
      LocalDate day = LocalDate.of(2000, 1, 1).plusDays(number);
      Files.writeString(folder.resolve("site/_posts/" + day + "-" + number + ".md"), text);
    }
  }

  /** The most memory that a command had, in kilobytes. */
  private long peak(TestEngine engine, String... args) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FLAGS);
    command.addAll(List.of("-jar", System.getProperty("zundacast.jar")));
    command.addAll(List.of(args));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("ZUNDACAST_VOICES", SampleSite.voices().toString());
    builder.environment().put("ZUNDACAST_ENGINE", engine.url());
    Path log = folder.resolve("out.log");
    Process process = builder.redirectOutput(log.toFile()).start();
    process.getOutputStream().close();
    long most = 0;
    while (process.isAlive()) {
      most = Math.max(most, resident(process).orElse(0L));
      Thread.sleep(20);
    }
    assertThat(process.exitValue()).as(Files.readString(log)).isIn(0, 75);
    System.out.printf(Locale.ROOT, "catalogue: %s: %,d MB%n", String.join(" ", args), most / 1000);
    return most;
  }

  private static Optional<Long> resident(Process process) {
    try {
      Path status = Path.of("/proc", Long.toString(process.pid()), "status");
      return Files.readAllLines(status).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .map(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst();
    } catch (IOException ended) {
      return Optional.empty();
    }
  }

  @Test
  void eachProcessStaysBelow300Megabytes() throws Exception {
    site();
    try (TestEngine engine = TestEngine.start()) {
      assertThat(peak(engine, "build", "site", "--dry-run", "--shard", "7/64"))
          .isBetween(1L, MOST_KILOBYTES);
      assertThat(peak(engine, "build", "site", "--shard", "7/2000")).isBetween(1L, MOST_KILOBYTES);
      assertThat(peak(engine, "collect", "site")).isBetween(1L, MOST_KILOBYTES);
    }
    assertThat(folder.resolve("site/audio")).isNotEmptyDirectory();
  }
}

package dev.zundacast.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.testkit.SampleSite;
import dev.zundacast.testkit.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Machines of their own with one folder between them, real processes: a machine is killed, then the
 * folder is taken away in the middle of the next one's run and comes back.
 */
@Tag("long")
@Timeout(900)
class StoreKillsIT {
  private static final int POSTS = 6;

  /** Spoken but not yet in the store when a machine is killed: its writers and what waits there. */
  private static final int UNDER_WAY = 8;

  private static final int MILLIS = 500;

  @TempDir Path folder;
  private TestEngine engine;
  private Path store;

  @BeforeEach
  void start() throws Exception {
    engine = TestEngine.start();
    store = Files.createDirectory(folder.resolve("store"));
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  /** A machine with its own checkout and folders. */
  private Path machine(String name) throws IOException {
    Path own = folder.resolve(name);
    SampleSite site = SampleSite.in(own);
    for (int number = 1; number <= POSTS; number++) {
      Path post = site.longPost(number, 2);
      String text = Files.readString(post);
      Files.writeString(post, text.replace("粒の", "粒と" + number + "袋の"));
    }
    return own;
  }

  private Process begin(Path machine, String... args) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                System.getProperty("zundacast.jar"),
                "build"));
    command.addAll(List.of(args));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(machine.toFile()).redirectErrorStream(true);
    builder.environment().put("ZUNDACAST_VOICES", SampleSite.voices().toString());
    builder.environment().put("ZUNDACAST_ENGINE", engine.url());
    return builder.redirectOutput(machine.resolve("build.log").toFile()).start();
  }

  private void build(Path machine, String... args) throws IOException, InterruptedException {
    int code = begin(machine, args).waitFor();
    assertThat(code).as(Files.readString(machine.resolve("build.log"))).isZero();
  }

  private void awaitSpoken(int more) throws InterruptedException {
    int until = engine.count("/synthesis") + more;
    while (engine.count("/synthesis") < until) {
      Thread.sleep(20);
    }
  }

  @Test
  void whatIsKilledCostsWhatWasInFlightAndNoWrongClip() throws Exception {
    String kept = store.toString();
    Path alone = machine("alone");
    build(alone, ".");
    int lines = engine.count("/synthesis");
    assertThat(engine.spoken()).hasSize(lines);
    engine.slow(MILLIS);

    // The gain of the voice, for all.
    build(machine("first"), "_posts/2026-03-02-1.md", "--store", kept);
    Process killed = begin(machine("killed"), ".", "--shard", "1/2", "--store", kept);
    awaitSpoken(20);
    killed.destroyForcibly().waitFor();

    Path other = machine("other");
    Process second = begin(other, ".", "--shard", "2/2", "--store", kept);
    awaitSpoken(15);
    Path away = Files.move(store, folder.resolve("away"));
    awaitSpoken(3);
    Files.move(away, store);
    assertThat(second.waitFor(300, TimeUnit.SECONDS)).isTrue();
    assertThat(second.exitValue()).isZero();
    assertThat(Files.readString(other.resolve("build.log"))).contains("store is away for now");

    build(machine("instead"), ".", "--shard", "1/2", "--store", kept);
    int made = engine.count("/synthesis") - lines;
    assertThat(made).isBetween(lines, lines + UNDER_WAY);

    // All of it reached the store, and is what one machine alone makes.
    Path last = machine("last");
    build(last, ".", "--store", kept);
    assertThat(engine.count("/synthesis") - lines).isEqualTo(made);
    for (int number = 1; number <= POSTS; number++) {
      String mp3 = "audio/そらまめ_" + number + ".mp3";
      assertThat(last.resolve(mp3)).hasSameBinaryContentAs(alone.resolve(mp3));
    }
  }
}

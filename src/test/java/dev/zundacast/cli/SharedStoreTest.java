package dev.zundacast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zundacast.disk.Json;
import dev.zundacast.testkit.SampleSite;
import dev.zundacast.testkit.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two machines, each with its own checkout of one site and its own folders, and one store. */
class SharedStoreTest {
  @TempDir Path folder;
  private TestEngine engine;
  private Path kept;

  @BeforeEach
  void start() throws IOException {
    engine = TestEngine.start();
    kept = Files.createDirectory(folder.resolve("kept"));
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  private Shell machine(String name) throws IOException {
    Path own = folder.resolve(name);
    if (!Files.exists(own)) {
      SampleSite site = SampleSite.in(own.resolve("site"));
      site.post(1, 3);
      site.post(2, 3);
    }
    return Shell.building(own).env("ZUNDACAST_ENGINE", engine.url());
  }

  private byte[] mp3(String machine, int number) throws IOException {
    return Files.readAllBytes(
        folder.resolve(machine).resolve("site/audio/そらまめ_" + number + ".mp3"));
  }

  private static JsonNode built(Shell.Result result) throws IOException {
    assertThat(result.code()).as(result.err()).isZero();
    return Json.tree(result.out().lines().findFirst().orElseThrow());
  }

  @Test
  void whatOneMachineMadeAnotherDoesNotMakeAgain() throws IOException {
    String store = kept.toString();
    machine("one").run("build", "site", "--store", store);
    int asked = engine.count("/synthesis");
    JsonNode other = built(machine("two").run("build", "site", "--store", store, "--json"));
    assertThat(other.path("clips_made").asInt()).isZero();
    assertThat(other.path("frames_new").asInt()).isLessThan(50);
    assertThat(engine.count("/synthesis")).isEqualTo(asked);
    assertThat(mp3("two", 1)).isEqualTo(mp3("one", 1));
    assertThat(mp3("two", 2)).isEqualTo(mp3("one", 2));
  }

  @Test
  void aLineThatIsMadeAgainIsNewForAll() throws IOException {
    String store = kept.toString();
    machine("one").run("build", "site", "--store", store);
    String post = "site/_posts/2026-03-02-1.md";
    String[] again = {"regenerate", post, "a1.01", "--speed", "1.4", "--store", store};
    assertThat(machine("one").run(again).code()).isZero();
    int asked = engine.count("/synthesis");
    machine("two").run("script", "site");
    assertThat(machine("two").run(again).code()).isZero();
    // A line that is named is made again, and no other.
    assertThat(engine.count("/synthesis")).isEqualTo(asked + 1);
  }

  @Test
  void aDamagedStoreCostsTheWorkOfWhatIsDamaged() throws IOException {
    String store = kept.toString();
    machine("one").run("build", "site", "--store", store);
    List<Path> clips;
    try (Stream<Path> all = Files.walk(kept.resolve("clips"))) {
      clips = all.filter(file -> file.toString().endsWith(".wav")).sorted().toList();
    }
    for (Path clip : clips.subList(0, 3)) {
      byte[] bytes = Files.readAllBytes(clip);
      bytes[bytes.length - 1] ^= 1;
      Files.write(clip, bytes);
    }
    int asked = engine.count("/synthesis");
    Shell.Result other = machine("two").run("build", "site", "--store", store);
    assertThat(other.code()).isZero();
    assertThat(other.err()).contains("is damaged; it is made again");
    assertThat(engine.count("/synthesis")).isEqualTo(asked + 3);
    assertThat(mp3("two", 1)).isEqualTo(mp3("one", 1));
    assertThat(machine("three").run("build", "site", "--store", store).code()).isZero();
    assertThat(engine.count("/synthesis")).isEqualTo(asked + 3);
  }

  @Test
  void aStoreThatIsAwayOnlyCostsTime() throws IOException {
    Shell shell = machine("one").env("ZUNDACAST_STORE", "nowhere");
    Shell.Result built = shell.run("build", "site");
    assertThat(built.code()).isZero();
    assertThat(built.err())
        .contains("note: the shared store is away for now")
        .contains("did not get all that was made here");
  }

  @Test
  void aShardWhoseStoreIsRequiredIsTriedAgainLater() throws IOException {
    Shell shell = machine("one");
    Files.writeString(
        folder.resolve("one/site/zundacast.yaml"), "store: nowhere\nstore-required: true\n");
    Shell.Result shard = shell.run("build", "site", "--shard", "1/1");
    assertThat(shard.code()).isEqualTo(75);
    assertThat(shard.err()).contains("the shared store, which is required");
    assertThat(shell.run("build", "site").code()).isZero();
  }

  @Test
  void whatIsNoStoreIsRefused() throws IOException {
    Shell.Result wrong = machine("one").run("build", "site", "--store", "ftp://me:pw@host/a");
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).contains("expected a folder").doesNotContain("pw");
  }
}

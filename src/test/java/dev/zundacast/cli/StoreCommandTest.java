package dev.zundacast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.testkit.SampleSite;
import dev.zundacast.testkit.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreCommandTest {

  @TempDir Path folder;

  @BeforeEach
  void makeFolders() throws IOException {
    Files.createDirectories(folder.resolve("scripts"));
    Files.createDirectories(folder.resolve("out"));
  }

  private Shell.Result run(String... args) {
    return Shell.building(folder).run(args);
  }

  @Test
  void anEmptyStoreHasNothingToTell() {
    assertThat(run("store", "status").out()).isEqualTo("0 clips, 0 B\n0 used by scripts, 0 B\n");
    assertThat(run("store", "verify").out()).isEqualTo("0 clips whole, 0 damaged\n");
    assertThat(run("store", "prune", "--limit", "0").out()).isEqualTo("0 clips removed, 0 B\n");
    assertThat(run("store", "status", "--json").out()).contains("\"clips\":0");
  }

  @Test
  void aSizeThatIsNoneIsWrongUsage() {
    Shell.Result result = run("store", "prune", "--limit", "much");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("invalid size 'much' (for example 500MB or 5GB)");
  }

  @Test
  void voicesListsTheEnginesCharactersAndWhatVoicesMakesOfThem() throws IOException {
    try (TestEngine engine = TestEngine.start()) {
      Shell.Result result = run("voices", "--engine", engine.url());
      assertThat(result.code()).isZero();
      assertThat(result.out())
          .contains("VOICEVOX 0.25.2 at " + engine.url())
          .contains("春日部つむぎ: 春日部つむぎ (ノーマル) is style 8")
          .contains("credit: VOICEVOX:ずんだもん")
          .contains("offered by the engine");
      assertThat(run("voices", "--json", "--engine", engine.url()).out())
          .contains("\"version\":\"0.25.2\"");
    }
  }

  @Test
  void voicesSaysWhomTheEngineLacks() throws IOException {
    TestEngine.Character other = new TestEngine.Character("四国めたん", "u", Map.of("あまあま", 0));
    try (TestEngine engine = TestEngine.with().characters(other).start()) {
      Shell.Result result = run("voices", "--engine", engine.url());
      assertThat(result.code()).isEqualTo(1);
      assertThat(result.out()).contains("has no ずんだもん").contains("四国めたん: あまあま 0");
    }
  }

  @Test
  void pruningKeepsWhatAScriptStillSays() throws IOException {
    SampleSite site = SampleSite.in(folder.resolve("site"));
    Path post = site.post(3, 2);
    try (TestEngine engine = TestEngine.start()) {
      Shell.Result built = run("build", post.toString(), "--engine", engine.url());
      assertThat(built.code()).as(built.err()).isZero();
    }
    assertThat(run("store", "prune", "--limit", "0").out()).startsWith("0 clips removed");
    try (Stream<Path> scripts = Files.list(folder.resolve("scripts"))) {
      for (Path script : scripts.toList()) {
        Files.delete(script);
      }
    }
    assertThat(run("store", "prune", "--limit", "0", "--dry-run").out())
        .contains("clips would be removed");
    assertThat(run("store", "prune", "--limit", "0").out()).doesNotStartWith("0 clips");
    assertThat(run("store", "status").out()).startsWith("0 clips, 0 B");
  }

  @Test
  void theStoreKeepsItselfWithinItsLimit() throws IOException {
    SampleSite site = SampleSite.in(folder.resolve("site"));
    Files.writeString(site.root().resolve("zundacast.yaml"), "store-limit: 0\n");
    try (TestEngine engine = TestEngine.start()) {
      String first = site.post(3, 1).toString();
      assertThat(run("build", first, "--engine", engine.url()).err()).doesNotContain("left the");
      Path script = folder.resolve("scripts/2026-03-04-3.txt");
      Files.setLastModifiedTime(script, FileTime.from(Instant.now().minus(100, ChronoUnit.DAYS)));
      String second = site.post(4, 1).toString();
      Shell.Result built = run("build", second, "--engine", engine.url());
      assertThat(built.err()).containsPattern("note: \\d+ clips? unused for longest");
      // What both say stays, and what was built needs no clips.
      int asked = engine.count("/synthesis");
      assertThat(run("build", second, "--force", "--engine", engine.url()).code()).isZero();
      assertThat(run("build", first, "--engine", engine.url()).out()).contains("up to date");
      assertThat(engine.count("/synthesis")).isEqualTo(asked);
    }
  }

  @Test
  void aBrokenScriptIsNamedAndHidesNoFigures() throws IOException {
    Path post = SampleSite.in(folder.resolve("site")).post(3, 2);
    try (TestEngine engine = TestEngine.start()) {
      Shell.Result built = run("build", post.toString(), "--engine", engine.url());
      assertThat(built.code()).as(built.err()).isZero();
    }
    Path broken = folder.resolve("scripts/broken.txt");
    Files.writeString(broken, "[a1.01 no end\n");
    Shell.Result status = run("store", "status");
    assertThat(status.code()).as(status.err()).isZero();
    assertThat(status.out()).contains(" used by scripts, ").doesNotContain("\n0 used");
    assertThat(status.err()).startsWith("scripts/broken.txt:");
    Shell.Result pruned = run("store", "prune", "--limit", "0");
    assertThat(pruned.code()).isEqualTo(4);
    assertThat(pruned.err()).startsWith("scripts/broken.txt:");
  }

  @Test
  void aDamagedClipIsFoundAndTaken() throws IOException {
    Path clips = folder.resolve("out/clips/ab");
    Files.createDirectories(clips);
    String identity = "ab" + "0".repeat(62);
    Files.writeString(clips.resolve(identity + ".json"), "{}");
    Files.writeString(clips.resolve(identity + ".wav"), "RIFF");
    Shell.Result result = run("store", "verify");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).endsWith("0 clips whole, 1 damaged\n");
    try (Stream<Path> left = Files.list(clips)) {
      assertThat(left.toList()).isEqualTo(List.of());
    }
  }
}

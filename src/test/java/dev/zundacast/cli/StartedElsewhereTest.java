package dev.zundacast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.testkit.SampleSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commands over a post, started from the root of the disk: each works on the post's own show. */
class StartedElsewhereTest extends SiteCase {
  private Path home;
  private String post;
  private Path script;

  @BeforeEach
  void open() throws IOException {
    home = Files.createDirectories(folder.resolve("program"));
    post = site.post(1, 1).toString();
    script = site.root().resolve("_zundacast/scripts/2026-03-02-1.txt");
    assertThat(run("build", post).code()).isZero();
  }

  private Shell.Result run(String... args) {
    return new Shell(Path.of("/"))
        .env("ZUNDACAST_HOME", home.toString())
        .env("ZUNDACAST_VOICES", SampleSite.voices().toString())
        .env("ZUNDACAST_ENGINE", engine.url())
        .run(args);
  }

  @Test
  void undoTakesBackTheChangeOfThePostsOwnScript() throws IOException {
    String before = Files.readString(script);
    assertThat(run("regenerate", post, "a1.01", "--text", "直した一行なのだ。").code()).isZero();
    assertThat(script).content().contains("直した一行なのだ。");
    Shell.Result undone = run("undo", post);
    assertThat(undone.code()).as(undone.err()).isZero();
    assertThat(script).hasContent(before);
    assertThat(home.resolve("out")).doesNotExist();
  }

  /** The next run of anything tidies what a killed one left anywhere in the show. */
  @Test
  void whatKilledRunsLeftInAShowGoes() throws IOException {
    Path data = script.resolveSibling("..").normalize();
    List<Path> left =
        List.of(
            data.resolveSibling(".zundacast.yaml.part-abc"),
            data.resolve(".readings.tsv.part-abc"),
            data.resolve("out/undo/2026-03-02-1/taken-back/.00000001.json.part-abc"));
    for (String[] command : List.of(new String[] {"fill", post}, new String[] {"status", post})) {
      for (Path part : left) {
        Files.createDirectories(part.resolveSibling(""));
        Files.writeString(part, "");
        Files.setLastModifiedTime(part, FileTime.from(Instant.now().minusSeconds(3_600)));
      }
      assertThat(run(command).code()).isZero();
      assertThat(left).noneMatch(Files::exists);
    }
  }

  @Test
  void everyCommandFindsTheShow() throws IOException {
    assertThat(run("status", post).out()).contains("1 post: 1 up to date");
    assertThat(run("script", post).out()).contains(script + ": up to date");
    assertThat(run("fill", post).out()).contains("right already          1");
    assertThat(run("check", post, "--fast", "--select", "audio,decision").code()).isZero();
    assertThat(run("doctor", post).out()).contains(script.resolveSibling("").toString());
    assertThat(run("build", post, "--dry-run").out()).contains("up to date");
    assertThat(home.resolve("scripts")).doesNotExist();
    assertThat(home.resolve("out")).doesNotExist();
  }
}

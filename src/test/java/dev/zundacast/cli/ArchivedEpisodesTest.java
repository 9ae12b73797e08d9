package dev.zundacast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.testkit.SampleSite;
import dev.zundacast.testkit.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Episodes that shards made, that were archived, and whose MP3s are only on their server by now.
 */
class ArchivedEpisodesTest {
  private static final int POSTS = 2;

  @TempDir Path folder;
  private TestEngine engine;

  private Path root() {
    return folder.resolve("site");
  }

  private Path post(int number) {
    return root().resolve("_posts/2026-03-0" + (number + 1) + "-" + number + ".md");
  }

  private Path kept(int number) {
    return root()
        .resolve("_zundacast/out/episodes/2026-03-0" + (number + 1) + "-" + number)
        .resolve("そらまめ_" + number + ".mp3");
  }

  private Shell.Result run(String... args) {
    return new Shell(folder)
        .env("ZUNDACAST_VOICES", SampleSite.voices().toString())
        .env("ZUNDACAST_ENGINE", engine.url())
        .env("HOME", folder.toString())
        .run(args);
  }

  private Map<Integer, String> posts() throws IOException {
    Map<Integer, String> texts = new TreeMap<>();
    for (int number = 1; number <= POSTS; number++) {
      texts.put(number, Files.readString(post(number)));
    }
    return texts;
  }

  private void archived(String address) throws IOException {
    SampleSite site = SampleSite.in(root());
    for (int number = 1; number <= POSTS; number++) {
      Path post = site.post(number, 1);
      String text = Files.readString(post).stripTrailing();
      Files.writeString(post, text + "\n\nVOICEVOX:ずんだもん\n");
      Files.createDirectories(root().resolve("_zundacast"));
    }
    Files.writeString(
        root().resolve("zundacast.yaml"),
        """
        archive:
          run: cp "$ZUNDACAST_MP3" ../cloud/"$ZUNDACAST_FILE"
          address: %s{name}
        """
            .formatted(address));
    assertThat(run("publish", "--trust", "site").code()).isZero();
    assertThat(run("build", "site", "--shard", "1/1").code()).isZero();
    assertThat(run("collect", "site").code()).isZero();
    Shell.Result archived = run("archive", "site", "--older-than", "0");
    assertThat(archived.code()).as(archived.err()).isZero();
    assertThat(Files.readString(post(1))).contains(address);
    assertThat(root().resolve("audio/そらまめ_1.mp3")).doesNotExist();
  }

  @Test
  void theyAreThereForEveryCommand() throws Exception {
    try (TestEngine speaking = TestEngine.start();
        MockWebServer web = PublishTest.serving(folder.resolve("cloud"))) {
      engine = speaking;
      archived(web.url("/").toString());
      assertAllThere();
      for (int number = 1; number <= POSTS; number++) {
        Files.delete(kept(number));
      }
      assertAllThere();

      // What was changed since is another episode.
      Files.writeString(post(1), Files.readString(post(1)).replace("そら豆", "枝豆"));
      Shell.Result collected = run("collect", "site");
      assertThat(collected.code()).isEqualTo(75);
      assertThat(collected.err()).contains("-1.md: not made yet", "the post was changed");
      assertThat(run("build", "site", "--shard", "1/1").out()).contains("built 1, up to date 1");
      assertThat(kept(1)).exists();
      assertThat(run("collect", "site").code()).isZero();
    }
  }

  private void assertAllThere() throws IOException {
    Map<Integer, String> before = posts();
    int asked = engine.count("/synthesis");
    assertThat(run("status", "site").out()).doesNotContain("stale").contains("up to date");
    Shell.Result shard = run("build", "site", "--shard", "1/1");
    assertThat(shard.out()).as(shard.err()).contains("built 0, up to date 2");
    assertThat(run("build", "site").out()).contains("built 0, up to date 2");
    Shell.Result collected = run("collect", "site");
    assertThat(collected.code()).as(collected.err()).isZero();
    assertThat(collected.out()).contains("posts written: 0");
    Shell.Result filled = run("fill", "site");
    assertThat(filled.code()).as(filled.out() + filled.err()).isZero();
    Shell.Result checked = run("check", "site", "--fail-on", "error");
    assertThat(checked.code()).as(checked.out() + checked.err()).isZero();
    assertThat(engine.count("/synthesis")).isEqualTo(asked);
    assertThat(posts()).isEqualTo(before);
  }
}

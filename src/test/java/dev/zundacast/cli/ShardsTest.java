package dev.zundacast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.testkit.SampleSite;
import dev.zundacast.testkit.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A site's posts in shares, each built by itself, and what collect makes of them. */
class ShardsTest {
  private static final int POSTS = 6;

  @TempDir Path folder;
  private TestEngine engine;
  private Path site;

  @BeforeEach
  void aSiteOfSixPosts() throws IOException {
    engine = TestEngine.start();
    site = folder.resolve("site");
    SampleSite sample = SampleSite.in(site);
    for (int number = 1; number <= POSTS; number++) {
      sample.post(number, 1);
    }
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  private Shell shell() {
    return Shell.building(folder).env("ZUNDACAST_ENGINE", engine.url());
  }

  private Path post(int number) {
    return site.resolve("_posts/2026-03-0" + (1 + number % 9) + "-" + number + ".md");
  }

  private Map<Path, String> posts() throws IOException {
    Map<Path, String> texts = new TreeMap<>();
    for (int number = 1; number <= POSTS; number++) {
      texts.put(post(number), Files.readString(post(number)));
    }
    return texts;
  }

  @Test
  void sharesTogetherMakeAllEpisodesAndCollectWritesTheValues() throws IOException {
    Map<Path, String> before = posts();
    for (int index = 1; index <= 3; index++) {
      Shell.Result built = shell().run("build", "site", "--shard", index + "/3");
      assertThat(built.code()).as(built.err()).isZero();
      assertThat(built.err()).contains("shard " + index + "/3 (--shard): 2 of 6 posts");
    }
    assertThat(posts()).isEqualTo(before);

    Shell.Result collected = shell().run("collect", "site");
    assertThat(collected.code()).as(collected.err()).isZero();
    assertThat(collected.out()).isEqualTo("posts written: 6\n");
    for (int number = 1; number <= POSTS; number++) {
      Path mp3 = site.resolve("audio/そらまめ_" + number + ".mp3");
      assertThat(Files.readString(post(number)))
          .contains("audio_file_size: " + Files.size(mp3) + "\n")
          .doesNotContain("00:00\"");
    }
    assertThat(shell().run("check", "--fast", "site", "--fail-on", "error").code()).isZero();
    assertThat(shell().run("collect", "site").out()).isEqualTo("posts written: 0\n");
  }

  @Test
  void aShareThatRunsTwiceDoesNothingTheSecondTime() throws IOException {
    assertThat(shell().run("build", "site", "--shard", "1/2").code()).isZero();
    int asked = engine.count("/synthesis");
    Shell.Result again = shell().run("build", "site", "--shard", "1/2");
    assertThat(again.out()).contains("built 0, up to date 3, failed 0");
    assertThat(engine.count("/synthesis")).isEqualTo(asked);
  }

  @ParameterizedTest
  @CsvSource({
    "JOB_COMPLETION_INDEX=0 ZUNDACAST_SHARDS=3, 1/3 (JOB_COMPLETION_INDEX)",
    "SLURM_ARRAY_TASK_ID=7 SLURM_ARRAY_TASK_MIN=5 SLURM_ARRAY_TASK_MAX=7 SLURM_ARRAY_TASK_COUNT=3,"
        + " 3/3 (SLURM_ARRAY_TASK_ID)",
    "SLURM_ARRAY_TASK_ID=2 SLURM_ARRAY_TASK_COUNT=1 ZUNDACAST_SHARDS=3, 3/3 (SLURM_ARRAY_TASK_ID)",
    "PARALLEL_SEQ=2 ZUNDACAST_SHARDS=3, 2/3 (PARALLEL_SEQ)",
    "ZUNDACAST_SHARD=2/3 JOB_COMPLETION_INDEX=0, 2/3 (ZUNDACAST_SHARD)"
  })
  void aShardIsFoundInTheVariablesOfSchedulers(String variables, String shard) {
    Shell shell = shell();
    for (String variable : variables.split(" ")) {
      shell.env(variable.split("=")[0], variable.split("=")[1]);
    }
    for (String command : List.of("script", "fill", "check")) {
      Shell.Result result = shell.run(command, "site");
      assertThat(result.err()).contains("shard " + shard + ": 2 of 6 posts");
    }
  }

  /** Who names posts one by one has divided them already. */
  @Test
  void singlePostsAreNotDividedByThemselves() {
    Shell shell = shell().env("JOB_COMPLETION_INDEX", "1");
    Shell.Result result = shell.run("script", post(1).toString(), post(2).toString());
    assertThat(result.code()).isZero();
    assertThat(result.out()).contains("-1.txt", "-2.txt");
  }

  @Test
  void aTaskOfNobodyKnowsHowManyIsRefused() {
    Shell.Result result = shell().env("JOB_COMPLETION_INDEX", "1").run("build", "site");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("but not of how many: set ZUNDACAST_SHARDS");
    Shell.Result gaps =
        shell()
            .env("SLURM_ARRAY_TASK_ID", "3")
            .env("SLURM_ARRAY_TASK_MIN", "3")
            .env("SLURM_ARRAY_TASK_MAX", "7")
            .env("SLURM_ARRAY_TASK_COUNT", "2")
            .run("build", "site");
    assertThat(gaps.code()).isEqualTo(2);
    assertThat(gaps.err()).contains("has gaps");
    assertThat(engine.count("/synthesis")).isZero();
  }

  @Test
  void aBadPostIsFinalAndTheOthersAreDone() throws IOException {
    Files.writeString(post(2), "---\ntitle: ない\n---\n\n本文\n");
    List<Integer> codes = new ArrayList<>();
    for (int index = 1; index <= POSTS; index++) {
      codes.add(shell().run("build", "site", "--shard", index + "/6").code());
    }
    assertThat(codes).containsOnlyOnce(4).containsOnly(0, 4);

    Shell.Result collected = shell().run("collect", "site");
    assertThat(collected.code()).isEqualTo(5);
    assertThat(collected.err()).containsOnlyOnce(": failed (shard ").contains("-2.md: failed");
    assertThat(collected.out()).isEqualTo("posts written: 5\n");
  }

  @Test
  void anEngineThatWentAwayIsTriedAgainLater() throws IOException {
    String url = engine.url();
    int port = engine.port();
    Files.writeString(site.resolve("zundacast.yaml"), "patience: 0.2\n");
    assertThat(shell().run("build", "site", "--shard", "1/2").code()).isZero();
    engine.close();
    Shell.Result none = shell().run("build", "site", "--shard", "2/2");
    assertThat(none.code()).isEqualTo(3);
    Shell.Result collected = shell().run("collect", "site");
    assertThat(collected.code()).isEqualTo(75);
    assertThat(collected.out()).isEqualTo("posts written: 3\n");
    assertThat(collected.err().lines().filter(it -> it.contains(": not made yet"))).hasSize(3);

    engine = TestEngine.with().startAt(port);
    assertThat(engine.url()).isEqualTo(url);
    assertThat(shell().run("build", "site", "--shard", "2/2").code()).isZero();
    assertThat(shell().run("collect", "site").code()).isZero();
  }

  @Test
  void anEngineThatDiesInTheMiddleEndsWith75() throws IOException {
    Files.writeString(site.resolve("zundacast.yaml"), "patience: 0.2\n");
    engine.failAlways("/synthesis", TestEngine.status(500));
    Shell.Result sick = shell().run("build", "site", "--shard", "1/2");
    assertThat(sick.code()).as(sick.err()).isEqualTo(75);
    Shell.Result collected = shell().run("collect", "site");
    assertThat(collected.code()).isEqualTo(75);
    assertThat(collected.err()).contains("not made yet (shard 1/2)");
  }

  @Test
  void whatIsNotTheEpisodeOfThePostIsNotAnnounced() throws IOException {
    assertThat(shell().run("build", "site", "--shard", "1/1").code()).isZero();
    Path mp3 = site.resolve("audio/そらまめ_1.mp3");
    byte[] damaged = Files.readAllBytes(mp3);
    damaged[damaged.length / 2] ^= 1;
    Files.write(mp3, damaged);
    Files.writeString(post(3), "\n一言増えました。\n", StandardOpenOption.APPEND);
    String before = Files.readString(post(1));

    Shell.Result collected = shell().run("collect", "site");
    assertThat(collected.code()).isEqualTo(75);
    assertThat(collected.err())
        .contains("そらまめ_1.mp3 is not there, or not what was made")
        .contains("-3.md: not made yet (shard 1/1): the post was changed");
    assertThat(collected.out()).isEqualTo("posts written: 4\n");
    assertThat(Files.readString(post(1))).isEqualTo(before);
  }

  @Test
  void aDryRunTellsWhatAShareTakesAndWritesNothing() throws IOException {
    Map<Path, String> before = posts();
    Shell.Result all = shell().run("build", "site", "--dry-run");
    assertThat(all.out()).containsPattern("6 posts: about .* lines, [1-9]\\d* clips to make");
    Shell.Result share = shell().run("build", "site", "--dry-run", "--shard", "1/3");
    assertThat(share.out()).contains("2 posts: about ");
    assertThat(posts()).isEqualTo(before);
    assertThat(engine.count("/synthesis")).isZero();

    assertThat(shell().run("build", "site").code()).isZero();
    assertThat(shell().run("build", "site", "--dry-run").out()).contains(", 0 clips to make\n");
  }
}

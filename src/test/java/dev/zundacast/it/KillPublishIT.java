package dev.zundacast.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.testkit.Programs;
import dev.zundacast.testkit.SampleSite;
import dev.zundacast.testkit.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Publishing that is killed, by SIGKILL, and run again: it comes to the same end. */
@Tag("long")
class KillPublishIT {
  private static final int PLACES = 10;

  @TempDir Path folder;
  private TestEngine engine;

  @BeforeEach
  void open() throws Exception {
    engine = TestEngine.start();
  }

  @AfterEach
  void close() {
    engine.close();
  }

  /** What the world has in the end; the path of the site is in none of it. */
  private record End(String post, String tree, long bytes) {}

  private Path site(int round) throws Exception {
    Path home = Files.createDirectories(folder.resolve("round" + round));
    Path site = home.resolve("site");
    Path post = SampleSite.in(site).post(3, 1);
    Files.writeString(post, Files.readString(post) + "\nVOICEVOX:ずんだもん\n");
    Files.writeString(
        site.resolve("zundacast.yaml"),
        """
        publish:
          - name: upload
            run: mkdir -p ../cloud && cp "$ZUNDACAST_MP3" ../cloud
          - name: commit
            run: |
              git add -- "$ZUNDACAST_POST" "$ZUNDACAST_SCRIPT" "${ZUNDACAST_MP3%.mp3}".*
              git diff --cached --quiet || git commit --quiet -m "$ZUNDACAST_DATE distribution"
              git push --quiet origin HEAD
          - name: announce
            run: echo "$ZUNDACAST_TITLE" >> told.txt
        """);
    Programs.output("git", "init", "--quiet", "--bare", home.resolve("bare.git").toString());
    git(site, "init", "--quiet", "--initial-branch", "main");
    git(site, "config", "user.name", "豆");
    git(site, "config", "user.email", "m@example.com");
    git(site, "remote", "add", "origin", home.resolve("bare.git").toString());
    Launched.Result built = Launched.run(home, "build", site.toString(), "--engine", engine.url());
    assertThat(built.code()).as(built.err()).isZero();
    Launched.Result trusted =
        Launched.startUnder(user(), folder, "publish", "--trust", site.toString()).await();
    assertThat(trusted.code()).as(trusted.err()).isZero();
    return site;
  }

  private static String git(Path at, String... args) {
    List<String> command = new ArrayList<>(List.of("git", "-C", at.toString()));
    command.addAll(List.of(args));
    return Programs.output(command.toArray(String[]::new));
  }

  /** With a folder of the user's own, in which it stands what is allowed. */
  private List<String> user() {
    return List.of("env", "ZUNDACAST_DATA=" + folder.resolve("data"));
  }

  private Launched publish(Path site) throws IOException {
    return Launched.startUnder(user(), folder, "publish", site.toString());
  }

  private End end(Path site) throws IOException {
    return new End(
        Files.readString(site.resolve("_posts/2026-03-04-3.md")),
        git(
            site.resolveSibling("bare.git"),
            "-c",
            "core.quotePath=false",
            "ls-tree",
            "-r",
            "--name-only",
            "main"),
        Files.size(site.resolve("../cloud/そらまめ_3.mp3")));
  }

  @Test
  void killedAtTenPlacesItComesToTheSameEnd() throws Exception {
    Path whole = site(0);
    long began = System.nanoTime();
    Launched.Result done = publish(whole).await();
    long took = (System.nanoTime() - began) / 1_000_000;
    assertThat(done.code()).as(done.err()).isZero();
    End expected = end(whole);
    for (int round = 1; round <= PLACES; round++) {
      Path site = site(round);
      Launched run = publish(site);
      // From the moment in which it reads its settings to its last step.
      Thread.sleep(took * (round + 2) / (PLACES + 3));
      run.kill();
      Launched.Result again = publish(site).await();
      assertThat(again.code()).as("round " + round + ": " + again.err()).isZero();
      assertThat(end(site)).as("round " + round).isEqualTo(expected);
      assertThat(git(site, "rev-list", "--count", "main").strip())
          .as("round " + round)
          .isEqualTo("1");
      assertThat(Files.readAllLines(site.resolve("told.txt"))).hasSizeBetween(1, 2);
      assertThat(git(site, "status", "--porcelain", "--", "_posts", "audio")).isEmpty();
    }
  }
}

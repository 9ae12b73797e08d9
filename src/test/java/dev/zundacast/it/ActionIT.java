package dev.zundacast.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.testkit.ActionSteps;
import dev.zundacast.testkit.ActionSteps.Step;
import dev.zundacast.testkit.Programs;
import dev.zundacast.testkit.SampleSite;
import dev.zundacast.testkit.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The action's shell steps as they are written, in a clean clone of a show, with an engine and a
 * bare repository: they end with a post that is published.
 */
class ActionIT {
  private static final Path ACTION = Path.of("action.yml").toAbsolutePath();
  private static final int PLACES = 10;

  @TempDir Path folder;
  private TestEngine engine;
  private Path home;
  private Path clone;
  private String commands = "";

  @BeforeEach
  void open() throws Exception {
    Programs.require("jq");
    engine = TestEngine.start();
    publishNewShow("air");
  }

  /** A show of an author in a repository, a place to upload to, and a clone of it. */
  private void publishNewShow(String prefix) throws Exception {
    home = Files.createDirectories(folder.resolve(prefix));
    Path site = home.resolve("author");
    Path post = SampleSite.in(site).post(3, "https://cdn.example.com/air/3.mp3", 1);
    Files.writeString(post, Files.readString(post) + "\nVOICEVOX:ずんだもん\n");
    Files.writeString(
        site.resolve("zundacast.yaml"),
        """
        publish:
          - name: upload
            run: cp "$ZUNDACAST_MP3" "$CLOUD"
          - name: commit
            run: |
              git add -- "$ZUNDACAST_POST" "$ZUNDACAST_SCRIPT" _zundacast/.gitignore
              git diff --cached --quiet || git commit --quiet -m "$ZUNDACAST_DATE distribution"
              git push --quiet origin HEAD
        """);
    Files.createDirectories(home.resolve("cloud"));
    commands =
        Programs.output(
                "env",
                "HOME=" + home,
                Path.of("zundacast").toAbsolutePath().toString(),
                "publish",
                "--trust",
                site.toString())
            .replaceFirst("(?s).*--allow ([0-9a-f]+)\\s*", "$1");
    Programs.output("git", "init", "--quiet", "--bare", bare());
    Programs.output("git", "-C", bare(), "symbolic-ref", "HEAD", "refs/heads/main");
    git(site, "init", "--quiet", "--initial-branch", "main");
    git(site, "add", ".");
    git(
        site,
        "-c",
        "user.name=豆",
        "-c",
        "user.email=m@example.com",
        "commit",
        "--quiet",
        "--message",
        "post");
    git(site, "push", "--quiet", bare(), "main");
    clone = home.resolve("work");
    cloneAgain();
  }

  private void cloneAgain() {
    Programs.output("git", "clone", "--quiet", bare(), clone.toString());
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private String bare() {
    return home.resolve("bare.git").toString();
  }

  private static String git(Path at, String... args) {
    String[] command = new String[args.length + 3];
    command[0] = "git";
    command[1] = "-C";
    command[2] = at.toString();
    System.arraycopy(args, 0, command, 3, args.length);
    return Programs.output(command);
  }

  private Map<String, String> values(Map<String, String> inputs) throws IOException {
    Map<String, String> values = new HashMap<>(ActionSteps.defaults(ACTION));
    values.put("inputs.commands", commands);
    values.putAll(inputs);
    values.put("github.action_path", ACTION.getParent().toString());
    return values;
  }

  /** Runs all steps as GitHub does; gives what they printed. */
  private String job(Map<String, String> inputs) throws Exception {
    StringBuilder said = new StringBuilder();
    for (Step step : ActionSteps.ofAction(ACTION)) {
      int code = started(step, inputs).waitFor();
      String out = Files.readString(home.resolve("step.out"));
      assertThat(code).as(step.name() + "\n" + out).isZero();
      said.append(out);
    }
    return said.toString();
  }

  private Process started(Step step, Map<String, String> inputs) throws IOException {
    Path script = Files.writeString(home.resolve("step.sh"), step.run());
    ProcessBuilder builder =
        new ProcessBuilder(
            "bash", "--noprofile", "--norc", "-e", "-o", "pipefail", script.toString());
    builder.directory(clone.toFile());
    Map<String, String> all = builder.environment();
    all.clear();
    all.put("PATH", System.getenv("PATH"));
    all.put("HOME", Files.createDirectories(home.resolve("home")).toString());
    all.put("LC_ALL", "C.UTF-8");
    all.put("ZUNDACAST_CACHE", Path.of("target/test-cache").toAbsolutePath().toString());
    all.put("ZUNDACAST_VOICES", SampleSite.voices().toString());
    all.put("RUNNER_TEMP", Files.createDirectories(home.resolve("temp")).toString());
    all.put("CLOUD", home.resolve("cloud").toString());
    all.put("GITHUB_OUTPUT", home.resolve("output").toString());
    all.put("GITHUB_STEP_SUMMARY", home.resolve("summary.md").toString());
    all.putAll(step.env(values(inputs)));
    builder.redirectErrorStream(true).redirectOutput(home.resolve("step.out").toFile());
    return builder.start();
  }

  @Test
  void theStepsEndWithAPublishedPostAndDoNothingASecondTime() throws Exception {
    Map<String, String> inputs = Map.of("inputs.engine", engine.url());
    job(inputs);
    long bytes = Files.size(home.resolve("cloud/3.mp3"));
    assertThat(git(Path.of(bare()), "show", "main:_posts/2026-03-04-3.md"))
        .contains("audio_file_size: " + bytes + "\n");
    assertThat(Files.readString(home.resolve("summary.md")))
        .containsPattern("\\| 2026-03-04-3\\.md \\| [01]:\\d\\d \\|")
        .contains("[listen](https://cdn.example.com/air/3.mp3)");
    assertThat(Files.readString(home.resolve("output"))).contains("posts<<END\n");
    String commits = git(Path.of(bare()), "rev-list", "--count", "main");
    assertThat(commits.strip()).isEqualTo("2");
    int spoken = engine.count("/synthesis");

    // The next run finds what the cache kept, in a new clone at the same place.
    Path before = Files.move(clone, home.resolve("before"));
    cloneAgain();
    Files.move(before.resolve("_zundacast/out"), clone.resolve("_zundacast/out"));
    String said = job(inputs);
    assertThat(said).contains("\"state\":\"already\"").doesNotContain("\"state\":\"done\"");
    assertThat(git(Path.of(bare()), "rev-list", "--count", "main")).isEqualTo(commits);
    assertThat(engine.count("/synthesis")).isEqualTo(spoken);
    assertThat(git(clone, "status", "--porcelain")).isEmpty();
  }

  /** What the world has in the end. */
  private record End(String post, String tree, long bytes, String commits) {}

  private End end() throws IOException {
    Path bare = Path.of(bare());
    return new End(
        git(bare, "show", "main:_posts/2026-03-04-3.md"),
        git(bare, "-c", "core.quotePath=false", "ls-tree", "-r", "--name-only", "main"),
        Files.size(home.resolve("cloud/3.mp3")),
        git(bare, "rev-list", "--count", "main").strip());
  }

  /** Runs the steps until a moment, in which all that runs is killed by SIGKILL. */
  private void jobKilledAfter(long millis, Map<String, String> inputs) throws Exception {
    long end = System.nanoTime() + millis * 1_000_000;
    for (Step step : ActionSteps.ofAction(ACTION)) {
      Process process = started(step, inputs);
      if (!process.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
        return;
      }
    }
  }

  /** In the same clone, as a machine of one's own has it, or in a new one, as a runner has it. */
  @Test
  @Tag("long")
  void killedAtTenPlacesTheNextRunComesToTheSameEnd() throws Exception {
    Map<String, String> inputs = Map.of("inputs.engine", engine.url());
    long began = System.nanoTime();
    job(inputs);
    long took = (System.nanoTime() - began) / 1_000_000;
    End expected = end();
    assertThat(expected.commits()).isEqualTo("2");
    for (int round = 1; round <= PLACES; round++) {
      String prefix = "r" + round;
      publishNewShow(prefix);
      jobKilledAfter(took * round / (PLACES + 1), inputs);
      if (round % 2 == 0) {
        Files.move(clone, home.resolve("lost"));
        cloneAgain();
      }
      job(inputs);
      assertThat(end()).as(prefix).isEqualTo(expected);
      assertThat(git(clone, "status", "--porcelain")).as(prefix).isEmpty();
    }
  }

  @Test
  @Tag("long")
  void aCommitCanBeAllThatIsDelivered() throws Exception {
    Files.delete(clone.resolve("zundacast.yaml"));
    job(Map.of("inputs.engine", engine.url(), "inputs.deliver", "commit"));
    List<String> files =
        git(Path.of(bare()), "-c", "core.quotePath=false", "ls-tree", "-r", "--name-only", "main")
            .lines()
            .toList();
    assertThat(files)
        .contains("_posts/2026-03-04-3.md", "_zundacast/scripts/2026-03-04-3.txt")
        .noneMatch(file -> file.startsWith("_zundacast/out"));
    job(Map.of("inputs.engine", engine.url(), "inputs.deliver", "commit"));
    assertThat(git(Path.of(bare()), "rev-list", "--count", "main").strip()).isEqualTo("2");
  }
}

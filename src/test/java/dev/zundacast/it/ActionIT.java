package dev.zundacast.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.testkit.ActionSteps;
import dev.zundacast.testkit.ActionSteps.Step;
import dev.zundacast.testkit.Programs;
import dev.zundacast.testkit.S3Server;
import dev.zundacast.testkit.SampleSite;
import dev.zundacast.testkit.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The action's shell steps as they are written, in a clean clone of a show, with an engine, a real
 * S3 server and a bare repository: they end with a post that is published.
 */
class ActionIT {
  private static final Path ACTION = Path.of("action.yml").toAbsolutePath();
  private static final String NAME = "%E3%81%9D%E3%82%89%E3%81%BE%E3%82%81_3.mp3";

  @TempDir Path folder;
  private TestEngine engine;
  private S3Server server;
  private Path clone;

  @BeforeEach
  void open() throws Exception {
    Programs.require("jq");
    engine = TestEngine.start();
    server = S3Server.start(folder);
    Path site = folder.resolve("author");
    Path post = SampleSite.in(site).post(3, 1);
    Files.writeString(post, Files.readString(post) + "\nVOICEVOX:ずんだもん\n");
    Files.writeString(
        site.resolve("zundacast.yaml"),
        """
        publish:
          check: error
          upload:
            bucket: mame
            endpoint: @S3@
            acl: public-read
            address: @S3@/mame/{name}
          side-files: site
          git:
            branch: main
        """
            .replace("@S3@", server.url()));
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
    clone = folder.resolve("work");
    Programs.output("git", "clone", "--quiet", bare(), clone.toString());
  }

  @AfterEach
  void close() {
    server.close();
    engine.close();
  }

  private String bare() {
    return folder.resolve("bare.git").toString();
  }

  private static String git(Path at, String... args) {
    String[] command = new String[args.length + 3];
    command[0] = "git";
    command[1] = "-C";
    command[2] = at.toString();
    System.arraycopy(args, 0, command, 3, args.length);
    return Programs.output(command);
  }

  /** Runs all steps as GitHub does; gives what they printed. */
  private String job(Map<String, String> inputs) throws Exception {
    Map<String, String> values = new HashMap<>(ActionSteps.defaults(ACTION));
    values.putAll(inputs);
    values.put("github.action_path", ACTION.getParent().toString());
    StringBuilder said = new StringBuilder();
    for (Step step : ActionSteps.ofAction(ACTION)) {
      said.append(run(step, step.env(values)));
    }
    return said.toString();
  }

  private String run(Step step, Map<String, String> env) throws IOException, InterruptedException {
    Path script = Files.writeString(folder.resolve("step.sh"), step.run());
    Path out = folder.resolve("step.out");
    ProcessBuilder builder =
        new ProcessBuilder(
            "bash", "--noprofile", "--norc", "-e", "-o", "pipefail", script.toString());
    builder.directory(clone.toFile());
    Map<String, String> all = builder.environment();
    all.clear();
    all.put("PATH", System.getenv("PATH"));
    all.put("HOME", Files.createDirectories(folder.resolve("home")).toString());
    all.put("LC_ALL", "C.UTF-8");
    all.put("ZUNDACAST_CACHE", Path.of("target/test-cache").toAbsolutePath().toString());
    all.put("RUNNER_TEMP", Files.createDirectories(folder.resolve("temp")).toString());
    all.put("GITHUB_OUTPUT", folder.resolve("output").toString());
    all.put("GITHUB_STEP_SUMMARY", folder.resolve("summary.md").toString());
    all.putAll(server.keys());
    all.putAll(env);
    builder.redirectErrorStream(true).redirectOutput(out.toFile());
    int code = builder.start().waitFor();
    String said = Files.readString(out);
    assertThat(code).as(step.name() + "\n" + said).isZero();
    return said;
  }

  @Test
  void theStepsEndWithAPublishedPostAndDoNothingASecondTime() throws Exception {
    Map<String, String> inputs = Map.of("inputs.engine", engine.url());
    job(inputs);
    assertThat(server.object(NAME)).isNotEmpty();
    String post = git(Path.of(bare()), "show", "main:_posts/2026-03-04-3.md");
    assertThat(post)
        .contains("audio_file_path: " + server.url() + "/mame/" + NAME)
        .contains("audio_file_size: " + server.object(NAME).length + "\n");
    assertThat(Files.readString(folder.resolve("summary.md")))
        .contains("| 2026-03-04-3.md | 0:", "[listen](" + server.url() + "/mame/" + NAME + ")");
    assertThat(Files.readString(folder.resolve("output"))).contains("posts<<END\n");
    String commits = git(Path.of(bare()), "rev-list", "--count", "main");
    assertThat(commits.strip()).isEqualTo("2");
    int spoken = engine.count("/synthesis");

    // The next run finds what the cache kept, in a new clone at the same place.
    Path before = Files.move(clone, folder.resolve("before"));
    Programs.output("git", "clone", "--quiet", bare(), clone.toString());
    Files.move(before.resolve("_zundacast/out"), clone.resolve("_zundacast/out"));
    String said = job(inputs);
    assertThat(said)
        .contains("\"state\":\"already\"")
        .doesNotContain("\"state\":\"done\",\"what\":\"up");
    assertThat(git(Path.of(bare()), "rev-list", "--count", "main")).isEqualTo(commits);
    assertThat(engine.count("/synthesis")).isEqualTo(spoken);
    assertThat(git(clone, "status", "--porcelain")).isEmpty();
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
        .contains("audio/そらまめ_3.mp3", "_zundacast/scripts/2026-03-04-3.txt")
        .noneMatch(file -> file.startsWith("_zundacast/out"));
    job(Map.of("inputs.engine", engine.url(), "inputs.deliver", "commit"));
    assertThat(git(Path.of(bare()), "rev-list", "--count", "main").strip()).isEqualTo("2");
  }
}

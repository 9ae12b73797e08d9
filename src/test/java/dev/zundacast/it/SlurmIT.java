package dev.zundacast.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.testkit.SampleSite;
import dev.zundacast.testkit.Slurm;
import dev.zundacast.testkit.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two hundred posts as an array of eight on a real Slurm, with engines of a fixed speed:
 * undisturbed for its efficiency, then with a task that is killed and an engine that goes away for
 * good.
 */
@Tag("long")
@Timeout(3600)
class SlurmIT {
  private static final int POSTS = Integer.getInteger("slurm.posts", 200);
  private static final int SHARDS = 8;
  private static final int SENTENCES = 12;

  @TempDir Path folder;
  private final List<TestEngine> engines = new ArrayList<>();

  @AfterEach
  void stop() {
    engines.forEach(TestEngine::close);
  }

  private Path site(String name) throws IOException {
    Path site = folder.resolve(name);
    SampleSite.in(site);
    for (int number = 1; number <= POSTS; number++) {
      StringBuilder text = new StringBuilder();
      text.append("---\nactor_ids:\n  - ずんだもん\naudio_file_path: /audio/").append(number);
      text.append(".mp3\naudio_file_size: 0\ndate: 2026-01-01 05:00:00 +0900\n");
      text.append("description: '豆の話'\nduration: \"00:00\"\nlayout: article\ntitle: そらまめ通信 第");
      text.append(number).append("回\n---\n\n## 関連リンク\n\n- [豆の話](https://example.com/");
      text.append(number).append(")  \n\n");
      // The first has enough lines to find the voice's gain for all.
      int sentences = number == 1 ? 24 : SENTENCES;
      for (int i = 1; i <= sentences; i++) {
        text.append("第").append(number).append("回の").append(i);
        text.append("番目の畑では、そら豆をゆっくりと育てています。");
      }
      text.append("\n\n引用元: https://example.com/").append(number).append("\n");
      Files.writeString(
          site.resolve("_posts/2026-01-01-%04d.md".formatted(number)), text.toString());
    }
    Files.writeString(site.resolve("zundacast.yaml"), "patience: 2\nminutes: 0\n");
    return site;
  }

  /** The program as tasks find it: with less memory than a test may take. */
  private Path program() throws IOException {
    Path program = folder.resolve("zundacast");
    if (!Files.exists(program)) {
      Files.writeString(
          program,
          "#!/bin/sh\nexec '%s' -Xmx192m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -jar '%s' \"$@\"\n"
              .formatted(
                  Path.of(System.getProperty("java.home"), "bin", "java"),
                  System.getProperty("zundacast.jar")));
      assertThat(program.toFile().setExecutable(true)).isTrue();
    }
    return program;
  }

  private Map<String, String> environment(Path site) throws IOException {
    Path list = folder.resolve("engines");
    Files.write(list, engines.stream().map(TestEngine::url).toList());
    return new HashMap<>(
        Map.of(
            "SITE", site.toString(),
            "ENGINES", list.toString(),
            "ZUNDACAST", program().toString(),
            "ZUNDACAST_VOICES", SampleSite.voices().toString()));
  }

  private void startEngines(int millis) throws IOException {
    stop();
    engines.clear();
    for (int i = 0; i < SHARDS; i++) {
      engines.add(TestEngine.with().millisPerLine(millis).start());
    }
  }

  private void alone(Path site, String... posts) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(program().toString(), "build", "-q"));
    command.addAll(List.of(posts));
    engines.forEach(engine -> command.addAll(List.of("--engine", engine.url())));
    ProcessBuilder builder = new ProcessBuilder(command).directory(site.toFile()).inheritIO();
    builder.environment().put("ZUNDACAST_VOICES", SampleSite.voices().toString());
    assertThat(builder.start().waitFor()).isZero();
  }

  private static Map<String, byte[]> mp3s(Path site) throws IOException {
    Map<String, byte[]> all = new TreeMap<>();
    try (Stream<Path> files = Files.list(site.resolve("audio"))) {
      for (Path file : files.toList()) {
        all.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    return all;
  }

  private int synthesized() {
    return engines.stream().mapToInt(engine -> engine.count("/synthesis")).sum();
  }

  /** An array that has been submitted, and the job that collects after it. */
  private record Submitted(String build, String collect) {}

  private static Submitted submit(Slurm slurm, Map<String, String> env)
      throws IOException, InterruptedException {
    Path script = Path.of("deploy/slurm/submit.sh").toAbsolutePath();
    String said = slurm.run(env, script.toString(), Integer.toString(SHARDS));
    Matcher jobs = Pattern.compile("build (\\d+), collect (\\d+)").matcher(said);
    assertThat(jobs.find()).as(said).isTrue();
    return new Submitted(jobs.group(1), jobs.group(2));
  }

  private static void awaitCollect(Slurm slurm, Submitted jobs) throws Exception {
    while (!slurm.state(jobs.collect()).matches("COMPLETED|FAILED|CANCELLED|TIMEOUT")) {
      Thread.sleep(500);
    }
    StringBuilder logs = new StringBuilder();
    for (int task = 0; task < SHARDS; task++) {
      logs.append(task).append(": ").append(slurm.log(jobs.build(), task)).append('\n');
    }
    assertThat(slurm.state(jobs.collect())).as(logs.toString()).isEqualTo("COMPLETED");
  }

  private static void assertCollected(Path site) throws IOException {
    try (Stream<Path> posts = Files.list(site.resolve("_posts"))) {
      for (Path post : posts.toList()) {
        assertThat(Files.readString(post)).doesNotContain("audio_file_size: 0\n");
      }
    }
  }

  @Test
  void twoHundredEpisodesOverEightEngines() throws Exception {
    startEngines(0);
    Path reference = site("reference");
    alone(reference, ".");
    Map<String, byte[]> expected = mp3s(reference);
    assertThat(expected).hasSize(POSTS);

    try (Slurm slurm = Slurm.in(Files.createDirectory(folder.resolve("slurm")))) {
      int millis = Integer.getInteger("slurm.millis", 2000);
      startEngines(millis);
      Path site = site("undisturbed");
      alone(site, "_posts/2026-01-01-0001.md");
      int before = synthesized();
      long begun = System.nanoTime();
      Submitted jobs = submit(slurm, environment(site));
      // It waits for the whole array.
      while (slurm.state(jobs.collect()).equals("PENDING")) {
        Thread.sleep(100);
      }
      double seconds = Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1000.0;
      double ideal = (synthesized() - before) * millis / 1000.0 / SHARDS;
      System.out.printf(
          Locale.ROOT,
          "slurm: %d lines of %d ms over %d engines: %.1f s, at best %.1f s: %.1f %%%n",
          synthesized() - before,
          millis,
          SHARDS,
          seconds,
          ideal,
          100 * ideal / seconds);
      awaitCollect(slurm, jobs);
      assertCollected(site);
      assertSame(mp3s(site), expected);
      assertThat(ideal / seconds).isGreaterThan(0.95);
    }
  }

  @Test
  void aKilledTaskAndALostEngineCostNoEpisode() throws Exception {
    startEngines(0);
    Path reference = site("reference");
    alone(reference, ".");
    int lines = synthesized();
    Map<String, byte[]> expected = mp3s(reference);

    try (Slurm slurm = Slurm.in(Files.createDirectory(folder.resolve("slurm")))) {
      startEngines(300);
      Path site = site("disturbed");
      alone(site, "_posts/2026-01-01-0001.md");
      Submitted jobs = submit(slurm, environment(site));
      while (engines.get(2).count("/synthesis") < 60 || engines.get(5).count("/synthesis") < 60) {
        Thread.sleep(100);
      }
      String killed = "build " + site;
      ProcessHandle task =
          ProcessHandle.allProcesses()
              .filter(process -> commandLine(process).contains("-jar"))
              .filter(process -> commandLine(process).contains(killed))
              .findFirst()
              .orElseThrow();
      task.destroyForcibly();
      engines.get(5).close();
      awaitCollect(slurm, jobs);

      int made = synthesized();
      int restarts =
          slurm.tasks(jobs.build()).values().stream().mapToInt(Slurm.Task::restarts).sum();
      System.out.printf(
          Locale.ROOT,
          "slurm, disturbed: %d lines asked for, %d of them twice; %d tasks requeued%n",
          made,
          made - lines,
          restarts);
      assertCollected(site);
      assertSame(mp3s(site), expected);
      assertThat(restarts).isGreaterThanOrEqualTo(2);
      // In flight at a kill: a line that is spoken, one that is prepared, one that is stored.
      assertThat(made - lines).isBetween(0, 6);
    }
  }

  private static String commandLine(ProcessHandle process) {
    try {
      Path file = Path.of("/proc", Long.toString(process.pid()), "cmdline");
      return Files.readString(file).replace('\0', ' ');
    } catch (IOException gone) {
      return "";
    }
  }

  private static void assertSame(Map<String, byte[]> made, Map<String, byte[]> expected) {
    assertThat(made.keySet()).isEqualTo(expected.keySet());
    List<String> others =
        made.keySet().stream()
            .filter(name -> !Arrays.equals(made.get(name), expected.get(name)))
            .toList();
    assertThat(others).isEmpty();
  }
}

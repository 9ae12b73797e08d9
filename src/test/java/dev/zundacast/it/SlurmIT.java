package dev.zundacast.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.testkit.SampleSite;
import dev.zundacast.testkit.Slurm;
import dev.zundacast.testkit.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
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
 * Two hundred posts as an array of eight on a real Slurm, with engines of a fixed speed. In the
 * middle a node loses its power and comes back, and an engine goes away for good: nothing is lost
 * but what was in flight, and no engine idles.
 */
@Tag("long")
@Timeout(3600)
class SlurmIT {
  private static final int POSTS = Integer.getInteger("slurm.posts", 200);
  private static final int SHARDS = 8;
  private static final int SENTENCES = 12;

  /** Slow enough that the engines are what takes time, also where two cores serve all shards. */
  private static final int MILLIS = Integer.getInteger("slurm.millis", 2700);

  /** In flight of a task at a kill: a line at each of the engines, two that are being stored. */
  private static final int MOST_IN_FLIGHT = SHARDS + 2;

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

  /**
   * The program as tasks find it: with less memory than a test may take, and an archive of classes
   * from its first run, as its launcher makes one.
   */
  private Path program() throws IOException {
    Path program = folder.resolve("zundacast");
    if (!Files.exists(program)) {
      Files.writeString(
          program,
          """
          #!/bin/sh
          a='%s/classes.jsa'
          if [ -s "$a" ]; then a=-XX:SharedArchiveFile=$a; else a=-XX:ArchiveClassesAtExit=$a; fi
          exec '%s' "$a" -Xlog:cds=off -Xlog:cds+dynamic=off -Xmx192m -XX:TieredStopAtLevel=1 \\
            -XX:+UseSerialGC -jar '%s' "$@"
          """
              .formatted(
                  folder,
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

  private static String logs(Slurm slurm, Submitted jobs) throws IOException {
    StringBuilder logs = new StringBuilder();
    for (int task = 0; task < SHARDS; task++) {
      logs.append(task).append(": ").append(slurm.log(jobs.build(), task)).append('\n');
    }
    return logs.toString();
  }

  private static void awaitArray(Slurm slurm, Submitted jobs) throws Exception {
    List<String> ended = List.of("COMPLETED", "FAILED", "CANCELLED", "NODE_FAIL", "TIMEOUT");
    Collection<Slurm.Task> tasks = List.of();
    while (tasks.size() < SHARDS || !tasks.stream().allMatch(it -> ended.contains(it.state()))) {
      Thread.sleep(500);
      tasks = slurm.tasks(jobs.build()).values();
    }
    assertThat(tasks)
        .as(logs(slurm, jobs))
        .allSatisfy(task -> assertThat(task.state()).isEqualTo("COMPLETED"));
  }

  private static void awaitCollect(Slurm slurm, Submitted jobs) throws Exception {
    while (!slurm.state(jobs.collect()).matches("COMPLETED|FAILED|CANCELLED|TIMEOUT")) {
      Thread.sleep(500);
    }
    assertThat(slurm.state(jobs.collect())).as(logs(slurm, jobs)).isEqualTo("COMPLETED");
  }

  private static void assertCollected(Path site) throws IOException {
    try (Stream<Path> posts = Files.list(site.resolve("_posts"))) {
      for (Path post : posts.toList()) {
        assertThat(Files.readString(post)).doesNotContain("audio_file_size: 0\n");
      }
    }
  }

  @Test
  void aLostNodeAndALostEngineCostNoEpisodeAndHardlyAnyTime() throws Exception {
    startEngines(0);
    Path reference = site("reference");
    alone(reference, ".");
    int lines = synthesized();
    Map<String, byte[]> expected = mp3s(reference);
    assertThat(expected).hasSize(POSTS);

    try (Slurm slurm = Slurm.in(Files.createDirectory(folder.resolve("slurm")))) {
      startEngines(MILLIS);
      Path site = site("array");
      alone(site, "_posts/2026-01-01-0001.md");
      int before = synthesized();
      long begun = System.nanoTime();
      Submitted jobs = submit(slurm, environment(site));
      int middle = (lines - before) / SHARDS / 2;
      while (engines.get(2).count("/synthesis") < middle) {
        Thread.sleep(100);
      }
      slurm.cutPower(2);
      TestEngine lost = engines.get(5);
      lost.close();
      double lostAfter = secondsSince(begun);
      slurm.powerUp(2);
      awaitArray(slurm, jobs);
      double seconds = secondsSince(begun);
      awaitCollect(slurm, jobs);

      assertCollected(site);
      assertSame(mp3s(site), expected);
      int restarts =
          slurm.tasks(jobs.build()).values().stream().mapToInt(Slurm.Task::restarts).sum();
      int twice = synthesized() - lines;
      double available = (SHARDS - 1) * seconds + lostAfter;
      double efficiency = (lines - before) * MILLIS / 1000.0 / available;
      System.out.printf(
          Locale.ROOT,
          "slurm: %d lines of %d ms over %d engines, one of them lost after %.0f s: %.1f s;"
              + " %d tasks requeued, %d lines twice; %.1f %% of the engines' time%n",
          lines - before,
          MILLIS,
          SHARDS,
          lostAfter,
          seconds,
          restarts,
          twice,
          100 * efficiency);
      assertThat(restarts).isGreaterThanOrEqualTo(2);
      assertThat(twice).isBetween(0, MOST_IN_FLIGHT * (restarts + 1));
      assertThat(efficiency).isGreaterThanOrEqualTo(0.95);
    }
  }

  private static double secondsSince(long begun) {
    return (System.nanoTime() - begun) / 1e9;
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

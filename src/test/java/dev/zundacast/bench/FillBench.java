package dev.zundacast.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.zundacast.audio.length.AudioFiles;
import dev.zundacast.episode.Progress;
import dev.zundacast.pipeline.fill.AudioPlaces;
import dev.zundacast.pipeline.fill.Fill;
import dev.zundacast.pipeline.fill.Fill.Mode;
import dev.zundacast.pipeline.fill.Fill.Scope;
import dev.zundacast.pipeline.fill.FillOutcome;
import dev.zundacast.pipeline.fill.FillOutcome.State;
import dev.zundacast.pipeline.remote.RemoteAudio.Download;
import dev.zundacast.pipeline.remote.RemoteAudio.Recall;
import dev.zundacast.testkit.Programs;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Posts a second that fill looks through and writes, beside mutagen and one ffprobe a file.
 * Episodes of ten minutes are hard links to eight real files, so that ten thousand fit on a disk.
 */
class FillBench {
  private static final int SOURCES = 8;
  private static final int POSTS = Integer.getInteger("bench.posts", 10_000);

  @TempDir Path site;

  @Test
  void fillsBesideOtherPrograms() throws Exception {
    make(site, POSTS);
    // The first rounds are start-up: class loading and compiling.
    for (int round = 0; round < 5; round++) {
      measured(site, POSTS, Mode.DRY_RUN);
    }
    double looking = best(site, POSTS, Mode.DRY_RUN) / POSTS;
    print("fill --dry-run", POSTS, looking * POSTS);
    print("fill --dry-run, whole process", POSTS, process(site));
    print("fill", POSTS, best(site, POSTS, Mode.WRITE));
    lengths(site, Math.min(POSTS, 1000));
    double mutagen = mutagen(site, Math.min(POSTS, 1000));
    double ffprobe = ffprobe(site, Math.min(POSTS, 100));
    System.out.printf(
        Locale.ROOT,
        "fill --dry-run: %.1f x mutagen, %.0f x ffprobe%n",
        mutagen / looking,
        ffprobe / looking);
  }

  private static void make(Path site, int posts) throws IOException {
    Files.createDirectories(site.resolve("_posts"));
    Files.createDirectories(site.resolve("audio"));
    Files.writeString(site.resolve("_config.yml"), "title: bench\n");
    // As large as a cover may be, since a reader that goes through tags goes through this.
    Path cover = site.resolve("cover.jpg");
    Programs.generate(
        "nullsrc=s=700x700,geq=random(1)*255:128:128",
        "-frames:v",
        "1",
        "-q:v",
        "5",
        cover.toString());
    for (int i = 0; i < SOURCES; i++) {
      String[] rate = i % 2 == 0 ? new String[] {"-b:a", "96k"} : new String[] {"-q:a", "5"};
      Programs.generate(
          "sine=f=300:d=" + (590 + 3 * i),
          "-i",
          cover.toString(),
          "-map",
          "0",
          "-map",
          "1",
          "-c:v",
          "copy",
          "-id3v2_version",
          "3",
          "-c:a",
          "libmp3lame",
          rate[0],
          rate[1],
          site.resolve("audio/source" + i + ".mp3").toString());
    }
    for (int i = 0; i < posts; i++) {
      Path source = site.resolve("audio/source" + i % SOURCES + ".mp3");
      Files.createLink(site.resolve("audio/" + i + ".mp3"), source);
    }
    unfilled(site, posts);
  }

  private static void unfilled(Path site, int posts) throws IOException {
    for (int i = 0; i < posts; i++) {
      Files.writeString(
          site.resolve("_posts/2026-01-01-" + i + ".md"),
          "---\nactor_ids:\n  - ずんだもん\naudio_file_path: /audio/"
              + i
              + ".mp3\n"
              + "audio_file_size: 0\ndate: 2026-01-01 05:00:00 +0900\ndescription: '餅  \nと豆'\n"
              + "duration: \"00:00\"\nlayout: article\ntitle: 餅 "
              + i
              + "\n---\n"
              + "本文です。\n".repeat(200));
    }
  }

  private static double cpuSeconds() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        / 1e9;
  }

  private static double best(Path site, int posts, Mode mode) throws IOException {
    double best = Double.MAX_VALUE;
    double leastCpu = Double.MAX_VALUE;
    for (int round = 0; round < 5; round++) {
      unfilled(site, posts);
      double cpu = cpuSeconds();
      best = Math.min(best, measured(site, posts, mode));
      leastCpu = Math.min(leastCpu, cpuSeconds() - cpu);
    }
    printCpu(mode.toString(), posts, leastCpu);
    return best;
  }

  /** On a busy machine this tells more than the clock. */
  private static void printCpu(String what, int count, double seconds) {
    System.out.printf(
        Locale.ROOT, "%s: %.0f a processor second%n", what, count / Math.max(1e-9, seconds));
  }

  private static double measured(Path site, int expected, Mode mode) throws IOException {
    AudioPlaces.Search search =
        new AudioPlaces.Search(
            Optional.empty(), Recall.FOR_A_DAY, Optional.empty(), site.resolve("out"));
    long start = System.nanoTime();
    List<FillOutcome> report =
        new Fill(search, Scope.MISSING, mode, Download.NEVER, Progress.SILENT).run(List.of(site));
    double seconds = (System.nanoTime() - start) / 1e9;
    if (FillOutcome.count(report, State.FILLED) < expected) {
      throw new IllegalStateException(FillOutcome.count(report, State.FILLED) + " posts filled");
    }
    return seconds;
  }

  /** As a user starts it, with the launcher's flags but without its class archive. */
  private static double process(Path site) throws IOException, InterruptedException {
    double best = Double.MAX_VALUE;
    for (int round = 0; round < 3; round++) {
      unfilled(site, POSTS);
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
      command.addAll(Costs.LAUNCHER);
      command.addAll(List.of("-cp", System.getProperty("java.class.path")));
      command.addAll(List.of("dev.zundacast.cli.Main", "fill", site.toString(), "--dry-run"));
      ProcessBuilder fill = new ProcessBuilder(command);
      fill.environment().put("ZUNDACAST_HOME", Path.of("").toAbsolutePath().toString());
      fill.redirectOutput(site.resolve("diffs.txt").toFile());
      fill.redirectError(ProcessBuilder.Redirect.DISCARD);
      long start = System.nanoTime();
      int code = fill.start().waitFor();
      best = Math.min(best, (System.nanoTime() - start) / 1e9);
      if (code != 0) {
        throw new IllegalStateException("fill ended with " + code);
      }
    }
    return best;
  }

  private static void lengths(Path site, int files) throws IOException {
    long start = System.nanoTime();
    for (int i = 0; i < files; i++) {
      AudioFiles.measure(site.resolve("audio/" + i + ".mp3"));
    }
    print("only reading, one thread", files, (System.nanoTime() - start) / 1e9);
  }

  /** Seconds for a file. */
  private static double mutagen(Path site, int files) throws IOException {
    Programs.require("mutagen-inspect");
    String script =
        """
        import time
        from mutagen.mp3 import MP3
        t = time.time()
        c = time.process_time()
        for i in range(%d): MP3('%s/audio/%%d.mp3' %% i).info.length
        print(time.time() - t, time.process_time() - c)
        """
            .formatted(files, site);
    Process python = new ProcessBuilder("/usr/bin/python3", "-c", script).start();
    String[] seconds =
        new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .strip()
            .split(" ");
    print("mutagen, only reading", files, Double.parseDouble(seconds[0]));
    printCpu("mutagen", files, Double.parseDouble(seconds[1]));
    return Double.parseDouble(seconds[0]) / files;
  }

  /** Seconds for a file. */
  private static double ffprobe(Path site, int files) {
    long start = System.nanoTime();
    for (int i = 0; i < files; i++) {
      Programs.output(
          "ffprobe",
          "-v",
          "error",
          "-show_entries",
          "format=duration",
          site.resolve("audio/" + i + ".mp3").toString());
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    print("ffprobe, a process a file", files, seconds);
    return seconds / files;
  }

  private static void print(String what, int count, double seconds) {
    System.out.printf(
        Locale.ROOT, "%-29s %6d in %7.3f s = %8.0f/s%n", what, count, seconds, count / seconds);
  }
}

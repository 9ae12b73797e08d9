package dev.zundacast.bench;

import dev.zundacast.testkit.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What programs take, each a process of its own, measured by GNU time. */
final class Costs {
  /** What the launcher gives to Java. */
  static final List<String> LAUNCHER =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:-UsePerfData",
          "-Xss2m",
          "-Xms128m",
          "-Xmn64m",
          "-Xmx512m");

  private final Path work;

  /**
   * Measures programs.
   *
   * @param work a folder for what they leave
   */
  Costs(Path work) {
    this.work = work;
  }

  /**
   * What a process took.
   *
   * @param wall seconds on the clock
   * @param cpu seconds of all processors
   * @param mebibytes the most memory it held
   */
  record Cost(double wall, double cpu, long mebibytes) {}

  /** Work that is measured. */
  @FunctionalInterface
  interface Measured {
    Cost run() throws Exception;
  }

  static Cost median(int rounds, Measured work) throws Exception {
    List<Cost> costs = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      costs.add(work.run());
    }
    return median(costs);
  }

  private static Cost median(List<Cost> costs) {
    return costs.stream()
        .sorted(Comparator.comparingDouble(Cost::wall))
        .toList()
        .get(costs.size() / 2);
  }

  /**
   * Prints what each takes, the middle of some rounds, with its ratio to the first. In each round
   * all of them run, one after the other: a machine's speed changes within minutes.
   */
  static void inTurn(int rounds, Map<String, Measured> works) throws Exception {
    Map<String, List<Cost>> costs = new LinkedHashMap<>();
    for (int i = 0; i < rounds; i++) {
      for (Map.Entry<String, Measured> work : works.entrySet()) {
        costs.computeIfAbsent(work.getKey(), name -> new ArrayList<>()).add(work.getValue().run());
      }
    }
    Cost first = median(costs.values().iterator().next());
    costs.forEach((name, taken) -> row(name, median(taken), first));
  }

  /** Runs a program to its end, which has to be a good one. */
  Cost of(List<String> command) throws Exception {
    Programs.require("time");
    Path log = work.resolve("time.txt");
    List<String> timed =
        new ArrayList<>(List.of("/usr/bin/time", "-f", "%e %U %S %M", "-o", log.toString()));
    timed.addAll(command);
    Path said = work.resolve("said.txt");
    Process process =
        new ProcessBuilder(timed).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    if (process.waitFor() != 0) {
      throw new IOException(
          String.join(" ", command) + " ended badly and said: " + Files.readString(said));
    }
    String[] fields = Files.readString(log).strip().split(" ");
    return new Cost(
        Double.parseDouble(fields[0]),
        Double.parseDouble(fields[1]) + Double.parseDouble(fields[2]),
        Long.parseLong(fields[3]) / 1024);
  }

  /** The naive way: the whole WAV through the ffmpeg program. */
  Cost ffmpeg(Path wav) throws Exception {
    return of(
        List.of(
            "ffmpeg",
            "-v",
            "error",
            "-y",
            "-i",
            wav.toString(),
            "-c:a",
            "libmp3lame",
            "-b:a",
            "96k",
            work.resolve("ffmpeg.mp3").toString()));
  }

  /** Prints a line of the table, with the ratios to another. */
  static void row(String name, Cost cost, Cost reference) {
    System.out.printf(
        Locale.ROOT,
        "  %-36s %8.3f s  x %6.2f   cpu %8.2f s  x %6.2f   %4d MiB%n",
        name,
        cost.wall(),
        reference.wall() / cost.wall(),
        cost.cpu(),
        reference.cpu() / cost.cpu(),
        cost.mebibytes());
  }
}

package dev.zundacast.release;

import dev.zundacast.cli.Training;
import dev.zundacast.testkit.SampleSite;
import dev.zundacast.testkit.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * An installation to the caches that its Java starts with (JEP 514): runs the commands that people
 * use, after which Java keeps what they loaded.
 */
public final class Trainer {
  /** As in the launcher: another collector could not map a cache's objects. */
  private static final List<String> FLAGS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xss2m",
          "-Djdk.reflect.useNativeAccessorOnly=true",
          "-Xms128m",
          "-Xmn64m",
          "-Xmx512m",
          "-Dfile.encoding=UTF-8",
          "-Djava.awt.headless=true",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private final Path home;
  private final Path work;

  private Trainer(Path home, Path work) {
    this.home = home;
    this.work = work;
  }

  /** {@code HOME WORK}: an installation's folder, in which the caches are put; an empty folder. */
  public static void main(String[] args) throws Exception {
    new Trainer(Path.of(args[0]).toAbsolutePath(), Path.of(args[1]).toAbsolutePath()).run();
  }

  private void run() throws Exception {
    clear(work);
    SampleSite site = SampleSite.in(work.resolve("site"));
    String post = site.post(1, 2).toString();
    try (TestEngine engine = TestEngine.with().natural().start()) {
      List<String> spoken = List.of("--engine", engine.url());
      List<String> all = new ArrayList<>();
      add(all, List.of("read", "枝豆"), spoken);
      add(all, List.of("build", post), spoken);
      add(all, List.of("regenerate", post, "a1.01", "--text", "豆は緑なのだ。"), spoken);
      add(all, List.of("check", post), spoken);
      add(all, List.of("fill", "--all", "--dry-run", site.root().toString()), List.of());
      all.addAll(List.of("status", site.root().toString()));
      train("zundacast.aot", "dev.zundacast.cli.Training", all);
    }
    train("help.aot", "dev.zundacast.cli.Main", List.of("--help"));
  }

  private static void add(List<String> all, List<String> command, List<String> more) {
    all.addAll(command);
    all.addAll(more);
    all.add(Training.AND);
  }

  private void train(String cache, String main, List<String> words)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(home.resolve("runtime/bin/java").toString()));
    command.addAll(FLAGS);
    // A cache holds the jar's path as it was given: seen from the installation it is the same
    // wherever it was packed.
    command.addAll(List.of("-XX:AOTCacheOutput=lib/" + cache, "-cp", "lib/zundacast.jar", main));
    command.addAll(words);
    Path said = work.resolve(cache + ".txt");
    ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
    builder.environment().put("ZUNDACAST_HOME", home.toString());
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.redirectErrorStream(true).redirectOutput(said.toFile());
    int code = builder.start().waitFor();
    if (code != 0 || !Files.exists(home.resolve("lib").resolve(cache))) {
      throw new IOException(command + " ended with " + code + ": " + Files.readString(said));
    }
  }

  private static void clear(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    Files.createDirectories(folder);
  }
}

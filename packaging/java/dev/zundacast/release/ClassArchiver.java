package dev.zundacast.release;

import dev.zundacast.testkit.SampleSite;
import dev.zundacast.testkit.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The archive of loaded classes that an installation brings: runs the commands that people use, and
 * has the runtime dump the classes that they loaded.
 */
public final class ClassArchiver {
  /** As in the launcher: another collector could not map the archive's objects. */
  private static final List<String> FLAGS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xss2m",
          "-Xms128m",
          "-Xmn64m",
          "-Xmx512m",
          "-Dfile.encoding=UTF-8",
          "-Djava.awt.headless=true",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private final Path home;
  private final Path work;
  private final TreeSet<String> classes = new TreeSet<>();
  private int runs;

  private ClassArchiver(Path home, Path work) {
    this.home = home;
    this.work = work;
  }

  /** {@code HOME WORK}: an installation's folder, in which the archive is put; an empty folder. */
  public static void main(String[] args) throws Exception {
    new ClassArchiver(Path.of(args[0]).toAbsolutePath(), Path.of(args[1]).toAbsolutePath()).run();
  }

  private void run() throws Exception {
    clear(work);
    SampleSite site = SampleSite.in(work.resolve("site"));
    String post = site.post(1, 2).toString();
    try (TestEngine engine = TestEngine.start()) {
      record("--help");
      record("--version");
      record("build", "--help");
      record("read", "枝豆", "--engine", engine.url());
      record("build", post, "--engine", engine.url());
      record("regenerate", post, "a1.01", "--text", "豆は緑なのだ。", "--engine", engine.url());
      record("check", post, "--engine", engine.url());
      record("fill", "--all", "--dry-run", site.root().toString());
      record("status", site.root().toString());
    }
    Path list = Files.write(work.resolve("classes"), classes);
    Path archive = home.resolve("lib/zundacast.jsa");
    // An archive holds the jar's path as it was given: seen from the installation it is the same
    // wherever it was packed.
    java(
        home,
        List.of("-Xshare:dump", "-XX:SharedClassListFile=" + list),
        List.of("-XX:SharedArchiveFile=" + archive),
        List.of());
  }

  private void record(String... command) throws Exception {
    Path list = work.resolve("run" + runs++);
    java(
        work,
        List.of("-Xshare:off", "-XX:DumpLoadedClassList=" + list),
        List.of(),
        List.of(command));
    for (String line : Files.readAllLines(list)) {
      // Threads meet in another order each time, so numbers and what was resolved differ; the
      // classes do not.
      if (!line.startsWith("@cp")) {
        classes.add(line.replaceFirst(" id: \\d+$", ""));
      }
    }
  }

  private void java(Path folder, List<String> before, List<String> more, List<String> command)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of(home.resolve("runtime/bin/java").toString()));
    words.addAll(FLAGS);
    words.addAll(before);
    words.addAll(more);
    words.addAll(List.of("-cp", folder.relativize(home.resolve("lib/zundacast.jar")).toString()));
    words.add("dev.zundacast.cli.Main");
    words.addAll(command);
    Path said = work.resolve("said");
    ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
    builder.environment().put("ZUNDACAST_HOME", home.toString());
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.redirectErrorStream(true).redirectOutput(said.toFile());
    int code = builder.start().waitFor();
    if (code != 0 && code != 6) {
      throw new IOException(words + " ended with " + code + ": " + Files.readString(said));
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

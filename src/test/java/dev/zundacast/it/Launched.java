package dev.zundacast.it;

import dev.zundacast.testkit.SampleSite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program as a process of its own, started by its launcher; the process is Java's. */
final class Launched {
  private final Process process;
  private final Path out;
  private final Path err;

  private Launched(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /** What a process that ended by itself left. */
  record Result(int code, String out, String err) {}

  static Launched start(Path folder, String... args) throws IOException {
    return startUnder(List.of(), folder, args);
  }

  /** The same under another program, which sets limits and becomes the program in the end. */
  static Launched startUnder(List<String> prefix, Path folder, String... args) throws IOException {
    Path out = Files.createTempFile(folder, "run", ".out");
    Path err = Files.createTempFile(folder, "run", ".err");
    List<String> command = new ArrayList<>(prefix);
    command.add(Path.of("zundacast").toAbsolutePath().toString());
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(folder.toFile());
    // As a scheduled job starts it.
    builder.environment().put("LC_ALL", "C");
    builder
        .environment()
        .put("ZUNDACAST_CACHE", Path.of("target/test-cache").toAbsolutePath().toString());
    builder.environment().put("ZUNDACAST_VOICES", SampleSite.voices().toString());
    builder.redirectInput(Path.of("/dev/null").toFile());
    builder.redirectOutput(out.toFile());
    builder.redirectError(err.toFile());
    return new Launched(builder.start(), out, err);
  }

  /** What runs a program without the administrator's right to write everywhere. */
  static List<String> withoutPrivilege() {
    return "root".equals(System.getProperty("user.name"))
        ? List.of("setpriv", "--bounding-set", "-dac_override,-dac_read_search")
        : List.of();
  }

  /** What runs a program as a member of the group that owns a shared folder, not as its owner. */
  static List<String> asGroupMember() {
    return List.of("setpriv", "--bounding-set", "-dac_override,-dac_read_search,-fowner");
  }

  static Result run(Path folder, String... args) throws IOException, InterruptedException {
    return start(folder, args).await();
  }

  Result await() throws IOException, InterruptedException {
    return await(Duration.ofMinutes(3));
  }

  Result await(Duration limit) throws IOException, InterruptedException {
    if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
      // The launcher may be building, which would go on without it.
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw new AssertionError("the process did not end in " + limit + ": " + read(err));
    }
    return new Result(process.exitValue(), read(out), read(err));
  }

  /** SIGKILL, at once. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /** SIGINT, as Ctrl-C sends it. */
  void interrupt() throws IOException {
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start();
  }

  /** The process's number, which is Java's too. */
  long pid() {
    return process.pid();
  }

  /** What it has said so far, on either stream. */
  String said() throws IOException {
    return read(out) + read(err);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}

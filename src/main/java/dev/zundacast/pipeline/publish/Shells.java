package dev.zundacast.pipeline.publish;

import dev.zundacast.episode.Problem;
import dev.zundacast.pipeline.Escaped;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Runs programs and commands of the user's in a show's folder.
 *
 * @param folder where they run
 * @param env the environment that they get
 */
record Shells(Path folder, Map<String, String> env) {
  private static final int LINES_SHOWN = 8;

  /** What a program left. */
  record Ended(int code, String said) {
    String lastLines() {
      List<String> lines = said.lines().filter(line -> !line.isBlank()).toList();
      List<String> last = lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size());
      return last.isEmpty() ? "" : ":\n  " + String.join("\n  ", last);
    }
  }

  /**
   * Runs a command of a shell in which {@code {name}} stands for a value, which is one word of it
   * whatever it holds.
   *
   * @throws Problem of kind FAILED with what it said last, when it fails
   */
  void run(String command, Map<String, String> values) throws IOException {
    String filled = command;
    for (Map.Entry<String, String> value : values.entrySet()) {
      filled = filled.replace("{" + value.getKey() + "}", Escaped.word(value.getValue()));
    }
    Ended ended = exec(List.of("sh", "-c", filled));
    if (ended.code() != 0) {
      throw Problem.of(
          Problem.Kind.FAILED, "'" + command + "' ended with " + ended.code() + ended.lastLines());
    }
  }

  /**
   * Runs a program and gives what it printed.
   *
   * @throws Problem of kind FAILED with what it said last, when it fails
   */
  String output(String... command) throws IOException {
    Ended ended = exec(List.of(command));
    if (ended.code() != 0) {
      throw Problem.of(
          Problem.Kind.FAILED,
          String.join(" ", command) + " ended with " + ended.code() + ended.lastLines());
    }
    return ended.said();
  }

  /** Runs a program to its end, whatever that is. */
  Ended exec(List<String> command) throws IOException {
    Path out = Files.createTempFile("zundacast", ".txt");
    try {
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.directory(folder.toFile());
      builder.environment().clear();
      builder.environment().putAll(env);
      builder.redirectErrorStream(true).redirectOutput(out.toFile());
      Process process = builder.start();
      process.getOutputStream().close();
      int code = waitFor(process);
      return new Ended(code, new String(Files.readAllBytes(out), StandardCharsets.UTF_8));
    } finally {
      Files.deleteIfExists(out);
    }
  }

  private static int waitFor(Process process) throws IOException {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("interrupted").initCause(e);
    }
  }
}

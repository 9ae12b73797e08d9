package dev.zundacast.pipeline.publish;

import dev.zundacast.episode.Problem;
import dev.zundacast.tasks.BackgroundTask;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Runs commands of the user's in a show's folder.
 *
 * @param folder where they run
 * @param env the environment that they get
 */
record Shells(Path folder, Map<String, String> env) {
  private static final int LINES_SHOWN = 8;

  /**
   * Runs a command of a shell, which finds values in its environment alone.
   *
   * @throws Problem of kind FAILED with what it said last, when it fails
   */
  void run(String command, Map<String, String> values) throws IOException {
    Path out = Files.createTempFile("zundacast", ".txt");
    try {
      ProcessBuilder builder = new ProcessBuilder("sh", "-c", command);
      builder.directory(folder.toFile());
      builder.environment().clear();
      builder.environment().putAll(env);
      builder.environment().putAll(values);
      builder.redirectErrorStream(true).redirectOutput(out.toFile());
      Process process = builder.start();
      process.getOutputStream().close();
      int code = waitFor(process);
      if (code != 0) {
        throw Problem.failed("publish.ended", command, code, lastLines(out));
      }
    } finally {
      Files.deleteIfExists(out);
    }
  }

  private static String lastLines(Path out) throws IOException {
    String said = new String(Files.readAllBytes(out), StandardCharsets.UTF_8);
    List<String> lines = said.lines().filter(line -> !line.isBlank()).toList();
    List<String> last = lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size());
    return last.isEmpty() ? "" : ":\n  " + String.join("\n  ", last);
  }

  private static int waitFor(Process process) throws IOException {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      throw BackgroundTask.interrupted(e);
    }
  }
}

package dev.zundacast.pipeline.publish;

import dev.zundacast.episode.Problem;
import dev.zundacast.tasks.ProgramRun;
import java.io.File;
import java.io.IOException;
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
  private static final File NOTHING = ProcessBuilder.Redirect.DISCARD.file();

  /**
   * Runs a command of a shell, which finds values in its environment alone.
   *
   * @throws Problem of kind FAILED with what it said last, when it fails
   */
  void run(String command, Map<String, String> values) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", command);
    builder.directory(folder.toFile()).redirectInput(NOTHING);
    builder.environment().clear();
    builder.environment().putAll(env);
    builder.environment().putAll(values);
    ProgramRun ended = ProgramRun.of(builder);
    if (ended.code() != 0) {
      List<String> last = ended.last(LINES_SHOWN);
      String said = last.isEmpty() ? "" : ":\n  " + String.join("\n  ", last);
      throw Problem.failed("publish.ended", command, ended.code(), said);
    }
  }
}

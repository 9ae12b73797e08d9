package dev.zundacast.pipeline;

import dev.zundacast.episode.Script;
import java.nio.file.Path;

/** A script whose lines are being read. */
record ReadScript(Script script, Beside<LinesRead> lines) {

  /**
   * Begins to read the lines of a script.
   *
   * @param episode folder of what is remembered of them
   * @param program names this build of the program, "" remembers nothing
   */
  static ReadScript begin(Script script, Stages stages, Path episode, String program) {
    return new ReadScript(
        script, Beside.start("lines", () -> LinesRead.of(script, stages, episode, program)));
  }
}

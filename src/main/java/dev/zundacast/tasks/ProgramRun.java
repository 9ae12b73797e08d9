package dev.zundacast.tasks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A program of somebody else's that was run to its end, and the lines that it wrote. */
public record ProgramRun(int code, List<String> said) {
  /**
   * Runs a program, which ends when the waiting thread is interrupted. It writes into a file: what
   * it leaves running would keep a pipe open.
   */
  public static ProgramRun of(ProcessBuilder program) throws IOException {
    Path out = Files.createTempFile("zundacast", ".txt");
    try {
      Process process = program.redirectErrorStream(true).redirectOutput(out.toFile()).start();
      int code = awaitEnd(process);
      String all = new String(Files.readAllBytes(out), StandardCharsets.UTF_8);
      return new ProgramRun(code, all.lines().filter(line -> !line.isBlank()).toList());
    } finally {
      Files.deleteIfExists(out);
    }
  }

  private static int awaitEnd(Process process) throws IOException {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      throw BackgroundTask.interrupted(e);
    }
  }

  /** At most so many of the last lines. */
  public List<String> last(int lines) {
    return said.subList(Math.max(0, said.size() - lines), said.size());
  }
}

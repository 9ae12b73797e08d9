package dev.zundacast.draft;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a program of an installation to its end. */
final class Shell {
  /** A slow mirror and 40 MB of dictionary. */
  private static final int MINUTES = 15;

  private Shell() {}

  /** Runs {@code command} in {@code folder}; fails with its last words unless it ends with 0. */
  static String run(List<String> command, Path folder) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
    Process process = builder.start();
    process.getOutputStream().close();
    try (InputStream out = process.getInputStream()) {
      String said = new String(out.readAllBytes(), StandardCharsets.UTF_8).strip();
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        throw new IOException(String.join(" ", command) + " did not end in " + MINUTES + " min");
      }
      if (process.exitValue() != 0) {
        String last = said.substring(said.lastIndexOf('\n') + 1);
        throw new IOException(
            String.join(" ", command) + " ended with " + process.exitValue() + ": " + last);
      }
      return said;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(String.join(" ", command) + " was interrupted", e);
    } finally {
      process.destroyForcibly();
    }
  }
}

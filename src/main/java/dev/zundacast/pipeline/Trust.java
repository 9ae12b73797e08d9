package dev.zundacast.pipeline;

import dev.zundacast.disk.AtomicFile;
import dev.zundacast.disk.UserFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What this user has allowed the files of a site to do, a file for each fingerprint in a folder of
 * the user's own; no site can write there.
 */
public record Trust(Path folder) {
  /** That of an environment's user. */
  public static Trust of(Map<String, String> env) {
    return new Trust(UserFolder.of(env).resolve("allowed"));
  }

  /** Whether the user allowed just this. */
  public boolean allows(String fingerprint) {
    return Files.isRegularFile(folder.resolve(fingerprint));
  }

  /** Allows it from now on, in words for people who look into the folder. */
  public void allow(String fingerprint, String what) throws IOException {
    AtomicFile.write(folder.resolve(fingerprint), what + "\n");
  }
}

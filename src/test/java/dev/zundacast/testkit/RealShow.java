package dev.zundacast.testkit;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A real show that is not part of this project: its posts, narrations and sentences in the folder
 * that {@code -Dzundacast.real} names. Tests over it are tagged {@code real} and run by {@code mvn
 * -Preal test -Dzundacast.real=FOLDER}.
 */
public final class RealShow {
  private RealShow() {}

  /** A file or folder of the show; fails when there is none, so that nothing passes unseen. */
  public static Path path(String name) {
    String folder = System.getProperty("zundacast.real");
    if (folder == null) {
      throw new AssertionError("say where the real show is with -Dzundacast.real=FOLDER");
    }
    Path path = Path.of(folder, name);
    if (!Files.exists(path)) {
      throw new AssertionError("the real show has no " + path);
    }
    return path;
  }
}

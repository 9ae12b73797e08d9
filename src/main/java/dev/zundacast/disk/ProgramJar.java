package dev.zundacast.disk;

import java.io.File;
import java.nio.file.Path;

/**
 * The jar that this program runs from. It is asked for by the class path: a class that comes out of
 * an archive of loaded classes names the jar that lay where the archive was made, or none.
 */
public final class ProgramJar {
  private ProgramJar() {}

  /** The jar, or the folder in which the classes lie about. */
  public static Path place() {
    String first = System.getProperty("java.class.path", "").split(File.pathSeparator, 2)[0];
    return Path.of(first).toAbsolutePath();
  }
}

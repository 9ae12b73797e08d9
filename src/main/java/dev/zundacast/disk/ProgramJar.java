package dev.zundacast.disk;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

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

  /**
   * What differs from one jar to the next: those of releases all have the same time, and those of a
   * checkout the same version. Classes that lie about may be others each time, and have none.
   */
  public static Optional<String> identity() {
    Path jar = place();
    String version = ProgramJar.class.getPackage().getImplementationVersion();
    try {
      return Files.isRegularFile(jar)
          ? Optional.of(
              jar + " " + Files.size(jar) + " " + Files.getLastModifiedTime(jar) + " " + version)
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}

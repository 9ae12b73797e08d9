package dev.zundacast.disk;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Removes temporary files of {@link AtomicFile} that a killed process left behind. It never fails:
 * what cannot be removed, as it is somebody else's, stays.
 */
public final class StaleTempFiles {
  /**
   * A temporary file younger than this may belong to a process that is still writing it; the
   * longest single write is an MP3 of some hours, which takes seconds.
   */
  private static final Duration ABANDONED = Duration.ofMinutes(10);

  private StaleTempFiles() {}

  /** Removes what lies in {@code folder} itself and is old enough to be nobody's. */
  public static void removeOld(Path folder) {
    for (Path part : named(folder, ".")) {
      if (isAbandoned(part)) {
        remove(part);
      }
    }
  }

  /** Removes the same in {@code root} and in each of its folders. */
  public static void removeOldBelow(Path root) {
    removeOld(root);
    list(root, Files::isDirectory).forEach(StaleTempFiles::removeOld);
  }

  /** Removes those of one file, whose lock the caller holds: no one else can be writing it. */
  public static void removeAllOf(Path target) {
    Path folder = target.toAbsolutePath().getParent();
    if (folder != null) {
      named(folder, "." + target.getFileName() + AtomicFile.PART).forEach(StaleTempFiles::remove);
    }
  }

  private static List<Path> named(Path folder, String beginning) {
    return list(folder, file -> isPart(String.valueOf(file.getFileName()), beginning));
  }

  // No glob: stores have hundreds of folders, and each would translate and compile it again.
  private static boolean isPart(String name, String beginning) {
    return name.startsWith(beginning) && name.contains(AtomicFile.PART);
  }

  private static List<Path> list(Path folder, DirectoryStream.Filter<Path> which) {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, which)) {
      files.forEach(found::add);
    } catch (IOException | DirectoryIteratorException notReadable) {
      // What is not there, or may not be looked into, need not be tidied.
    }
    return found;
  }

  private static boolean isAbandoned(Path part) {
    try {
      Instant time = Files.getLastModifiedTime(part).toInstant();
      // One from the future was left before somebody put the clock back.
      return Duration.between(time, Instant.now()).abs().compareTo(ABANDONED) > 0;
    } catch (IOException gone) {
      return false;
    }
  }

  private static void remove(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException notOurs) {
      // It takes room and is in nobody's way.
    }
  }
}

package dev.zundacast.disk;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;

/** Temporary files of {@link AtomicFile} that a killed process left behind. */
public final class LeftParts {
  /**
   * A temporary file younger than this may belong to a process that is still writing it; the
   * longest single write is an MP3 of some hours, which takes seconds.
   */
  private static final Duration ABANDONED = Duration.ofMinutes(10);

  private LeftParts() {}

  /** Deletes what lies in {@code folder} itself and is old enough to be nobody's. */
  public static void clean(Path folder) throws IOException {
    clean(folder, "", LeftParts::isAbandoned);
  }

  /** Deletes the same in {@code root} and in each of its folders. */
  public static void cleanWithFolders(Path root) throws IOException {
    clean(root);
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(root, Files::isDirectory)) {
      for (Path folder : folders) {
        clean(folder);
      }
    } catch (NoSuchFileException | NotDirectoryException nothingThere) {
      // As below.
    }
  }

  /** Deletes those of one file, whose lock the caller holds: no one else can be writing it. */
  public static void cleanBeside(Path target) throws IOException {
    Path folder = target.toAbsolutePath().getParent();
    if (folder != null) {
      clean(folder, target.getFileName() + AtomicFile.PART, time -> true);
    }
  }

  private static boolean isAbandoned(Instant time) {
    // One from the future was left before somebody put the clock back.
    return Duration.between(time, Instant.now()).abs().compareTo(ABANDONED) > 0;
  }

  /** Deletes parts whose names go on with {@code name} behind their dot. */
  private static void clean(Path folder, String name, Predicate<Instant> which) throws IOException {
    try (DirectoryStream<Path> parts =
        Files.newDirectoryStream(folder, file -> isPart(file, "." + name))) {
      for (Path part : parts) {
        if (which.test(Files.getLastModifiedTime(part).toInstant())) {
          Files.deleteIfExists(part);
        }
      }
    } catch (NoSuchFileException | NotDirectoryException nothingThere) {
      // A folder that does not exist holds no left parts, and what is gone needs no cleaning.
    }
  }

  // No glob: stores have hundreds of folders, and each would translate and compile it again.
  private static boolean isPart(Path file, String beginning) {
    String name = String.valueOf(file.getFileName());
    return name.startsWith(beginning) && name.contains(AtomicFile.PART);
  }
}

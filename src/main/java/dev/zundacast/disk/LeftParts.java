package dev.zundacast.disk;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

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
    clean(folder, "*", Instant.now().minus(ABANDONED));
  }

  /** Deletes those of one file, whose lock the caller holds: no one else can be writing it. */
  public static void cleanBeside(Path target) throws IOException {
    Path folder = target.toAbsolutePath().getParent();
    if (folder != null) {
      clean(folder, quote(String.valueOf(target.getFileName())), Instant.MAX);
    }
  }

  private static void clean(Path folder, String name, Instant olderThan) throws IOException {
    try (DirectoryStream<Path> parts =
        Files.newDirectoryStream(folder, "." + name + AtomicFile.PART + "*")) {
      for (Path part : parts) {
        if (Files.getLastModifiedTime(part).toInstant().isBefore(olderThan)) {
          Files.deleteIfExists(part);
        }
      }
    } catch (NoSuchFileException | NotDirectoryException nothingThere) {
      // A folder that does not exist holds no left parts.
    }
  }

  private static String quote(String name) {
    return name.replaceAll("([\\\\*?\\[\\]{}])", "\\\\$1");
  }
}

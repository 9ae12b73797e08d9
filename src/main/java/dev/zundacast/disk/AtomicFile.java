package dev.zundacast.disk;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Writes a file so that its path holds the old or the new content whole, whatever happens: to a
 * temporary file beside it, flushed to the disk, then moved over it.
 */
public final class AtomicFile {
  /** Every temporary file's name ends with this and a random number. */
  static final String PART = ".part-";

  private AtomicFile() {}

  /** Writes the bytes of a new file. */
  @FunctionalInterface
  public interface Body {
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Replaces {@code target} by what {@code body} writes; parent folders are made.
   *
   * @throws IOException what {@code body} threw, or {@link Unwritten} when the disk did not take it
   */
  public static void write(Path target, Body body) throws IOException {
    try (Draft draft = Draft.begin(target)) {
      // What fails in the body by itself is no fault of the disk's.
      OutputStream out = new BufferedOutputStream(draft.stream(), 1 << 16);
      body.writeTo(out);
      out.flush();
      draft.commit();
    }
  }

  /** Moves a finished temporary file over {@code real}, whose permissions it takes. */
  static Path replace(Path part, Path real) throws IOException {
    keepPermissions(real, part);
    move(part, real);
    return real;
  }

  /** Replaces {@code target} by these bytes. */
  public static void write(Path target, byte[] bytes) throws IOException {
    write(target, out -> out.write(bytes));
  }

  /** Replaces {@code target} by this text in UTF-8. */
  public static void write(Path target, String text) throws IOException {
    write(target, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Replaces each of these files by its text, each by itself; their flushes wait for the disk
   * together.
   *
   * @throws IOException of the first that failed; the others are written
   */
  public static void writeAll(Map<Path, String> files) throws IOException {
    List<IOException> failures =
        files.entrySet().parallelStream().flatMap(file -> failure(file).stream()).toList();
    if (!failures.isEmpty()) {
      throw failures.get(0);
    }
  }

  private static Optional<IOException> failure(Map.Entry<Path, String> file) {
    try {
      write(file.getKey(), file.getValue());
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(e);
    }
  }

  /** A path for a temporary file that {@link #move} can move over {@code target} at once. */
  static Path temporaryBeside(Path target) {
    long number = ThreadLocalRandom.current().nextLong(Long.MAX_VALUE);
    return parent(target)
        .resolve("." + target.getFileName() + PART + Long.toString(number, Character.MAX_RADIX));
  }

  private static Path parent(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    if (parent == null) {
      throw new IllegalArgumentException(file + " is no file in a folder");
    }
    return parent;
  }

  private static void keepPermissions(Path from, Path to) throws IOException {
    // The file system is asked, not the file's store: that would read the table of mounts each
    // time.
    if (from.getFileSystem().supportedFileAttributeViews().contains("posix")
        && Files.exists(from)) {
      Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      throw new IOException(to + ": this file system cannot replace a file in one step", e);
    }
  }
}

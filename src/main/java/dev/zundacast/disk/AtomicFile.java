package dev.zundacast.disk;

import dev.zundacast.message.Message;
import dev.zundacast.message.MessageException;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes a file so that its path holds the old or the new content whole, whatever happens: to a
 * temporary file beside it, flushed to the disk, then moved over it.
 *
 * <pre>
 *   try (AtomicFile file = AtomicFile.begin(target)) {
 *     file.out().write(bytes);
 *     file.commit();
 *   }
 * </pre>
 *
 * <p>Closed before it is committed it leaves the old content and no temporary file. A symbolic link
 * is replaced, not what it leads to: see {@link #behind}.
 */
public final class AtomicFile implements Closeable {
  private static final int BUFFER_BYTES = 1 << 16;

  private final Path target;
  private final Path part;
  private final FileChannel channel;
  private final OutputStream out;
  private boolean moved;

  private AtomicFile(Path target, Path part, FileChannel channel) {
    this.target = target;
    this.part = part;
    this.channel = channel;
    this.out =
        new BufferedOutputStream(
            new WriteFailure.Stream(target, Channels.newOutputStream(channel)), BUFFER_BYTES);
  }

  /**
   * Begins a new content of {@code target}, making its folders; fails by a {@link WriteFailure}.
   */
  public static AtomicFile begin(Path target) throws IOException {
    Path real = target.toAbsolutePath();
    Path part = StaleTempFiles.next(real);
    return new AtomicFile(real, part, WriteFailure.naming(real, () -> create(part)));
  }

  /** What a link of a person's leads to, for files that people keep elsewhere; else the file. */
  public static Path behind(Path file) throws IOException {
    return Files.isSymbolicLink(file) ? file.toRealPath() : file;
  }

  private static FileChannel create(Path part) throws IOException {
    folder(parent(part));
    return FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  /** Takes the new content; what fails is a {@link WriteFailure}. */
  public OutputStream out() {
    return out;
  }

  /** Puts the new content in the place of the old, which stays when the disk does not take it. */
  public void commit() throws IOException {
    replace();
    flushNames(parent(target));
  }

  private void replace() throws IOException {
    out.flush();
    WriteFailure.naming(target, this::replaced);
  }

  private Path replaced() throws IOException {
    channel.force(true);
    channel.close();
    keepPermissions(target, part);
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      throw new MessageException(Message.of("disk.cannotReplace"), e);
    }
    moved = true;
    return target;
  }

  /** Makes a folder, and those above it that are missing, so that no power failure loses one. */
  public static Path makeFolder(Path folder) throws IOException {
    return WriteFailure.naming(folder, () -> folder(folder));
  }

  private static Path folder(Path folder) throws IOException {
    Path above = folder.toAbsolutePath().getParent();
    if (above != null && !Files.isDirectory(folder)) {
      folder(above);
      Files.createDirectories(folder);
      flushNames(above);
    }
    return folder;
  }

  /** Without this the old content may be back after a power failure, although the new is kept. */
  public static void flushNames(Path folder) {
    try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
      names.force(true);
    } catch (IOException notOnThisSystem) {
      // Windows opens no folder; the file itself is whole either way.
    }
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      if (!moved) {
        Files.deleteIfExists(part);
      }
    }
  }

  /** Replaces {@code target} by these bytes. */
  public static void write(Path target, byte[] bytes) throws IOException {
    writeOneOfMany(target, bytes);
    flushNames(parent(target));
  }

  /**
   * Replaces one of many files of a folder by these bytes. Whoever has replaced the last one calls
   * {@link #flushNames}: a flush for each takes as long as all else.
   */
  public static void writeOneOfMany(Path target, byte[] bytes) throws IOException {
    try (AtomicFile file = begin(target)) {
      file.out().write(bytes);
      file.replace();
    }
  }

  /** Replaces {@code target} by this text in UTF-8. */
  public static void write(Path target, String text) throws IOException {
    write(target, text.getBytes(StandardCharsets.UTF_8));
  }

  private static Path parent(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    if (parent == null) {
      throw new IllegalArgumentException(file + " is no file in a folder");
    }
    return parent;
  }

  private static void keepPermissions(Path from, Path to) throws IOException {
    // Asking the file's store instead would read the table of mounts each time.
    if (from.getFileSystem().supportedFileAttributeViews().contains("posix")
        && Files.exists(from)) {
      Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
    }
  }
}

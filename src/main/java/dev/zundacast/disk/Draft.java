package dev.zundacast.disk;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The new content of a file before it takes the place of the old one: a temporary file beside it,
 * whose bytes may come in any order. Closed before it is committed it leaves nothing.
 */
public final class Draft implements Closeable {
  private final Path target;
  private final Path part;
  private final FileChannel channel;
  private boolean committed;

  private Draft(Path target, Path part, FileChannel channel) {
    this.target = target;
    this.part = part;
    this.channel = channel;
  }

  /**
   * Begins a new content of {@code target}, whose parent folders are made.
   *
   * @throws Unwritten when the disk does not take it
   */
  public static Draft begin(Path target) throws IOException {
    Path real = Files.isSymbolicLink(target) ? target.toRealPath() : target.toAbsolutePath();
    Path part = AtomicFile.temporaryBeside(real);
    return new Draft(real, part, Unwritten.unless(real, () -> open(part)));
  }

  private static FileChannel open(Path part) throws IOException {
    Path folder = part.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    return FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  /**
   * Writes what remains of {@code bytes} to the offset {@code at}.
   *
   * @throws Unwritten when the disk does not take it
   */
  public void write(ByteBuffer bytes, long at) throws IOException {
    long end = at + bytes.remaining();
    Unwritten.unless(
        target,
        () -> {
          while (bytes.hasRemaining()) {
            channel.write(bytes, end - bytes.remaining());
          }
          return end;
        });
  }

  /** Takes bytes from the start on; what fails is {@link Unwritten}. */
  OutputStream stream() {
    return new Unwritten.Stream(target, Channels.newOutputStream(channel));
  }

  /**
   * Brings what was written so far to the disk, so that {@link #commit} waits for the rest alone.
   */
  public void flush() throws IOException {
    Unwritten.unless(target, () -> force(false));
  }

  private FileChannel force(boolean withTimes) throws IOException {
    channel.force(withTimes);
    return channel;
  }

  /**
   * Puts the draft in the place of the file, once all of it is on the disk.
   *
   * @throws Unwritten when the disk does not take it; then the old content stays
   */
  public void commit() throws IOException {
    Unwritten.unless(target, () -> force(true));
    Unwritten.unless(target, this::closed);
    Unwritten.unless(target, () -> AtomicFile.replace(part, target));
    committed = true;
  }

  private FileChannel closed() throws IOException {
    channel.close();
    return channel;
  }

  @Override
  public void close() throws IOException {
    if (!committed) {
      try (channel) {
        Files.deleteIfExists(part);
      }
    }
  }
}

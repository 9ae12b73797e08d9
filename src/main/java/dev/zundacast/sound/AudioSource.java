package dev.zundacast.sound;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Bytes that can be read at any place: a file, or a server that answers ranges. */
public interface AudioSource extends Closeable {

  /** How many bytes there are. */
  long size() throws IOException;

  /**
   * Reads bytes from {@code position} on into {@code target} until it is full or the source ends.
   */
  void read(long position, ByteBuffer target) throws IOException;

  @Override
  default void close() throws IOException {}

  /** A local file. */
  static AudioSource of(Path file) throws IOException {
    return new LocalFile(FileChannel.open(file, StandardOpenOption.READ));
  }

  /** A file on this machine. */
  record LocalFile(FileChannel channel) implements AudioSource {
    @Override
    public long size() throws IOException {
      return channel.size();
    }

    @Override
    public void read(long position, ByteBuffer target) throws IOException {
      long at = position;
      while (target.hasRemaining()) {
        int count = channel.read(target, at);
        if (count < 0) {
          return;
        }
        at += count;
      }
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}

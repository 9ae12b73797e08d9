package dev.zundacast.sound;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Bytes that can be read at any place: a file, or a server that answers ranges. */
public interface AudioSource extends Closeable {

  long size() throws IOException;

  /** Reads from {@code position} on until {@code target} is full or the source ends. */
  void read(long position, ByteBuffer target) throws IOException;

  @Override
  default void close() throws IOException {}

  static AudioSource of(Path file) throws IOException {
    return new LocalFile(FileChannel.open(file, StandardOpenOption.READ));
  }

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

package dev.zundacast.sound;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The part of a source that was read last. */
public final class ByteWindow {
  /** One page holds the headers of most files. */
  private static final int BYTES = 4096;

  private final AudioSource source;
  private final long size;
  private final byte[] bytes = new byte[BYTES];
  private long start;
  private int length;

  public ByteWindow(AudioSource source) throws IOException {
    this.source = source;
    this.size = source.size();
  }

  /** The bytes of a file that was read already. */
  public static ByteWindow of(byte[] file) throws IOException {
    return new ByteWindow(new InMemory(file));
  }

  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record InMemory(byte[] file) implements AudioSource {
    @Override
    public long size() {
      return file.length;
    }

    @Override
    public void read(long position, ByteBuffer target) {
      target.put(file, (int) position, Math.min(target.remaining(), file.length - (int) position));
    }
  }

  /** How many bytes the source has. */
  public long size() {
    return size;
  }

  /** The byte at a place, -1 where the source has none. */
  public int at(long position) throws IOException {
    if (position < start || position >= start + length) {
      if (position < 0 || position >= size) {
        return -1;
      }
      load(position);
      if (length == 0) {
        return -1;
      }
    }
    return bytes[(int) (position - start)] & 0xff;
  }

  /** A big-endian number of {@code count} bytes (at most 8), -1 where the source ends before. */
  public long number(long position, int count) throws IOException {
    long value = 0;
    for (int i = 0; i < count; i++) {
      int next = at(position + i);
      if (next < 0) {
        return -1;
      }
      value = value << 8 | next;
    }
    return value;
  }

  /** A little-endian number of {@code count} bytes, -1 where the source ends before. */
  public long littleEndian(long position, int count) throws IOException {
    long bigEndian = number(position, count);
    return bigEndian == -1 ? -1 : Long.reverseBytes(bigEndian) >>> (Long.SIZE - 8 * count);
  }

  /** Whether ASCII text stands at a place. */
  public boolean holds(long position, String text) throws IOException {
    for (int i = 0; i < text.length(); i++) {
      if (at(position + i) != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** ASCII text at a place, shorter where the source ends. */
  public String text(long position, int count) throws IOException {
    StringBuilder ascii = new StringBuilder();
    for (int i = 0; i < count && at(position + i) >= 0; i++) {
      ascii.append((char) at(position + i));
    }
    return ascii.toString();
  }

  private void load(long position) throws IOException {
    start = position;
    ByteBuffer target = ByteBuffer.wrap(bytes, 0, (int) Math.min(BYTES, size - position));
    source.read(position, target);
    length = target.position();
  }
}

package dev.zundacast.audio;

import dev.zundacast.disk.AtomicFile;
import dev.zundacast.disk.WriteFailure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The encoded segments of one episode in one file, to which new ones are appended. One file, so
 * that an hour's splice opens one and not six hundred; records that carry their own checksum, so
 * that a torn or damaged one counts as missing and a kill at any instant costs that one alone.
 */
final class FrameStore implements AutoCloseable {
  private static final int MAGIC = 0x5A465231;
  private static final int KEY_BYTES = 64;

  /** Magic, payload length, key, frames, start, end, peak, checksum, number of cells. */
  private static final int HEAD_BYTES = 4 + 4 + KEY_BYTES + 4 + 4 + 4 + 8 + 4 + 4;

  private static final int CHECKSUM_BYTES = 4;

  /** Bytes that are verified at once. */
  private static final int VERIFIED_BYTES = 1 << 17;

  /** Stale bytes that are worth a rewrite of the file. */
  private static final long WORTH_COMPACTING = 4 << 20;

  private final Path file;
  private final Map<String, Segment> segments = new HashMap<>();
  // All of an episode is verified in every run, and so goes through one piece of memory.
  private final ByteBuffer piece = ByteBuffer.allocateDirect(VERIFIED_BYTES);
  private FileChannel channel;
  private long end;

  private FrameStore(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** Opens the file, made when it is missing, and reads what it holds; waits for its lock. */
  static FrameStore open(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    FrameStore store = new FrameStore(file, openLocked(file));
    store.scan();
    return store;
  }

  private static FileChannel openLocked(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      channel.lock();
      return channel;
    } catch (OverlappingFileLockException e) {
      channel.close();
      throw new IOException(file + ": this episode's audio is being made already", e);
    }
  }

  synchronized Optional<Segment> find(String key) {
    return Optional.ofNullable(segments.get(key));
  }

  /** Appends a segment; the one that is given back knows where its frames lie. */
  synchronized Segment append(Segment segment, byte[] frames) throws IOException {
    ByteBuffer buffer = record(segment, frames);
    long start = end;
    end = WriteFailure.naming(file, () -> write(buffer, start));
    Segment stored = segment.at(start + HEAD_BYTES + 4L * segment.cells().length);
    segments.put(stored.key(), stored);
    return stored;
  }

  /** Writes the buffer to the file and gives where it ends. */
  private long write(ByteBuffer buffer, long from) throws IOException {
    long at = from;
    while (buffer.hasRemaining()) {
      at += channel.write(buffer, at);
    }
    return at;
  }

  private static ByteBuffer record(Segment segment, byte[] frames) {
    float[] cells = segment.cells();
    ByteBuffer buffer =
        ByteBuffer.allocate(HEAD_BYTES + 4 * cells.length + frames.length + CHECKSUM_BYTES);
    buffer.putInt(MAGIC).putInt(frames.length);
    buffer.put(segment.key().getBytes(StandardCharsets.US_ASCII));
    buffer.putInt(segment.frames()).putInt(segment.speechStart()).putInt(segment.speechEnd());
    buffer.putDouble(segment.peak()).putInt(segment.crc()).putInt(cells.length);
    for (float cell : cells) {
      buffer.putFloat(cell);
    }
    buffer.put(frames);
    CRC32 checksum = new CRC32();
    checksum.update(buffer.array(), 0, buffer.position());
    return buffer.putInt((int) checksum.getValue()).flip();
  }

  /** Reads the heads of all records; what follows the last whole one is written over. */
  private void scan() throws IOException {
    long size = channel.size();
    ByteBuffer head = ByteBuffer.allocate(HEAD_BYTES);
    while (end + HEAD_BYTES + CHECKSUM_BYTES <= size) {
      readFully(head.clear(), end);
      if (head.getInt() != MAGIC) {
        return;
      }
      int length = head.getInt();
      byte[] key = new byte[KEY_BYTES];
      head.get(key);
      int frames = head.getInt();
      int start = head.getInt();
      int speechEnd = head.getInt();
      double peak = head.getDouble();
      int crc = head.getInt();
      int cellCount = head.getInt();
      long frameOffset = end + HEAD_BYTES + 4L * cellCount;
      long next = frameOffset + length + CHECKSUM_BYTES;
      if (length < 0 || cellCount < 0 || next > size) {
        return;
      }
      float[] cells = readCells(cellCount);
      String name = new String(key, StandardCharsets.US_ASCII);
      segments.put(
          name, new Segment(name, frames, start, speechEnd, peak, crc, cells, frameOffset));
      end = next;
    }
  }

  private float[] readCells(int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(4 * count);
    readFully(bytes, end + HEAD_BYTES);
    float[] cells = new float[count];
    bytes.asFloatBuffer().get(cells);
    return cells;
  }

  /** Whether the record still has its checksum; one that does not is forgotten. */
  synchronized boolean verify(Segment segment, int frameBytes) throws IOException {
    long at = segment.offset() - 4L * segment.cells().length - HEAD_BYTES;
    long until = segment.offset() + (long) segment.frames() * frameBytes;
    CRC32 checksum = new CRC32();
    for (; at < until; at += VERIFIED_BYTES) {
      readFully(piece.clear().limit((int) Math.min(VERIFIED_BYTES, until - at)), at);
      checksum.update(piece);
    }
    readFully(piece.clear().limit(CHECKSUM_BYTES), until);
    boolean intact = piece.getInt(0) == (int) checksum.getValue();
    if (!intact) {
      segments.remove(segment.key());
    }
    return intact;
  }

  /** Reads a part of a segment's frames. */
  void read(Segment segment, long from, byte[] into, int length) throws IOException {
    readFully(ByteBuffer.wrap(into, 0, length), segment.offset() + from);
  }

  /** Leaves out all but {@code live} when the rest takes more than half of the file. */
  synchronized void compact(Collection<Segment> live, int frameBytes) throws IOException {
    long needed = 0;
    for (Segment segment : live) {
      needed += recordBytes(segment, frameBytes);
    }
    if (end - needed < Math.max(needed, WORTH_COMPACTING)) {
      return;
    }
    try (AtomicFile compacted = AtomicFile.begin(file)) {
      copyRecords(live, frameBytes, compacted.out());
      compacted.commit();
    } catch (WriteFailure full) {
      // It would spare room, and is tried again by the next build.
      return;
    }
    channel.close();
    channel = openLocked(file);
    segments.clear();
    end = 0;
    scan();
  }

  private void copyRecords(Collection<Segment> live, int frameBytes, OutputStream out)
      throws IOException {
    for (Segment segment : live) {
      byte[] frames = new byte[segment.frames() * frameBytes];
      read(segment, 0, frames, frames.length);
      out.write(record(segment, frames).array());
    }
  }

  private static long recordBytes(Segment segment, int frameBytes) {
    return HEAD_BYTES
        + 4L * segment.cells().length
        + (long) segment.frames() * frameBytes
        + CHECKSUM_BYTES;
  }

  /** Reads a part of a segment's frames into the room of {@code into}. */
  void read(Segment segment, long from, ByteBuffer into) throws IOException {
    fill(into, segment.offset() + from);
  }

  private void readFully(ByteBuffer buffer, long from) throws IOException {
    fill(buffer, from);
    buffer.flip();
  }

  private void fill(ByteBuffer buffer, long from) throws IOException {
    long at = from;
    while (buffer.hasRemaining()) {
      int count = channel.read(buffer, at);
      if (count < 0) {
        throw new IOException(file + ": ends at " + at + ", more was expected");
      }
      at += count;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}

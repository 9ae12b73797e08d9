package dev.zundacast.audio;

import dev.zundacast.disk.AtomicFile;
import dev.zundacast.disk.SharedStore;
import dev.zundacast.disk.WriteFailure;
import dev.zundacast.tasks.IoSupplier;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * The encoded segments of one episode in one file, to which new ones are appended. One file, so
 * that an hour's splice opens one and not six hundred; records that carry their own checksum, so
 * that a torn or damaged one counts as missing and a kill at any instant costs that one alone.
 */
final class FrameStore implements AutoCloseable {
  /** Bytes that are verified at once. */
  private static final int VERIFIED_BYTES = 1 << 17;

  /** Stale bytes that are worth a rewrite of the file. */
  private static final long WORTH_COMPACTING = 4 << 20;

  private final Path file;
  private final int frameBytes;
  private final Map<String, Segment> segments = new HashMap<>();
  // Read and found whole in this run, or made by it: bytes need not be read twice to be trusted.
  private final Set<String> verified = new HashSet<>();
  private final Set<String> made = new HashSet<>();
  // All of an episode is verified in every run, and so goes through one piece of memory a thread.
  private final ThreadLocal<ByteBuffer> pieces =
      ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(VERIFIED_BYTES));
  private final SharedStore shared;
  private FileChannel channel;
  private long end;

  private FrameStore(Path file, int frameBytes, SharedStore shared, FileChannel channel) {
    this.file = file;
    this.frameBytes = frameBytes;
    this.shared = shared;
    this.channel = channel;
  }

  /**
   * Opens the file, made when it is missing, and reads what it holds; waits for its lock.
   *
   * @throws WriteFailure when the file cannot be written
   */
  static FrameStore open(Path file, int frameBytes, SharedStore shared) throws IOException {
    FrameStore store = new FrameStore(file, frameBytes, shared, openLocked(file));
    store.scan();
    return store;
  }

  private static FileChannel openLocked(Path file) throws IOException {
    FileChannel channel = WriteFailure.naming(file, () -> openFile(file));
    try {
      channel.lock();
      return channel;
    } catch (OverlappingFileLockException e) {
      channel.close();
      throw new IOException(file + ": this episode's audio is being made already", e);
    }
  }

  private static FileChannel openFile(Path file) throws IOException {
    AtomicFile.makeFolder(file.resolveSibling(""));
    return FileChannel.open(
        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  /** The segment of this key, made when it is missing or damaged. */
  Segment get(String key, IoSupplier<Segment.Made> making) throws IOException {
    Optional<Segment> found = find(key);
    if (found.isPresent()) {
      return found.get();
    }
    Optional<Segment.Made> fetched =
        shared
            .get(SharedStore.Kind.FRAMES, key)
            .flatMap(entry -> FrameRecord.read(ByteBuffer.wrap(entry.bytes()), key, frameBytes));
    if (fetched.isPresent()) {
      return append(fetched.get(), Origin.FETCHED);
    }
    Segment.Made fresh = making.get();
    byte[] record = FrameRecord.of(fresh.segment(), fresh.frames()).array();
    shared.put(
        SharedStore.Kind.FRAMES,
        key,
        SharedStore.Condition.IF_ABSENT,
        () -> new SharedStore.Entry(record, ""));
    return append(fresh, Origin.ENCODED);
  }

  /** Where a segment comes from that was not in the file. */
  private enum Origin {
    ENCODED,
    FETCHED
  }

  /** The segment of this key, whose record was read whole in this run. */
  Optional<Segment> find(String key) throws IOException {
    Segment segment;
    synchronized (this) {
      segment = segments.get(key);
      if (segment == null || verified.contains(key)) {
        return Optional.ofNullable(segment);
      }
    }
    // Without the lock, or threads wait for each other: an hour's records took three times as long.
    boolean intact = isIntact(segment);
    synchronized (this) {
      if (intact) {
        verified.add(key);
      } else {
        segments.remove(key, segment);
      }
      return Optional.ofNullable(segments.get(key));
    }
  }

  /** The same segment where its frames lie now. */
  synchronized Segment current(Segment segment) {
    return segments.getOrDefault(segment.key(), segment);
  }

  /** Whether this run made the segment of this key. */
  synchronized boolean isNew(String key) {
    return made.contains(key);
  }

  /** Appends a segment; the one that is given back knows where its frames lie. */
  private synchronized Segment append(Segment.Made fresh, Origin origin) throws IOException {
    Segment segment = fresh.segment();
    ByteBuffer buffer = FrameRecord.of(segment, fresh.frames());
    long start = end;
    end = WriteFailure.naming(file, () -> write(buffer, start));
    Segment stored = segment.at(start + FrameRecord.framesAt(segment.energies().length));
    segments.put(stored.key(), stored);
    verified.add(stored.key());
    if (origin == Origin.ENCODED) {
      made.add(stored.key());
    }
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

  /** Reads the heads of all records; what follows the last whole one is written over. */
  private void scan() throws IOException {
    long size = channel.size();
    ByteBuffer head = ByteBuffer.allocate(FrameRecord.HEAD_BYTES);
    while (end + FrameRecord.HEAD_BYTES + FrameRecord.CHECKSUM_BYTES <= size) {
      readFully(head.clear(), end);
      if (head.getInt() != FrameRecord.MAGIC) {
        return;
      }
      int length = head.getInt();
      Segment segment = FrameRecord.head(head);
      int steps = head.getInt();
      long frameOffset = end + FrameRecord.framesAt(steps);
      long next = frameOffset + length + FrameRecord.CHECKSUM_BYTES;
      if (length < 0 || steps < 0 || next > size) {
        return;
      }
      segments.put(segment.key(), segment.with(readEnergies(steps)).at(frameOffset));
      end = next;
    }
  }

  private float[] readEnergies(int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(4 * count);
    readFully(bytes, end + FrameRecord.HEAD_BYTES);
    float[] energies = new float[count];
    bytes.asFloatBuffer().get(energies);
    return energies;
  }

  /** Whether the record still has its checksum. */
  private boolean isIntact(Segment segment) throws IOException {
    long at = segment.offset() - FrameRecord.framesAt(segment.energies().length);
    long until = segment.offset() + (long) segment.frames() * frameBytes;
    CRC32 checksum = new CRC32();
    ByteBuffer piece = pieces.get();
    for (; at < until; at += VERIFIED_BYTES) {
      readFully(piece.clear().limit((int) Math.min(VERIFIED_BYTES, until - at)), at);
      checksum.update(piece);
    }
    readFully(piece.clear().limit(FrameRecord.CHECKSUM_BYTES), until);
    return piece.getInt(0) == (int) checksum.getValue();
  }

  /** Reads a part of a segment's frames. */
  void read(Segment segment, long from, byte[] into, int length) throws IOException {
    readFully(ByteBuffer.wrap(into, 0, length), segment.offset() + from);
  }

  /** Leaves out all but {@code live} when the rest takes more than half of the file. */
  synchronized void compact(Collection<Segment> live) throws IOException {
    long needed = 0;
    for (Segment segment : live) {
      needed += FrameRecord.bytes(segment, frameBytes);
    }
    if (end - needed < Math.max(needed, WORTH_COMPACTING)) {
      return;
    }
    try (AtomicFile compacted = AtomicFile.begin(file)) {
      copyRecords(live, compacted.out());
      compacted.commit();
    } catch (IOException e) {
      // It would only spare room, and is tried again by the next build.
      return;
    }
    FileChannel old = channel;
    channel = openLocked(file);
    old.close();
    segments.clear();
    end = 0;
    scan();
  }

  private void copyRecords(Collection<Segment> live, OutputStream out) throws IOException {
    for (Segment segment : live) {
      byte[] frames = new byte[segment.frames() * frameBytes];
      read(segment, 0, frames, frames.length);
      out.write(FrameRecord.of(segment, frames).array());
    }
  }

  private void readFully(ByteBuffer buffer, long from) throws IOException {
    long at = from;
    while (buffer.hasRemaining()) {
      int count = channel.read(buffer, at);
      if (count < 0) {
        throw new IOException(file + ": ends at " + at + ", more was expected");
      }
      at += count;
    }
    buffer.flip();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /** The bytes of an encoded segment in a {@link FrameStore}, with a checksum over all of them. */
  private static final class FrameRecord {
    static final int MAGIC = 0x5A465231;
    private static final int KEY_BYTES = 64;

    /** Magic, payload length, key, frames, start, end, peak, checksum, number of energies. */
    static final int HEAD_BYTES = 4 + 4 + KEY_BYTES + 4 + 4 + 4 + 8 + 4 + 4;

    static final int CHECKSUM_BYTES = 4;

    private FrameRecord() {}

    /** A segment and its frames in bytes. */
    static ByteBuffer of(Segment segment, byte[] frames) {
      float[] energies = segment.energies();
      ByteBuffer buffer =
          ByteBuffer.allocate(HEAD_BYTES + 4 * energies.length + frames.length + CHECKSUM_BYTES);
      buffer.putInt(MAGIC).putInt(frames.length);
      buffer.put(segment.key().getBytes(StandardCharsets.US_ASCII));
      buffer.putInt(segment.frames()).putInt(segment.speechStart()).putInt(segment.speechEnd());
      buffer.putDouble(segment.peak()).putInt(segment.crc()).putInt(energies.length);
      for (float energy : energies) {
        buffer.putFloat(energy);
      }
      buffer.put(frames);
      CRC32 checksum = new CRC32();
      checksum.update(buffer.array(), 0, buffer.position());
      return buffer.putInt((int) checksum.getValue()).flip();
    }

    /** The segment in the bytes of a record, empty when they are not of this key. */
    static Optional<Segment.Made> read(ByteBuffer record, String key, int frameBytes) {
      if (record.limit() < HEAD_BYTES + CHECKSUM_BYTES || record.getInt() != MAGIC) {
        return Optional.empty();
      }
      int length = record.getInt();
      Segment segment = head(record);
      int steps = record.getInt();
      boolean whole =
          segment.key().equals(key)
              && length == (long) segment.frames() * frameBytes
              && steps >= 0
              && record.remaining() == 4L * steps + length + CHECKSUM_BYTES;
      if (!whole) {
        return Optional.empty();
      }
      float[] energies = new float[steps];
      record.asFloatBuffer().get(energies);
      byte[] frames = new byte[length];
      record.position(record.position() + 4 * steps).get(frames);
      return Optional.of(new Segment.Made(segment.with(energies), frames));
    }

    /** What stands in a record between the length of its frames and its energies. */
    static Segment head(ByteBuffer record) {
      byte[] key = new byte[KEY_BYTES];
      record.get(key);
      return new Segment(
          new String(key, StandardCharsets.US_ASCII),
          record.getInt(),
          record.getInt(),
          record.getInt(),
          record.getDouble(),
          record.getInt(),
          new float[0],
          0);
    }

    /** Where the frames of a record with that many energies begin in it. */
    static long framesAt(int energies) {
      return HEAD_BYTES + 4L * energies;
    }

    /** The length of a segment's record. */
    static long bytes(Segment segment, int frameBytes) {
      return framesAt(segment.energies().length)
          + (long) segment.frames() * frameBytes
          + CHECKSUM_BYTES;
    }
  }
}

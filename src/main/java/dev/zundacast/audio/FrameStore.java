package dev.zundacast.audio;

import dev.zundacast.audio.mp3.Mp3Format;
import dev.zundacast.disk.AtomicFile;
import dev.zundacast.disk.SharedStore;
import dev.zundacast.message.Message;
import dev.zundacast.message.MessageException;
import dev.zundacast.tasks.IoSupplier;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * The encoded segments of one episode, each in a file of its own under its key. A file carries its
 * own checksum, so that a torn or damaged one counts as missing and a kill at any instant costs
 * that one alone.
 */
final class FrameStore {
  /** Stale segments, of 80 KB each, that are worth deleting: an undone change finds its frames. */
  private static final int WORTH_TIDYING = 50;

  private final Path folder;
  private final SharedStore shared;

  /** Read and found whole in this run, or made by it. */
  private final Map<String, Segment> segments = new ConcurrentHashMap<>();

  private final Set<String> made = ConcurrentHashMap.newKeySet();

  FrameStore(Path folder, SharedStore shared) {
    this.folder = folder;
    this.shared = shared;
  }

  /** The segment of this key, made when it is missing or damaged. */
  Segment get(String key, IoSupplier<Segment.Made> making) throws IOException {
    Segment known = segments.get(key);
    if (known != null) {
      return known;
    }
    Optional<FrameRecord> found = read(key);
    if (found.isEmpty()) {
      found =
          shared
              .get(SharedStore.Kind.FRAMES, key)
              .flatMap(entry -> FrameRecord.read(entry.bytes(), key));
      found = Optional.of(found.isPresent() ? found.get() : shared(key, making.get()));
      AtomicFile.writeOneOfMany(file(key), found.get().bytes());
    }
    segments.put(key, found.get().segment());
    return found.get().segment();
  }

  /** What this run made, for other machines too. */
  private FrameRecord shared(String key, Segment.Made fresh) {
    made.add(key);
    FrameRecord record = FrameRecord.of(fresh);
    shared.put(
        SharedStore.Kind.FRAMES,
        key,
        SharedStore.Condition.IF_ABSENT,
        () -> new SharedStore.Entry(record.bytes(), ""));
    return record;
  }

  /** Whether this run made the segment of this key. */
  boolean isNew(String key) {
    return made.contains(key);
  }

  /** Writes the bytes of a segment's frames. */
  void writeFrames(Segment segment, OutputStream out) throws IOException {
    read(segment.key())
        .orElseThrow(() -> new MessageException(Message.of("audio.damaged", file(segment.key()))))
        .writeFrames(out);
  }

  private Optional<FrameRecord> read(String key) throws IOException {
    Path file = file(key);
    // A link may lead anywhere, where a folder came with a site.
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        ? FrameRecord.read(Files.readAllBytes(file), key)
        : Optional.empty();
  }

  private Path file(String key) {
    return folder.resolve(key);
  }

  /** Deletes all but the segments of these keys when the others are more. */
  void tidy(Set<String> live) {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> stale =
          files.filter(file -> !live.contains(file.getFileName().toString())).toList();
      if (stale.size() > Math.max(live.size(), WORTH_TIDYING)) {
        for (Path file : stale) {
          if (Files.isRegularFile(file)) {
            Files.delete(file);
          }
        }
      }
    } catch (IOException | UncheckedIOException e) {
      // It would only spare room, and is tried again by the next build.
    }
  }

  /** A segment and its frames as a file of a {@link FrameStore}, with a checksum over all of it. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record FrameRecord(Segment segment, byte[] bytes) {
    private static final int KEY_BYTES = 64;

    /** Key, frames, start, end, peak, checksum, number of energies. */
    private static final int HEAD_BYTES = KEY_BYTES + 4 + 4 + 4 + 8 + 4 + 4;

    private static final int CHECKSUM_BYTES = 4;

    static FrameRecord of(Segment.Made made) {
      Segment segment = made.segment();
      float[] energies = segment.energies();
      ByteBuffer record =
          ByteBuffer.allocate(
              HEAD_BYTES + 4 * energies.length + made.frames().length + CHECKSUM_BYTES);
      record.put(segment.key().getBytes(StandardCharsets.US_ASCII));
      record.putInt(segment.frames()).putInt(segment.speechStart()).putInt(segment.speechEnd());
      record.putDouble(segment.peak()).putInt(segment.checksum()).putInt(energies.length);
      for (float energy : energies) {
        record.putFloat(energy);
      }
      record.put(made.frames());
      record.putInt(checksum(record.array()));
      return new FrameRecord(segment, record.array());
    }

    private static int checksum(byte[] record) {
      CRC32 checksum = new CRC32();
      checksum.update(record, 0, record.length - CHECKSUM_BYTES);
      return (int) checksum.getValue();
    }

    /** The segment in the bytes of a record, empty when they are not whole or not of this key. */
    static Optional<FrameRecord> read(byte[] file, String key) {
      ByteBuffer record = ByteBuffer.wrap(file);
      int checksumAt = file.length - CHECKSUM_BYTES;
      if (checksumAt < HEAD_BYTES || record.getInt(checksumAt) != checksum(file)) {
        return Optional.empty();
      }
      byte[] found = new byte[KEY_BYTES];
      record.get(found);
      if (!key.equals(new String(found, StandardCharsets.US_ASCII))) {
        return Optional.empty();
      }
      int count = record.getInt();
      int start = record.getInt();
      int end = record.getInt();
      double peak = record.getDouble();
      int sum = record.getInt();
      int steps = record.getInt();
      long length = HEAD_BYTES + 4L * steps + (long) count * Mp3Format.FRAME_BYTES;
      if (steps < 0 || count < 0 || checksumAt != length) {
        return Optional.empty();
      }
      float[] energies = new float[steps];
      record.asFloatBuffer().get(energies);
      Segment segment = new Segment(key, count, start, end, peak, energies, sum);
      return Optional.of(new FrameRecord(segment, file));
    }

    /** Its frames are not copied first: an episode has 42 MB of them an hour. */
    void writeFrames(OutputStream out) throws IOException {
      int from = HEAD_BYTES + 4 * segment.energies().length;
      out.write(bytes, from, bytes.length - CHECKSUM_BYTES - from);
    }
  }
}

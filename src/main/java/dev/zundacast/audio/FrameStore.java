package dev.zundacast.audio;

import dev.zundacast.audio.mp3.Mp3Format;
import dev.zundacast.disk.AtomicFile;
import dev.zundacast.disk.SharedStore;
import dev.zundacast.tasks.IoSupplier;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * The encoded segments of one episode, each in a file of its own under its key. A file carries
 * checksums of its head and of all of it, so that a torn or damaged one counts as missing and a
 * kill at any instant costs that one alone. Frames are read when they are written, and not before:
 * reading an hour's twice took a tenth of a second.
 */
final class FrameStore {
  /** Stale segments, of 80 KB each, that are worth deleting: an undone change finds its frames. */
  private static final int WORTH_TIDYING = 50;

  private final Path folder;
  private final SharedStore shared;

  /** Found in this run or made by it. */
  private final Map<String, Segment> segments = new ConcurrentHashMap<>();

  private final Map<String, IoSupplier<Segment.Made>> making = new ConcurrentHashMap<>();

  private final Set<String> made = ConcurrentHashMap.newKeySet();

  FrameStore(Path folder, SharedStore shared) {
    this.folder = folder;
    this.shared = shared;
  }

  /** The segment of this key, made when it is missing or torn; its frames are not read. */
  Segment get(String key, IoSupplier<Segment.Made> maker) throws IOException {
    making.put(key, maker);
    Optional<Segment> found = find(key);
    Segment segment = found.isPresent() ? found.get() : fetched(key).segment();
    segments.put(key, segment);
    return segment;
  }

  /** The segment of this key, if it is there and can be read. */
  Optional<Segment> find(String key) {
    Optional<Segment> found = Optional.ofNullable(segments.get(key));
    Path file = file(key);
    if (found.isEmpty() && isFile(file)) {
      found = FrameRecord.head(file, key);
      found.ifPresent(segment -> segments.put(key, segment));
    }
    return found;
  }

  /** Puts a segment here that other machines have, or that is made. */
  private FrameRecord fetched(String key) throws IOException {
    Optional<FrameRecord> found =
        shared
            .get(SharedStore.Kind.FRAMES, key)
            .flatMap(entry -> FrameRecord.read(entry.bytes(), key));
    FrameRecord record =
        found.isPresent()
            ? found.get()
            : shared(key, Objects.requireNonNull(making.get(key)).get());
    AtomicFile.writeOneOfMany(file(key), record.bytes());
    return record;
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

  /** Writes the bytes of a segment's frames, which are made anew where the file was damaged. */
  void writeFrames(Segment segment, OutputStream out) throws IOException {
    Path file = file(segment.key());
    Optional<FrameRecord> found =
        isFile(file) ? FrameRecord.read(Files.readAllBytes(file), segment.key()) : Optional.empty();
    (found.isPresent() ? found.get() : fetched(segment.key())).writeFrames(out);
  }

  /** A link may lead anywhere, where a folder came with a site. */
  private static boolean isFile(Path file) {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
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

  /** A segment and its frames as a file of a {@link FrameStore}. */
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
          ByteBuffer.allocate(framesAt(energies.length) + made.frames().length + CHECKSUM_BYTES);
      record.put(segment.key().getBytes(StandardCharsets.US_ASCII));
      record.putInt(segment.frames()).putInt(segment.speechStart()).putInt(segment.speechEnd());
      record.putDouble(segment.peak()).putInt(segment.checksum()).putInt(energies.length);
      for (float energy : energies) {
        record.putFloat(energy);
      }
      record.putInt(checksum(record.array(), record.position()));
      record.put(made.frames());
      record.putInt(checksum(record.array(), record.position()));
      return new FrameRecord(segment, record.array());
    }

    /** Behind what is told of them and the checksum of that. */
    private static int framesAt(int steps) {
      return HEAD_BYTES + 4 * steps + CHECKSUM_BYTES;
    }

    private static int checksum(byte[] record, int length) {
      CRC32 checksum = new CRC32();
      checksum.update(record, 0, length);
      return (int) checksum.getValue();
    }

    /** What a file tells before its frames; empty when it is torn or not of this key. */
    static Optional<Segment> head(Path file, String key) {
      try (InputStream in = Files.newInputStream(file)) {
        long size = Files.size(file);
        // Energies are a thirty-sixth of a file; a hostile one may be as large as it likes.
        int most = HEAD_BYTES + (int) Math.min(size / 16, 1 << 20);
        return segment(in.readNBytes(most), size, key);
      } catch (IOException unreadable) {
        return Optional.empty();
      }
    }

    /** The segment in the bytes of a record, empty when they are not whole or not of this key. */
    static Optional<FrameRecord> read(byte[] file, String key) {
      int checksumAt = file.length - CHECKSUM_BYTES;
      return checksumAt >= HEAD_BYTES
              && ByteBuffer.wrap(file).getInt(checksumAt) == checksum(file, checksumAt)
          ? segment(file, file.length, key).map(segment -> new FrameRecord(segment, file))
          : Optional.empty();
    }

    private static Optional<Segment> segment(byte[] start, long size, String key) {
      if (start.length < HEAD_BYTES
          || !key.equals(new String(start, 0, KEY_BYTES, StandardCharsets.US_ASCII))) {
        return Optional.empty();
      }
      ByteBuffer values = ByteBuffer.wrap(start).position(KEY_BYTES);
      int frames = values.getInt();
      int speechStart = values.getInt();
      int speechEnd = values.getInt();
      double peak = values.getDouble();
      int checksum = values.getInt();
      int steps = values.getInt();
      long told = HEAD_BYTES + 4L * steps;
      long whole = told + (long) frames * Mp3Format.FRAME_BYTES + 2L * CHECKSUM_BYTES;
      if (Math.min(steps, frames) < 0
          || size != whole
          || told + CHECKSUM_BYTES > start.length
          || values.getInt((int) told) != checksum(start, (int) told)) {
        return Optional.empty();
      }
      float[] energies = new float[steps];
      values.asFloatBuffer().get(energies);
      return Optional.of(
          new Segment(key, frames, speechStart, speechEnd, peak, energies, checksum));
    }

    /** Its frames are not copied first: an episode has 42 MB of them an hour. */
    void writeFrames(OutputStream out) throws IOException {
      int from = framesAt(segment.energies().length);
      out.write(bytes, from, bytes.length - CHECKSUM_BYTES - from);
    }
  }
}

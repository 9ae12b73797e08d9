package dev.zundacast.voice;

import dev.zundacast.disk.AtomicFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The clips of one episode as the store had them when they were last asked for, in one file: to
 * open a record of each is most of what looking for them takes. Whether a clip is still there and
 * untouched is asked of the store each time, so a file that is lost or old costs time and nothing
 * else.
 */
final class KnownClips {
  /** Nothing is known, and nothing is kept. */
  static final KnownClips NONE = new KnownClips(null, Map.of());

  private static final String FILE = "clips.bin";

  /** Counts up when the file is written in another way. */
  private static final int FORMAT = 1;

  private static final int CHECKSUM_BYTES = Long.BYTES;
  private static final int IDENTITY_BYTES = 64;

  private final @Nullable Path file;
  private final Map<String, Noted> before;
  private final Map<String, Noted> now = new ConcurrentHashMap<>();
  private volatile boolean hasNews;

  /**
   * A clip with the size of its record, which is not opened while that is the same.
   *
   * @param recordBytes size of the record's file
   */
  private record Noted(KnownClip clip, long recordBytes) {}

  private KnownClips(@Nullable Path file, Map<String, Noted> before) {
    this.file = file;
    this.before = before;
  }

  /** What is known of the episode with this folder; nothing, if no whole file can be read there. */
  static KnownClips open(Path episode) {
    Path file = episode.resolve(FILE);
    try {
      return new KnownClips(file, parse(Files.readAllBytes(file)));
    } catch (IOException none) {
      return new KnownClips(file, Map.of());
    }
  }

  /** The clip with this identity, as it was with a record of this size. */
  Optional<KnownClip> find(String identity, long recordBytes) {
    Noted noted = before.get(identity);
    return noted != null && noted.recordBytes() == recordBytes
        ? Optional.of(noted.clip())
        : Optional.empty();
  }

  /** Takes note of a clip as it is now, with the size of its record. */
  void put(KnownClip clip, long recordBytes) {
    if (file != null) {
      now.put(clip.identity(), new Noted(clip, recordBytes));
      hasNews = true;
    }
  }

  /** Takes note that the clip with this identity is as it was. */
  void putAgain(String identity) {
    Noted noted = before.get(identity);
    if (noted != null) {
      now.put(identity, noted);
    }
  }

  /** Keeps the clips that were noted, and no others, unless nothing is new about them. */
  void keep() {
    if (file != null && hasNews) {
      try {
        AtomicFile.write(file, bytes(now.values()));
      } catch (IOException unknown) {
        // Then the next run takes a little longer, which is no reason to fail for this one.
      }
    }
  }

  private static byte[] bytes(Collection<Noted> clips) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(FORMAT);
    out.writeInt(clips.size());
    for (Noted noted : clips) {
      KnownClip clip = noted.clip();
      out.writeLong(noted.recordBytes());
      out.write(clip.identity().getBytes(StandardCharsets.US_ASCII));
      out.writeInt(clip.sampleRate());
      out.writeLong(clip.samples());
      out.writeLong(clip.bytes());
      out.writeLong(clip.checksum());
      out.writeLong(clip.changedMillis());
      out.writeInt(clip.remarks().size());
      for (String remark : clip.remarks()) {
        out.writeUTF(remark);
      }
    }
    out.writeLong(checksum(bytes.toByteArray(), bytes.size()));
    return bytes.toByteArray();
  }

  private static Map<String, Noted> parse(byte[] file) throws IOException {
    int length = file.length - CHECKSUM_BYTES;
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(file));
    if (length < Integer.BYTES || in.readInt() != FORMAT || !isWhole(file, length)) {
      return Map.of();
    }
    int count = in.readInt();
    Map<String, Noted> clips = new HashMap<>();
    for (int i = 0; i < count; i++) {
      long recordBytes = in.readLong();
      KnownClip clip = clip(in);
      clips.put(clip.identity(), new Noted(clip, recordBytes));
    }
    return clips;
  }

  private static boolean isWhole(byte[] file, int length) throws IOException {
    ByteArrayInputStream end = new ByteArrayInputStream(file, length, CHECKSUM_BYTES);
    return new DataInputStream(end).readLong() == checksum(file, length);
  }

  private static KnownClip clip(DataInputStream in) throws IOException {
    byte[] identity = in.readNBytes(IDENTITY_BYTES);
    int rate = in.readInt();
    long samples = in.readLong();
    long bytes = in.readLong();
    long checksum = in.readLong();
    long changed = in.readLong();
    int remarks = in.readInt();
    List<String> all = new ArrayList<>();
    for (int i = 0; i < remarks; i++) {
      all.add(in.readUTF());
    }
    String name = new String(identity, StandardCharsets.US_ASCII);
    return new KnownClip(name, rate, samples, bytes, checksum, changed, all);
  }

  private static long checksum(byte[] bytes, int length) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, 0, length);
    return checksum.getValue();
  }
}

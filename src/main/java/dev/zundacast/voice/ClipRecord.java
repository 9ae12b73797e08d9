package dev.zundacast.voice;

import dev.zundacast.disk.CacheFile;
import dev.zundacast.message.Message;
import dev.zundacast.voice.ClipStore.StoredClip;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What stands beside a clip's WAV file, as JSON with these fields.
 *
 * @param identity the clip's name
 * @param speaker who speaks, for people
 * @param text what is spoken
 * @param engine who made it, for people
 * @param sampleRate of the WAV file
 * @param samples length of the WAV file
 * @param bytes size of the WAV file
 * @param crc32c checksum of the WAV file
 * @param changed the WAV file's time of change when its checksum was last seen to be right, in ms
 * @param remarks what the check remarked
 */
record ClipRecord(
    String identity,
    String speaker,
    String text,
    String engine,
    int sampleRate,
    long samples,
    long bytes,
    long crc32c,
    long changed,
    List<Message> remarks) {

  /** A record is a few hundred bytes; a longer one is damaged. */
  private static final long LARGEST = 1 << 20;

  /** Fields that are missing in a file are empty. */
  ClipRecord {
    identity = Objects.requireNonNullElse(identity, "");
    speaker = Objects.requireNonNullElse(speaker, "");
    text = Objects.requireNonNullElse(text, "");
    engine = Objects.requireNonNullElse(engine, "");
    remarks = List.copyOf(Objects.requireNonNullElse(remarks, List.of()));
  }

  /** The record in {@code file}; empty when it is missing, damaged or of another clip. */
  static Optional<ClipRecord> read(Path file, String identity) throws IOException {
    try {
      if (Files.size(file) > LARGEST) {
        return Optional.empty();
      }
      return of(Files.readAllBytes(file), identity);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** The record in some bytes; empty when they are damaged or of another clip. */
  static Optional<ClipRecord> of(byte[] json, String identity) {
    return CacheFile.read(json, ClipRecord.class)
        .filter(record -> record.identity.equals(identity) && record.bytes > 0);
  }

  byte[] toJson() {
    return CacheFile.text(this).getBytes(StandardCharsets.UTF_8);
  }

  /** Whether the WAV file has the clip's size. */
  boolean hasSizeOf(BasicFileAttributes wav) {
    return wav.isRegularFile() && wav.size() == bytes;
  }

  /** Whether nobody touched the WAV file since its checksum was right: its time is the same. */
  boolean isUntouched(BasicFileAttributes wav) {
    return hasSizeOf(wav) && wav.lastModifiedTime().toMillis() == changed;
  }

  ClipRecord unchangedSince(long millis) {
    return new ClipRecord(
        identity, speaker, text, engine, sampleRate, samples, bytes, crc32c, millis, remarks);
  }

  /** What one needs to know to keep the clip or to let it go. */
  StoredClip stored(Instant used) {
    return new StoredClip(identity, speaker, text, bytes, used);
  }
}

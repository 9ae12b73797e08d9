package dev.zundacast.voice;

import dev.zundacast.disk.AtomicFile;
import dev.zundacast.disk.CacheFile;
import dev.zundacast.disk.Digest;
import dev.zundacast.disk.SafePath;
import dev.zundacast.disk.SharedStore;
import dev.zundacast.disk.SharedStore.Condition;
import dev.zundacast.episode.Clip;
import dev.zundacast.message.Message;
import dev.zundacast.sound.Wav;
import dev.zundacast.tasks.Parallel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.CRC32C;

/**
 * Finished clips on disk under their identities: {@code ab/abcdef….wav}, and beside it {@code
 * abcdef….json} with what the clip says and a checksum. The JSON file is written last, so a clip
 * without one was never finished; its time of change tells when the clip was last used.
 */
public final class ClipStore {
  /** Use is noted only so often, to spare the disk. */
  private static final Duration USE_STEP = Duration.ofHours(1);

  private static final int SILENCE_RATE = 48_000;

  /** Clips that are fetched at once. */
  private static final int TRANSFERS = 8;

  private final Path folder;
  private final SharedStore shared;

  /** The store in {@code folder}, in front of one that other machines share. */
  public ClipStore(Path folder, SharedStore shared) {
    this.folder = folder;
    this.shared = shared;
  }

  /** The store in {@code folder}, which is made with the first clip. */
  public static ClipStore open(Path folder) {
    return new ClipStore(folder, SharedStore.NONE);
  }

  /** Brings clips here that are only in the shared store, several at once. */
  public void fetch(Collection<String> identities) throws IOException {
    if (shared == SharedStore.NONE) {
      return;
    }
    List<String> missing = new ArrayList<>();
    for (String identity : new LinkedHashSet<>(identities)) {
      if (find(identity).isEmpty()) {
        missing.add(identity);
      }
    }
    Parallel.map(missing, TRANSFERS, this::fetched, done -> {});
  }

  private boolean fetched(String identity) throws IOException {
    Optional<SharedStore.Entry> entry = shared.get(SharedStore.Kind.CLIPS, identity);
    Optional<ClipRecord> record =
        entry.flatMap(it -> ClipRecord.of(it.about().getBytes(StandardCharsets.UTF_8), identity));
    if (record.isEmpty() || record.get().bytes() != entry.get().bytes().length) {
      return false;
    }
    keep(identity, entry.get().bytes(), record.get());
    return true;
  }

  /** A clip that is in the store, and what was doubtful about it when it was made. */
  public record Found(Clip clip, List<Message> remarks) {}

  /** The clip with this identity, if it is there and whole. */
  public Optional<Found> find(String identity) throws IOException {
    Optional<ClipRecord> read = ClipRecord.read(json(identity), identity);
    if (read.isEmpty()) {
      return Optional.empty();
    }
    ClipRecord record = read.get();
    Optional<BasicFileAttributes> now = look(wav(identity));
    if (now.filter(record::isUntouched).isPresent()) {
      noteUse(identity);
    } else if (now.filter(record::hasSizeOf).isPresent() && hasChecksum(record)) {
      // It was touched but is right, and need not be read whole again.
      long changed = now.get().lastModifiedTime().toMillis();
      CacheFile.remember(json(identity), record.unchangedSince(changed));
    } else {
      return Optional.empty();
    }
    return Optional.of(new Found(clip(record, Clip.Origin.FOUND), record.remarks()));
  }

  private Clip clip(ClipRecord record, Clip.Origin origin) {
    return new Clip(
        record.identity(),
        wav(record.identity()),
        record.sampleRate(),
        record.samples(),
        record.crc32c(),
        origin);
  }

  /** Stores a finished sound, in place of an older clip with the same identity. */
  public Clip add(String identity, Wav sound, Label label) throws IOException {
    byte[] file = sound.toBytes();
    CRC32C crc = new CRC32C();
    crc.update(file);
    // A clip that is made although one was there is meant to take its place everywhere.
    Condition condition = Files.exists(json(identity)) ? Condition.REPLACE : Condition.IF_ABSENT;
    ClipRecord made =
        new ClipRecord(
            identity,
            label.speaker(),
            label.text(),
            label.engine(),
            sound.rate(),
            sound.length(),
            file.length,
            crc.getValue(),
            0,
            label.remarks());
    ClipRecord record = keep(identity, file, made);
    shared.put(SharedStore.Kind.CLIPS, identity, condition, () -> entry(identity));
    return clip(record, Clip.Origin.MADE);
  }

  private ClipRecord keep(String identity, byte[] file, ClipRecord record) throws IOException {
    // Without its record the old clip counts as missing: new sound never meets an old record.
    Files.deleteIfExists(json(identity));
    AtomicFile.write(wav(identity), file);
    ClipRecord kept = record.unchangedSince(Files.getLastModifiedTime(wav(identity)).toMillis());
    CacheFile.write(json(identity), kept);
    return kept;
  }

  /** The clip as other machines get it. */
  private SharedStore.Entry entry(String identity) throws IOException {
    byte[] file = Files.readAllBytes(wav(identity));
    String about = new String(Files.readAllBytes(json(identity)), StandardCharsets.UTF_8);
    return new SharedStore.Entry(file, about);
  }

  /** The clip of a line that says nothing. */
  public Found silence(String identity) throws IOException {
    Optional<Found> there = find(identity);
    if (there.isPresent()) {
      return there.get();
    }
    Wav moment = new Wav(SILENCE_RATE, new float[1][SILENCE_RATE / 100]);
    return new Found(add(identity, moment, new Label("", "", "", List.of())), List.of());
  }

  /** What people and {@link #prune} want to know about a clip. */
  public record Label(String speaker, String text, String engine, List<Message> remarks) {}

  /** All finished clips. */
  public List<StoredClip> clips() throws IOException {
    List<StoredClip> clips = new ArrayList<>();
    for (Path json : ending(".json")) {
      String identity = identity(json);
      Optional<BasicFileAttributes> now = look(json);
      Optional<ClipRecord> record = ClipRecord.read(json, identity);
      if (now.isPresent() && record.isPresent()) {
        clips.add(record.get().stored(now.get().lastModifiedTime().toInstant()));
      }
    }
    return clips;
  }

  /**
   * Makes the store smaller than {@code limit} bytes, and tells which clips went: what is
   * unfinished first, then those that were unused for longest, but none that a script needs.
   */
  public List<StoredClip> prune(long limit, Predicate<StoredClip> needed) throws IOException {
    removeUnfinished();
    return prunable(limit, needed).stream().filter(clip -> remove(clip.identity())).toList();
  }

  /** The clips that {@link #prune} would take. */
  public List<StoredClip> prunable(long limit, Predicate<StoredClip> needed) throws IOException {
    List<StoredClip> clips = new ArrayList<>(clips());
    clips.sort(Comparator.comparing(StoredClip::lastUsed));
    long total = clips.stream().mapToLong(StoredClip::bytes).sum();
    List<StoredClip> gone = new ArrayList<>();
    for (StoredClip clip : clips) {
      if (total > limit && !needed.test(clip)) {
        total -= clip.bytes();
        gone.add(clip);
      }
    }
    return gone;
  }

  /** Reads every clip whole; the damaged ones are removed, so that the next build makes them. */
  public List<StoredClip> verify() throws IOException {
    List<StoredClip> damaged = new ArrayList<>();
    for (Path json : ending(".json")) {
      String identity = identity(json);
      Optional<BasicFileAttributes> now = look(json);
      Optional<ClipRecord> record = ClipRecord.read(json, identity);
      boolean whole =
          record.isPresent()
              && look(wav(identity)).filter(record.get()::hasSizeOf).isPresent()
              && hasChecksum(record.get());
      // A build that makes a clip anew, which looks like damage, takes its record away first.
      if (now.isPresent()
          && !whole
          && look(json).isPresent()
          && ClipRecord.read(json, identity).equals(record)) {
        Instant used = now.get().lastModifiedTime().toInstant();
        damaged.add(
            record
                .map(it -> it.stored(used))
                .orElse(new StoredClip(identity, "", "", now.get().size(), used)));
        remove(identity);
      }
    }
    return damaged;
  }

  private void removeUnfinished() throws IOException {
    for (Path wav : ending(".wav")) {
      // A build that runs now may be about to write the record.
      boolean finished = Files.exists(json(identity(wav)));
      if (!finished && isOld(wav) && isOld(wav.resolveSibling(""))) {
        remove(identity(wav));
      }
    }
  }

  /** A folder is as old as the last file that came or went there, as a record that is replaced. */
  private static boolean isOld(Path path) throws IOException {
    return look(path).filter(it -> !isFresh(it.lastModifiedTime().toInstant())).isPresent();
  }

  private static boolean isFresh(Instant time) {
    return time.isAfter(Instant.now().minus(USE_STEP));
  }

  /** Remembers that the clip was used; only the owner of a file can, so a failure fails nothing. */
  private void noteUse(String identity) {
    try {
      Path json = json(identity);
      Instant noted = Files.getLastModifiedTime(json).toInstant();
      // A use in the future was noted before somebody put the clock back.
      if (!isFresh(noted) || noted.isAfter(Instant.now().plus(USE_STEP))) {
        Files.setLastModifiedTime(json, FileTime.from(Instant.now()));
      }
    } catch (IOException e) {
      // The clip counts as unused for longer than it is.
    }
  }

  /** A clip of the store, its size on the disk, and when a build last needed it, to the hour. */
  public record StoredClip(
      String identity, String speaker, String text, long bytes, Instant lastUsed) {}

  /** What the clips take on the disk. */
  public long bytes() throws IOException {
    long bytes = 0;
    for (Path wav : ending(".wav")) {
      bytes += look(wav).map(BasicFileAttributes::size).orElse(0L);
    }
    return bytes;
  }

  private List<Path> ending(String ending) throws IOException {
    return SafePath.below(folder, 2).stream()
        .filter(file -> file.getFileName().toString().matches("[0-9a-f]{64}\\" + ending))
        .toList();
  }

  private static String identity(Path file) {
    return file.getFileName().toString().substring(0, 64);
  }

  private Path wav(String identity) {
    return folder.resolve(identity.substring(0, 2)).resolve(identity + ".wav");
  }

  private Path json(String identity) {
    return folder.resolve(identity.substring(0, 2)).resolve(identity + ".json");
  }

  /** Whether the WAV file, read whole, is the one that the record tells of. */
  private boolean hasChecksum(ClipRecord record) throws IOException {
    try {
      String found = Digest.file(wav(record.identity()));
      return found.equals(record.bytes() + " " + record.crc32c());
    } catch (NoSuchFileException gone) {
      return false;
    }
  }

  /** What a file is like now; empty when it is gone, as another run may be making it anew. */
  private static Optional<BasicFileAttributes> look(Path file) throws IOException {
    try {
      return Optional.of(Files.readAttributes(file, BasicFileAttributes.class));
    } catch (NoSuchFileException gone) {
      return Optional.empty();
    }
  }

  /** Whether the clip is gone now; one of somebody else's may have to stay, which fails nothing. */
  private boolean remove(String identity) {
    try {
      Files.deleteIfExists(json(identity));
      Files.deleteIfExists(wav(identity));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * What stands beside a clip's WAV file: whose clip it is, how long and large, its checksum, and
   * the file's time of change in ms when that was last seen to be right.
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

    ClipRecord {
      remarks = List.copyOf(remarks);
    }

    /** The record in {@code file}; empty when it is missing, damaged or of another clip. */
    static Optional<ClipRecord> read(Path file, String identity) {
      return CacheFile.read(file, ClipRecord.class).filter(record -> record.isOf(identity));
    }

    /** The record in some bytes; empty when they are damaged or of another clip. */
    static Optional<ClipRecord> of(byte[] json, String identity) {
      return CacheFile.read(json, ClipRecord.class).filter(record -> record.isOf(identity));
    }

    private boolean isOf(String name) {
      return name.equals(identity) && bytes > 0;
    }

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

    StoredClip stored(Instant used) {
      return new StoredClip(identity, speaker, text, bytes, used);
    }
  }
}

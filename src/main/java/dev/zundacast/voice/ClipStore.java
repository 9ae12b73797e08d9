package dev.zundacast.voice;

import dev.zundacast.disk.AtomicFile;
import dev.zundacast.episode.Clip;
import dev.zundacast.sound.Wav;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;

/**
 * Finished clips on disk under their identities: {@code ab/abcdef….wav}, and beside it {@code
 * abcdef….json} with what the clip says and a checksum. The JSON file is written last, so a clip
 * without one was never finished; its time of change tells when the clip was last used.
 */
public final class ClipStore {
  /** Use is noted only so often, to spare the disk. */
  private static final Duration USE_STEP = Duration.ofHours(1);

  private static final int SILENCE_RATE = 48_000;

  private final Path folder;
  private final KnownClips known;

  private ClipStore(Path folder, KnownClips known) {
    this.folder = folder;
    this.known = known;
  }

  /** The store in {@code folder}, which is made with the first clip. */
  public static ClipStore open(Path folder) {
    return new ClipStore(folder, KnownClips.NONE);
  }

  /**
   * The same for the clips of one episode, of which {@link #keepKnown} keeps what it needs to find
   * them faster the next time.
   *
   * @param episode the folder of the episode's files
   */
  public static ClipStore open(Path folder, Path episode) {
    return new ClipStore(folder, KnownClips.open(episode));
  }

  /** Keeps what was seen of clips by now, if it is for one episode and the disk takes it. */
  public void keepKnown() {
    known.keep();
  }

  /** The clip with this identity, if it is there and whole. */
  public Optional<Clip> find(String identity) throws IOException {
    return known(identity).map(clip -> clip.clip(wav(identity), Clip.Origin.FOUND));
  }

  /** What is known of the clip with this identity, if it is there and whole. */
  Optional<KnownClip> known(String identity) throws IOException {
    Path wav = wav(identity);
    Path json = json(identity);
    final BasicFileAttributes now;
    final BasicFileAttributes noted;
    try {
      noted = Files.readAttributes(json, BasicFileAttributes.class);
      now = Files.readAttributes(wav, BasicFileAttributes.class);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    Optional<KnownClip> untouched =
        known.find(identity, noted.size()).filter(clip -> clip.isUntouched(now));
    if (untouched.isPresent()) {
      noteUse(json, noted.lastModifiedTime().toInstant());
      known.putAgain(identity);
      return untouched;
    }
    Optional<ClipRecord> record = ClipRecord.read(json, noted.size(), identity);
    if (record.isEmpty() || !record.get().clip().hasSizeOf(now)) {
      return Optional.empty();
    }
    KnownClip clip = record.get().clip();
    if (clip.isUntouched(now)) {
      noteUse(json, noted.lastModifiedTime().toInstant());
      known.put(clip, noted.size());
      return Optional.of(clip);
    }
    if (checksum(wav) != clip.checksum()) {
      return Optional.empty();
    }
    write(record.get().unchangedSince(now.lastModifiedTime().toMillis()));
    return Optional.of(clip);
  }

  /**
   * A clip that is not in the store yet.
   *
   * @param clip as it will be there
   * @param file its WAV file's bytes
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Fresh(Clip clip, byte[] file) {}

  /** A finished sound as the clip of this identity. */
  Fresh fresh(String identity, Wav sound) {
    byte[] file = sound.toBytes();
    CRC32C crc = new CRC32C();
    crc.update(file);
    Path wav = wav(identity);
    Clip clip =
        new Clip(identity, wav, sound.rate(), sound.length(), crc.getValue(), Clip.Origin.MADE);
    return new Fresh(clip, file);
  }

  /** Puts a clip into the store, in place of an older one with the same identity. */
  Clip add(Fresh fresh, Label label) throws IOException {
    Clip clip = fresh.clip();
    // Without its record the old clip counts as missing: new sound never meets an old record.
    Files.deleteIfExists(json(clip.identity()));
    AtomicFile.write(clip.wav(), fresh.file());
    KnownClip made =
        new KnownClip(
            clip.identity(),
            clip.sampleRate(),
            clip.samples(),
            fresh.file().length,
            clip.checksum(),
            Files.getLastModifiedTime(clip.wav()).toMillis(),
            label.remarks());
    write(new ClipRecord(label.speaker(), label.text(), label.engine(), made));
    return clip;
  }

  /** The clip of a line that says nothing. */
  Clip addSilence(String identity) throws IOException {
    Optional<Clip> there = find(identity);
    if (there.isPresent()) {
      return there.get();
    }
    Wav moment = new Wav(SILENCE_RATE, new float[1][SILENCE_RATE / 100]);
    return add(fresh(identity, moment), new Label("", "", "", List.of()));
  }

  /** What people and {@link #prune} want to know about a clip. */
  record Label(String speaker, String text, String engine, List<String> remarks) {}

  /** All finished clips. */
  public List<StoredClip> clips() throws IOException {
    List<StoredClip> clips = new ArrayList<>();
    for (Path json : files(".json")) {
      String identity = identity(json);
      Optional<ClipRecord> record = ClipRecord.read(json, identity);
      if (record.isPresent()) {
        clips.add(stored(record.get(), Files.getLastModifiedTime(json).toInstant()));
      }
    }
    return clips;
  }

  private static StoredClip stored(ClipRecord record, Instant used) {
    KnownClip clip = record.clip();
    return new StoredClip(clip.identity(), record.speaker(), record.text(), clip.bytes(), used);
  }

  /**
   * Makes the store smaller than {@code limit} bytes: what is unfinished goes first, then the clips
   * that were unused for longest.
   *
   * @param needed clips that stay whatever the limit, because a script still uses them
   * @return the clips that went
   */
  public List<StoredClip> prune(long limit, Predicate<StoredClip> needed) throws IOException {
    removeUnfinished();
    List<StoredClip> gone = prunable(limit, needed);
    for (StoredClip clip : gone) {
      remove(clip.identity());
    }
    return gone;
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
    for (Path json : files(".json")) {
      String identity = identity(json);
      Instant used = Files.getLastModifiedTime(json).toInstant();
      Optional<ClipRecord> record = ClipRecord.read(json, identity);
      if (record.isEmpty() || !isWhole(record.get())) {
        damaged.add(
            record
                .map(r -> stored(r, used))
                .orElse(new StoredClip(identity, "", "", Files.size(json), used)));
        remove(identity);
      }
    }
    return damaged;
  }

  private boolean isWhole(ClipRecord record) throws IOException {
    KnownClip clip = record.clip();
    Path wav = wav(clip.identity());
    return Files.isRegularFile(wav)
        && Files.size(wav) == clip.bytes()
        && checksum(wav) == clip.checksum();
  }

  private void removeUnfinished() throws IOException {
    for (Path wav : files(".wav")) {
      // A build that runs now may be about to write the record.
      boolean finished = Files.exists(json(identity(wav)));
      if (!finished && !isFresh(Files.getLastModifiedTime(wav).toInstant())) {
        Files.deleteIfExists(wav);
      }
    }
  }

  private static boolean isFresh(Instant time) {
    return time.isAfter(Instant.now().minus(USE_STEP));
  }

  private void remove(String identity) throws IOException {
    Files.deleteIfExists(json(identity));
    Files.deleteIfExists(wav(identity));
  }

  private static void noteUse(Path json, Instant noted) throws IOException {
    // A use in the future was noted before somebody put the clock back.
    if (!isFresh(noted) || noted.isAfter(Instant.now().plus(USE_STEP))) {
      Files.setLastModifiedTime(json, FileTime.from(Instant.now()));
    }
  }

  private void write(ClipRecord record) throws IOException {
    byte[] json = record.toJson().getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(json(record.clip().identity()), json);
    known.put(record.clip(), json.length);
  }

  private List<Path> files(String ending) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder, 2)) {
      return all.filter(file -> isClipFile(file, ending)).sorted().toList();
    }
  }

  private static boolean isClipFile(Path file, String ending) {
    String name = file.getFileName().toString();
    return name.endsWith(ending)
        && name.substring(0, name.length() - ending.length()).matches("[0-9a-f]{64}");
  }

  private static String identity(Path file) {
    return file.getFileName().toString().substring(0, 64);
  }

  /** Where the WAV file of a clip with this identity stands. */
  Path wav(String identity) {
    return folder.resolve(identity.substring(0, 2)).resolve(identity + ".wav");
  }

  private Path json(String identity) {
    return folder.resolve(identity.substring(0, 2)).resolve(identity + ".json");
  }

  private static long checksum(Path file) throws IOException {
    CRC32C crc = new CRC32C();
    try (InputStream in = new CheckedInputStream(Files.newInputStream(file), crc)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return crc.getValue();
  }
}

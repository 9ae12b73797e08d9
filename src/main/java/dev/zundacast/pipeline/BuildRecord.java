package dev.zundacast.pipeline;

import dev.zundacast.disk.AtomicFile;
import dev.zundacast.disk.Digest;
import dev.zundacast.disk.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What an episode was last built from, kept beside its side files: the same work again need not be
 * done again.
 *
 * @param version of this record and of what makes an MP3 of the same inputs
 * @param work sha256 over all that goes into the MP3 and its side files
 * @param post that it was built of
 * @param mp3 where it was written
 * @param bytes its size, 0 while it is not finished
 * @param sha256 of its bytes, "" while it is not finished
 * @param millis its length
 */
public record BuildRecord(
    int version, String work, String post, String mp3, long bytes, String sha256, long millis) {
  /** The record's name in an episode's folder. */
  public static final String FILE = "build.json";

  private static final int VERSION = 4;

  /**
   * The record of a build that is about to begin.
   *
   * @param work sha256 over all that goes into the MP3 and its side files
   */
  public static BuildRecord of(String work, Path post, Path mp3) {
    return new BuildRecord(VERSION, work, absolute(post), absolute(mp3), 0, "", 0);
  }

  /** The same once the MP3 is written. */
  public BuildRecord finished(long length) throws IOException {
    Path file = Path.of(mp3);
    return new BuildRecord(version, work, post, mp3, Files.size(file), Digest.file(file), length);
  }

  /** Whether the last build made the same of the same. */
  public boolean sameWork(BuildRecord last) {
    return version == last.version && work.equals(last.work) && mp3.equals(last.mp3);
  }

  /** Whether this build wrote a file. */
  public boolean made(Path file) {
    return absolute(file).equals(mp3);
  }

  /** Whether a file still is what this build wrote, to the byte. */
  public boolean holds(Path file) throws IOException {
    return made(file)
        && Files.isRegularFile(file)
        && Files.size(file) == bytes
        && Digest.file(file).equals(sha256);
  }

  /**
   * Whether an MP3 is the one that was built of a post, with other bytes in it: one that somebody
   * replaced or that is damaged, its size apart.
   *
   * @param out where builds leave their records
   */
  public static boolean isDamaged(Path out, Path post, Path file) throws IOException {
    Optional<BuildRecord> record =
        read(Workspace.episode(out, post)).filter(last -> last.made(file));
    return record.isPresent()
        && Files.size(file) == record.get().bytes
        && !record.get().holds(file);
  }

  private static String absolute(Path file) {
    return file.toAbsolutePath().normalize().toString();
  }

  /**
   * The record in an episode's folder; one that cannot be read or is of another version is none.
   */
  public static Optional<BuildRecord> read(Path folder) {
    try {
      byte[] json = Files.readAllBytes(folder.resolve(FILE));
      return Optional.ofNullable(Json.read(json, BuildRecord.class))
          .filter(record -> record.version == VERSION);
    } catch (IOException missingOrDamaged) {
      return Optional.empty();
    }
  }

  /** Writes the record into an episode's folder. */
  public void write(Path folder) throws IOException {
    AtomicFile.write(folder.resolve(FILE), Json.text(this));
  }
}

package dev.zundacast.pipeline.build;

import dev.zundacast.disk.AtomicFile;
import dev.zundacast.disk.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What an episode was last built from, kept beside its side files: the same work again need not be
 * done again.
 *
 * @param version of this record and of what makes an MP3 of the same inputs
 * @param work sha256 over all that goes into the MP3 and its side files
 * @param mp3 where it was written
 * @param bytes its size, 0 while it is not finished
 * @param millis its length
 */
record BuildRecord(int version, String work, String mp3, long bytes, long millis) {
  /** The record's name in an episode's folder. */
  static final String FILE = "build.json";

  private static final int VERSION = 3;

  /**
   * The record of a build that is about to begin.
   *
   * @param clips identities of the episode's clips
   */
  static BuildRecord of(EpisodePlan plan, BuildOptions options, List<String> clips)
      throws IOException {
    String work = WorkDigest.of(plan.script(), plan.tag(), plan.pictures(), options, clips);
    return new BuildRecord(VERSION, work, plan.target().mp3().toString(), 0, 0);
  }

  BuildRecord finished(long size, long length) {
    return new BuildRecord(version, work, mp3, size, length);
  }

  boolean sameWork(BuildRecord last) {
    return version == last.version && work.equals(last.work) && mp3.equals(last.mp3);
  }

  /** The record in an episode's folder; one that cannot be read is none. */
  static Optional<BuildRecord> read(Path folder) {
    try {
      byte[] json = Files.readAllBytes(folder.resolve(FILE));
      return Optional.ofNullable(Json.read(json, BuildRecord.class));
    } catch (IOException missingOrDamaged) {
      return Optional.empty();
    }
  }

  void write(Path folder) throws IOException {
    AtomicFile.write(folder.resolve(FILE), Json.text(this));
  }
}

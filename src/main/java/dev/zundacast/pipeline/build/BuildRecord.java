package dev.zundacast.pipeline.build;

import dev.zundacast.disk.AtomicFile;
import dev.zundacast.disk.Remembered;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Show;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.voice.EngineInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an episode was last built from, kept beside its side files: the same work again need not be
 * done again.
 *
 * @param version of this record and of what makes an MP3 of the same inputs
 * @param work sha256 over all that goes into the MP3 and its side files
 * @param mp3 where it was written
 * @param bytes its size, 0 while it is not finished
 * @param millis its length
 * @param post the post, "" in records of before it was kept
 * @param offline what can be compared without an engine, null in records of before it was kept
 */
public record BuildRecord(
    int version,
    String work,
    String mp3,
    long bytes,
    long millis,
    String post,
    @Nullable Offline offline) {
  /** The record's name in an episode's folder. */
  static final String FILE = "build.json";

  private static final int VERSION = 3;

  /**
   * What an episode was made from as far as no engine has to be asked, and which engine spoke.
   *
   * @param work sha256 over all that goes into the files but what only engines know of their clips
   * @param engine what the engine said of itself
   */
  record Offline(String work, EngineInfo engine) {}

  public BuildRecord {
    post = Objects.requireNonNullElse(post, "");
  }

  /**
   * The record of a build that is about to begin.
   *
   * @param clips identities of the episode's clips
   */
  static BuildRecord of(EpisodePlan plan, BuildOptions options, List<String> clips)
      throws IOException {
    String work = WorkDigest.of(plan.script(), plan.tag(), plan.pictures(), options, clips);
    return of(plan, work, new Offline(offline(plan, options), plan.engine()));
  }

  /** The record of a build for which no engine was asked. */
  static BuildRecord unasked(EpisodePlan plan, BuildOptions options) throws IOException {
    return of(plan, "", new Offline(offline(plan, options), plan.engine()));
  }

  private static BuildRecord of(EpisodePlan plan, String work, Offline offline) {
    String post = plan.post().file().toAbsolutePath().normalize().toString();
    String mp3 = plan.target().mp3().toString();
    return new BuildRecord(VERSION, work, mp3, 0, 0, post, offline);
  }

  /** Of a clip all but the engine's own part: who says what how, and which engine is to say it. */
  private static String offline(EpisodePlan plan, BuildOptions options) throws IOException {
    List<String> parts = new ArrayList<>(options.engines());
    for (SpokenLine line : plan.spoken()) {
      parts.add(line.voice() + "\n" + line.spoken() + "\n" + line.words());
    }
    return WorkDigest.of(plan.script(), plan.tag(), plan.pictures(), options, parts);
  }

  BuildRecord finished(long size, long length) {
    return new BuildRecord(version, work, mp3, size, length, post, offline);
  }

  boolean sameWork(BuildRecord last) {
    boolean same = work.isEmpty() ? sameOffline(last) : work.equals(last.work);
    return same && version == last.version && mp3.equals(last.mp3);
  }

  /** Whether the next build will know without an engine what this one knows. */
  boolean sameOffline(BuildRecord last) {
    return offline != null && last.offline != null && offline.work.equals(last.offline.work);
  }

  /**
   * Checks that the record of an episode's folder is that of the post which is about to be built.
   *
   * @throws Problem that names both when another show's post of this name was built there
   */
  static void requireOf(Path post, Show show, Workspace workspace) throws IOException {
    Path folder = workspace.episode(post);
    Optional<String> other = read(folder).flatMap(it -> it.otherOwner(post, show, workspace));
    if (other.isPresent()) {
      String found = "this is the record of " + other.get() + ", not of " + post;
      throw Problem.in(
          Diagnostic.of(folder.resolve(FILE), found)
              .withNext(
                  "give each show a folder of its own with 'zundacast init', or name another with"
                      + " --out DIR"));
    }
  }

  /** Another post or MP3 that is still there; a site that was moved leaves none behind. */
  private Optional<String> otherOwner(Path own, Show show, Workspace workspace) {
    try {
      if (!post.isEmpty()) {
        Path other = Path.of(post);
        return Files.exists(other) && !Files.isSameFile(other, own)
            ? Optional.of(post)
            : Optional.empty();
      }
      Path made = Path.of(mp3);
      boolean elsewhere =
          !made.startsWith(show.root()) && !made.startsWith(show.root().toRealPath());
      return elsewhere && !made.startsWith(workspace.out()) && Files.exists(made)
          ? Optional.of(mp3)
          : Optional.empty();
    } catch (IOException | InvalidPathException damaged) {
      return Optional.empty();
    }
  }

  /** Lets the record of an episode's folder that was moved name files of it at their new place. */
  public static void moved(Path folder, Path before) throws IOException {
    Optional<BuildRecord> record = read(folder);
    if (record.isPresent() && Path.of(record.get().mp3).startsWith(before)) {
      Path mp3 = folder.resolve(before.relativize(Path.of(record.get().mp3)).toString());
      BuildRecord old = record.get();
      new BuildRecord(
              old.version, old.work, mp3.toString(), old.bytes, old.millis, old.post, old.offline)
          .write(folder);
    }
  }

  /** The record in an episode's folder; one that cannot be read is none. */
  static Optional<BuildRecord> read(Path folder) {
    try {
      byte[] json = Files.readAllBytes(folder.resolve(FILE));
      return Remembered.read(json, BuildRecord.class, Remembered.Unmarked.DAMAGED);
    } catch (IOException missingOrDamaged) {
      return Optional.empty();
    }
  }

  void write(Path folder) throws IOException {
    AtomicFile.write(folder.resolve(FILE), Remembered.text(this));
  }
}

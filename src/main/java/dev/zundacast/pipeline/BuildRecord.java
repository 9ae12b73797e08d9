package dev.zundacast.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.zundacast.audio.Loudness;
import dev.zundacast.disk.CacheFile;
import dev.zundacast.disk.Digest;
import dev.zundacast.disk.Json;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Post;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Show;
import dev.zundacast.episode.Timeline;
import dev.zundacast.message.Message;
import dev.zundacast.voice.EngineInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an episode was last built from, kept beside its side files: the same work again need not be
 * done again.
 *
 * @param version of this record and of what makes an MP3 of the same inputs
 * @param post that it was built of
 * @param mp3 where it was written
 * @param bytes its size, 0 while it is not finished
 * @param content of its bytes, as {@link Digest#file} tells it, "" while it is not finished
 * @param millis its length
 * @param loudness its loudness, absent while it is not finished
 * @param offline what can be compared without an engine
 */
public record BuildRecord(
    int version,
    String post,
    String mp3,
    long bytes,
    String content,
    long millis,
    @Nullable Loudness loudness,
    Offline offline) {
  /** The record's name in an episode's folder. */
  public static final String FILE = "build.json";

  private static final int VERSION = 4;

  /**
   * What an episode was made from as far as no engine has to be asked, and which engine spoke.
   *
   * @param work sha256 over all that goes into the files but what only engines know of their clips
   * @param engine what the engine said of itself
   * @param asked the engines that were named for it
   */
  public record Offline(String work, EngineInfo engine, List<String> asked) {
    public Offline {
      asked = List.copyOf(asked);
    }
  }

  /** The record of a build that is about to begin. */
  public static BuildRecord of(Offline offline, Path post, Path mp3) {
    return new BuildRecord(VERSION, absolute(post), absolute(mp3), 0, "", 0, null, offline);
  }

  /** The same once the MP3 is written, with its sum as {@link Digest#file} tells it. */
  public BuildRecord finished(long size, String sum, long length, Loudness loud) {
    return new BuildRecord(version, post, mp3, size, sum, length, loud, offline);
  }

  /** The same with its MP3 at another place. */
  public BuildRecord at(Path file) {
    return new BuildRecord(
        version, post, absolute(file), bytes, content, millis, loudness, offline);
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
        && Digest.file(file).equals(content);
  }

  /**
   * Whether an MP3 is the one that was built of a post, of the same size but with other bytes in
   * it: one that somebody replaced or that is damaged.
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

  /** Checks that another show's post of this name was not built in this post's folder. */
  public static void requireOf(Path post, Show show, Workspace workspace) {
    Path folder = workspace.episode(post);
    Path root = ShowFolder.of(post).root();
    Optional<String> other =
        read(folder)
            .flatMap(it -> it.otherOwner(post))
            // A show that was copied with its folder brought the records of the other one along.
            .filter(it -> !folder.startsWith(root) || Path.of(it).startsWith(root));
    if (other.isPresent()) {
      Message found = Message.of("build.otherRecord", other.get(), post);
      throw Problem.in(
          Diagnostic.of(folder.resolve(FILE), found)
              .withNext("build.otherRecord.give", show.title()));
    }
  }

  /** Another post that is still there; a site that was moved leaves none behind. */
  private Optional<String> otherOwner(Path own) {
    try {
      Path other = Path.of(post);
      return Files.exists(other) && !Files.isSameFile(other, own)
          ? Optional.of(post)
          : Optional.empty();
    } catch (IOException | InvalidPathException damaged) {
      return Optional.empty();
    }
  }

  /** The record in an episode's folder; a damaged one or one of another version is none. */
  public static Optional<BuildRecord> read(Path folder) {
    return CacheFile.read(folder.resolve(FILE), BuildRecord.class)
        .filter(record -> record.version == VERSION);
  }

  /** When its sections and lines are heard, as its side file says; a damaged one says nothing. */
  public Optional<Timeline> timeline(Path folder) throws IOException {
    Path file = folder.resolve(Post.stem(Path.of(mp3)) + ".json");
    try {
      return Files.isRegularFile(file)
          ? Optional.of(Json.read(Files.readAllBytes(file), Timeline.class))
          : Optional.empty();
    } catch (JsonProcessingException damaged) {
      return Optional.empty();
    }
  }

  /** Writes the record into an episode's folder. */
  public void write(Path folder) throws IOException {
    CacheFile.write(folder.resolve(FILE), this);
  }
}

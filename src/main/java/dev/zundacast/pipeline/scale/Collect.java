package dev.zundacast.pipeline.scale;

import dev.zundacast.disk.AtomicFile;
import dev.zundacast.disk.Digest;
import dev.zundacast.episode.Problem;
import dev.zundacast.pipeline.BuildRecord;
import dev.zundacast.pipeline.PostFiles;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.pipeline.scale.CollectReport.Collected;
import dev.zundacast.pipeline.scale.CollectReport.State;
import dev.zundacast.post.FrontMatter;
import dev.zundacast.post.Posts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * What shards left of one show's episodes to the two values in its posts. Only an MP3 that is whole
 * and was made of the post as it is now is announced.
 */
public final class Collect {
  private final Workspace workspace;
  private final Path root;
  private final Mode mode;

  /** Whether posts are written. */
  public enum Mode {
    WRITE,
    DRY_RUN
  }

  /**
   * @param root the show's folder
   */
  public Collect(Workspace workspace, Path root, Mode mode) {
    this.workspace = workspace;
    this.root = root;
    this.mode = mode;
  }

  /** Collects one post's episode; every failure is a part of what is given. */
  public Collected one(Path post) {
    try {
      return PostFiles.one(post, () -> collected(post));
    } catch (Problem | IOException e) {
      return Collected.without(post, State.FAILED, "", String.valueOf(e.getMessage()));
    }
  }

  private Collected collected(Path post) throws IOException {
    Path folder = workspace.episode(post);
    Optional<EpisodeResult> result = EpisodeResult.read(folder);
    if (result.isEmpty()) {
      return builtHere(post, folder);
    }
    EpisodeResult told = result.get();
    return switch (told.state()) {
      case DONE -> done(post, told);
      case FAILED -> Collected.without(post, State.FAILED, told.shard(), told.reason());
      case WAITING -> Collected.without(post, State.MISSING, told.shard(), told.reason());
    };
  }

  /** An episode that no shard made may have been built here before. */
  private Collected builtHere(Path post, Path folder) throws IOException {
    Optional<BuildRecord> record = BuildRecord.read(folder);
    if (record.isEmpty()) {
      return Collected.without(post, State.MISSING, "", "no shard has made it yet");
    }
    BuildRecord built = record.get();
    Path mp3 = Path.of(built.mp3());
    return built.holds(mp3)
        ? announced(post, mp3, Collected.built(post, built))
        : Collected.without(post, State.MISSING, "", gone(mp3));
  }

  private Collected done(Path post, EpisodeResult told) throws IOException {
    if (!told.source().equals(EpisodeResult.source(post))) {
      return Collected.without(
          post, State.MISSING, told.shard(), "the post was changed since its episode was made");
    }
    Path mp3 = root.resolve(told.mp3());
    return isWhole(mp3, told)
        ? announced(post, mp3, Collected.of(post, told))
        : Collected.without(post, State.MISSING, told.shard(), gone(mp3));
  }

  private static boolean isWhole(Path mp3, EpisodeResult told) throws IOException {
    return Files.isRegularFile(mp3)
        && Files.size(mp3) == told.bytes()
        && Digest.file(mp3).equals(told.content());
  }

  private static String gone(Path mp3) {
    return mp3 + " is not there, or not what was made";
  }

  /** Puts the values of an episode that is there into its post. */
  private Collected announced(Path post, Path mp3, Collected made) throws IOException {
    byte[] before = Posts.bytes(post);
    byte[] after = FrontMatter.parse(post, before).withAudio(made.bytes(), made.millis());
    if (Arrays.equals(before, after)) {
      return made.at(mp3);
    }
    if (mode == Mode.WRITE) {
      if (!Arrays.equals(Posts.bytes(post), before)) {
        return Collected.without(
            post, State.MISSING, made.shard(), "the post was changed meanwhile; collect again");
      }
      AtomicFile.write(post, after);
    }
    return made.at(mp3).changed();
  }
}

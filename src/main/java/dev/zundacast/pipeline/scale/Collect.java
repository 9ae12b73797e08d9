package dev.zundacast.pipeline.scale;

import dev.zundacast.disk.AtomicFile;
import dev.zundacast.disk.Digest;
import dev.zundacast.episode.Problem;
import dev.zundacast.pipeline.BuildRecord;
import dev.zundacast.pipeline.PostFiles;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.pipeline.fill.AudioPlaces;
import dev.zundacast.pipeline.scale.CollectReport.Collected;
import dev.zundacast.pipeline.scale.CollectReport.State;
import dev.zundacast.post.FrontMatter;
import dev.zundacast.post.Posts;
import dev.zundacast.post.Shows;
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
  private final Optional<Path> site;
  private final AudioPlaces places;
  private final Mode mode;

  /** Whether posts are written. */
  public enum Mode {
    WRITE,
    DRY_RUN
  }

  /**
   * @param root the show's folder
   * @param site the site's root where it was named
   */
  public Collect(Workspace workspace, Path root, Optional<Path> site, Mode mode) {
    this.workspace = workspace;
    this.root = root;
    this.site = site;
    this.places = new AudioPlaces(Optional.empty(), workspace.out());
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
    return there(post, built.content(), Path.of(built.mp3()), Collected.built(post, built));
  }

  private Collected done(Path post, EpisodeResult told) throws IOException {
    return told.source().equals(EpisodeResult.source(post))
        ? there(post, told.content(), root.resolve(told.mp3()), Collected.of(post, told))
        : Collected.without(
            post, State.MISSING, told.shard(), "the post was changed since its episode was made");
  }

  /** An episode where its post says, on this machine or where it was uploaded to. */
  private Collected there(Path post, String content, Path mp3, Collected made) throws IOException {
    FrontMatter front = FrontMatter.parse(post, Posts.bytes(post));
    AudioPlaces.Place place = places.find(front, Shows.find(post, site), post);
    // Drafts and what is about to be uploaded lie where they were made.
    Optional<Path> here =
        place.remote().isPresent() ? Optional.of(place.local().orElse(mp3)) : place.local();
    if (here.isPresent() && isWhole(here.get(), content, made.bytes())) {
      return announced(post, here.get(), made);
    }
    boolean uploaded =
        place.remote().isPresent()
            && here.stream().noneMatch(Files::exists)
            && front.audio().hasSize(made.bytes())
            && front.audio().hasLength(made.millis());
    return uploaded
        ? made
        : Collected.without(
            post,
            State.MISSING,
            made.shard(),
            here.orElse(mp3) + " is not there, or not what was made");
  }

  private static boolean isWhole(Path mp3, String content, long bytes) throws IOException {
    return Files.isRegularFile(mp3) && Files.size(mp3) == bytes && Digest.file(mp3).equals(content);
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

package dev.zundacast.pipeline.scale;

import dev.zundacast.disk.AtomicFile;
import dev.zundacast.disk.CacheFile;
import dev.zundacast.disk.Digest;
import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.BuildRecord;
import dev.zundacast.pipeline.PostFiles;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.pipeline.fill.AudioPlaces;
import dev.zundacast.post.FrontMatter;
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
  private final Optional<Path> site;
  private final AudioPlaces places;

  /**
   * @param site the site's root where it was named
   */
  public Collect(Workspace workspace, Optional<Path> site) {
    this.workspace = workspace;
    this.site = site;
    this.places = new AudioPlaces(Optional.empty(), workspace.out());
  }

  /**
   * Puts the values of a post's episode into the post, and tells whether it had others; a problem
   * of kind AWAY while the episode is not there yet.
   */
  public boolean one(Path post) throws IOException {
    return PostFiles.one(post, () -> written(post));
  }

  private boolean written(Path post) throws IOException {
    Path folder = workspace.episode(post);
    Optional<EpisodeResult> told = EpisodeResult.read(folder);
    String shard = told.map(EpisodeResult::shard).orElse("");
    if (told.isPresent()) {
      requireDone(post, told.get());
    }
    // An episode that no shard made may have been built here before.
    BuildRecord made =
        BuildRecord.read(folder)
            .orElseThrow(() -> missing(post, shard, Message.of("shard.unmade")));
    return written(post, made, shard);
  }

  private static void requireDone(Path post, EpisodeResult told) throws IOException {
    switch (told.state()) {
      case FAILED ->
          throw Problem.of(
              Problem.Kind.INPUT,
              told(post, Message.of("shard.failed"), told.shard(), told.reason()));
      case WAITING -> throw missing(post, told.shard(), told.reason());
      case DONE -> {
        if (!told.source().equals(EpisodeResult.source(post))) {
          throw missing(post, told.shard(), Message.of("shard.postChanged"));
        }
      }
    }
  }

  /** The episode is there, on this machine or where it was uploaded to, and its post says so. */
  private boolean written(Path post, BuildRecord made, String shard) throws IOException {
    FrontMatter front = FrontMatter.read(post);
    AudioPlaces.Place place = places.find(front, Shows.find(post, site));
    // Drafts and what is about to be uploaded lie where they were made. The same show may lie
    // elsewhere on the machine that made them.
    Path kept = workspace.episode(post).resolve(Workspace.name(Path.of(made.mp3())));
    Optional<Path> here = place.local().or(() -> place.remote().map(address -> kept));
    if (here.isEmpty() || !made.at(here.get()).holds(here.get())) {
      boolean uploaded =
          place.remote().isPresent()
              && here.stream().noneMatch(Files::exists)
              && front.audio().hasSize(made.bytes())
              && front.audio().hasLength(made.millis());
      if (uploaded) {
        return false;
      }
      Message lacking = Message.of("shard.notThere", here.orElse(Path.of(made.mp3())));
      throw missing(post, shard, lacking);
    }
    byte[] after = front.withAudio(made.bytes(), made.millis());
    if (Arrays.equals(front.bytes(), after)) {
      return false;
    }
    if (!front.isUnchanged()) {
      throw missing(post, shard, Message.of("shard.postChangedMeanwhile"));
    }
    AtomicFile.write(AtomicFile.behind(post), after);
    return true;
  }

  private static Problem missing(Path post, String shard, Message reason) {
    return Problem.of(Problem.Kind.AWAY, told(post, Message.of("shard.waiting"), shard, reason));
  }

  private static Message told(Path post, Message state, String shard, Message reason) {
    Message by = shard.isEmpty() ? state : Message.of("shard.by", state, shard);
    return Message.plain(post, ": ", by, ": ", reason.firstLine());
  }

  /**
   * What a shard says of one episode, kept beside its side files until {@link Collect} reads it:
   * why there is none, or else the sha256 of the post that it was made of, but for the post's two
   * values and where its audio is.
   */
  record EpisodeResult(State state, String shard, Message reason, String source) {
    private static final String FILE = "result.json";

    enum State {
      DONE,
      /** Its post, script or sound is in the way: the same command would fail again. */
      FAILED,
      /** Engines or the store went away: the same command may do later. */
      WAITING
    }

    /**
     * What a post says apart from its two values, which builds and collect change, and from where
     * its audio is, which uploads change.
     */
    static String source(Path post) throws IOException {
      byte[] values = FrontMatter.read(post).withAudio(1, "00:01");
      return new Digest().add(FrontMatter.parse(post, values).withPath("/audio.mp3")).hex();
    }

    /** The result in an episode's folder; a damaged one is none. */
    static Optional<EpisodeResult> read(Path folder) {
      return CacheFile.read(folder.resolve(FILE), EpisodeResult.class);
    }

    void write(Path folder) throws IOException {
      CacheFile.write(folder.resolve(FILE), this);
    }
  }
}

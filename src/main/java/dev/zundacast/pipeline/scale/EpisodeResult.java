package dev.zundacast.pipeline.scale;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.zundacast.disk.CacheFile;
import dev.zundacast.disk.Digest;
import dev.zundacast.post.FrontMatter;
import dev.zundacast.post.Posts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a shard says of one episode, kept beside its side files until {@link Collect} reads it.
 *
 * @param state in one word
 * @param shard which shard made it
 * @param reason why there is no episode, "" when there is one
 * @param source sha256 of the post that it was made of, apart from its two values and from where
 *     its audio is, "" when unreadable
 * @param mp3 the episode, named from the show's folder where it lies in that
 * @param content of the MP3 as {@link Digest#file} tells it
 * @param bytes of the MP3
 * @param millis its length
 */
public record EpisodeResult(
    State state,
    String shard,
    String reason,
    String source,
    String mp3,
    String content,
    long bytes,
    long millis) {
  /** The result's name in an episode's folder. */
  public static final String FILE = "result.json";

  /** What became of an episode. */
  public enum State {
    DONE,
    /** Its post, script or sound is in the way: the same command would fail again. */
    FAILED,
    /** Engines or the store went away: the same command may do later. */
    WAITING
  }

  /** An episode that is there. */
  static EpisodeResult done(
      Shard shard, String source, String mp3, String content, long bytes, long millis) {
    return new EpisodeResult(State.DONE, shard.toString(), "", source, mp3, content, bytes, millis);
  }

  /** An episode that is not there. */
  static EpisodeResult without(State state, Shard shard, String source, String reason) {
    return new EpisodeResult(state, shard.toString(), reason, source, "", "", 0, 0);
  }

  /** Whether there is an episode. */
  @JsonIgnore
  public boolean isDone() {
    return state == State.DONE;
  }

  /**
   * What a post says apart from its two values, which builds and collect change, and from where its
   * audio is, which uploads change.
   */
  static String source(Path post) throws IOException {
    byte[] values = FrontMatter.parse(post, Posts.bytes(post)).withAudio(1, "00:01");
    return new Digest().add(FrontMatter.parse(post, values).withPath("/audio.mp3")).hex();
  }

  /** The result in an episode's folder; a damaged one is none. */
  public static Optional<EpisodeResult> read(Path folder) {
    return CacheFile.read(folder.resolve(FILE), EpisodeResult.class);
  }

  /** Writes the result into an episode's folder. */
  void write(Path folder) throws IOException {
    CacheFile.write(folder.resolve(FILE), this);
  }
}

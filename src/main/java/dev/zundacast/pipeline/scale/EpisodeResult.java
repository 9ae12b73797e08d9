package dev.zundacast.pipeline.scale;

import dev.zundacast.disk.CacheFile;
import dev.zundacast.disk.Digest;
import dev.zundacast.message.Message;
import dev.zundacast.post.FrontMatter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a shard says of one episode, kept beside its side files until {@link Collect} reads it; the
 * record of the build tells of the MP3.
 *
 * @param state in one word
 * @param shard which shard made it
 * @param reason why there is no episode, of nothing when there is one
 * @param source sha256 of the post that it was made of, apart from its two values and from where
 *     its audio is, "" when unreadable
 */
record EpisodeResult(State state, String shard, Message reason, String source) {
  private static final String FILE = "result.json";

  /** What became of an episode. */
  enum State {
    DONE,
    /** Its post, script or sound is in the way: the same command would fail again. */
    FAILED,
    /** Engines or the store went away: the same command may do later. */
    WAITING
  }

  /**
   * What a post says apart from its two values, which builds and collect change, and from where its
   * audio is, which uploads change.
   */
  static String source(Path post) throws IOException {
    byte[] values = FrontMatter.read(post).withAudio(1, "00:01");
    return new Digest().add(FrontMatter.parse(post, values).withPath("/audio.mp3")).hex();
  }

  /** The result in an episode's folder; a damaged one is none. */
  static Optional<EpisodeResult> read(Path folder) {
    return CacheFile.read(folder.resolve(FILE), EpisodeResult.class);
  }

  /** Writes the result into an episode's folder. */
  void write(Path folder) throws IOException {
    CacheFile.write(folder.resolve(FILE), this);
  }
}

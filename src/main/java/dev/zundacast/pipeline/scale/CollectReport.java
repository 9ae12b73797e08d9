package dev.zundacast.pipeline.scale;

import dev.zundacast.pipeline.BuildRecord;
import java.nio.file.Path;
import java.util.List;

/**
 * What became of all episodes of a catalogue.
 *
 * @param episodes in the order of their posts
 */
public record CollectReport(List<Collected> episodes) {

  public CollectReport {
    episodes = List.copyOf(episodes);
  }

  /** How it stands with an episode. */
  public enum State {
    /** The MP3 is there, whole, or where it was uploaded to, and the post says its values. */
    DONE,
    /** It cannot be made as things are. */
    FAILED,
    /** It is not there yet: nobody made it, an engine or the store was away, or it was damaged. */
    MISSING
  }

  /**
   * How it stands with the episode of one post.
   *
   * @param mp3 the episode, the post itself where there is none on this machine
   * @param shard which shard told of it, "" for none
   * @param reason why it is not there, "" when it is
   * @param bytes of the MP3, 0 for none
   * @param millis its length
   * @param written whether its values were put into the post, or would be
   */
  public record Collected(
      Path post,
      State state,
      Path mp3,
      String shard,
      String reason,
      long bytes,
      long millis,
      int clipsMade,
      int clipsFound,
      boolean written) {

    static Collected of(Path post, EpisodeResult told) {
      return new Collected(
          post,
          State.DONE,
          post,
          told.shard(),
          "",
          told.bytes(),
          told.millis(),
          told.clipsMade(),
          told.clipsFound(),
          false);
    }

    static Collected built(Path post, BuildRecord built) {
      return new Collected(
          post, State.DONE, post, "", "", built.bytes(), built.millis(), 0, 0, false);
    }

    static Collected without(Path post, State state, String shard, String reason) {
      return new Collected(post, state, post, shard, reason, 0, 0, 0, 0, false);
    }

    Collected at(Path file) {
      return new Collected(
          post, state, file, shard, reason, bytes, millis, clipsMade, clipsFound, written);
    }

    Collected changed() {
      return new Collected(
          post, state, mp3, shard, reason, bytes, millis, clipsMade, clipsFound, true);
    }
  }

  /** How many episodes stand so. */
  public long count(State state) {
    return episodes.stream().filter(it -> it.state() == state).count();
  }

  /** What all MP3s take. */
  public long bytes() {
    return episodes.stream().mapToLong(Collected::bytes).sum();
  }

  /** How long all episodes last. */
  public long millis() {
    return episodes.stream().mapToLong(Collected::millis).sum();
  }

  /** How many posts got other values. */
  public long written() {
    return episodes.stream().filter(Collected::written).count();
  }
}

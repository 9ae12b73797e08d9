package dev.zundacast.pipeline.publish;

import java.nio.file.Path;
import java.util.List;

/**
 * What was run for a post.
 *
 * @param post the post
 * @param title of the episode
 * @param audio where listeners fetch it, as far as that is known
 * @param commands in their order
 */
public record PublishReport(Path post, String title, String audio, List<Outcome> commands) {
  /** How far a command is. */
  public enum State {
    DONE,
    /** An earlier run did it. */
    ALREADY,
    /** It would be done, but for a dry run. */
    PLANNED
  }

  /**
   * A command's outcome.
   *
   * @param name in the settings
   * @param run its text
   */
  public record Outcome(String name, State state, String run) {}
}

package dev.zundacast.pipeline.publish;

import java.nio.file.Path;
import java.util.List;

/**
 * What was done of a post's steps.
 *
 * @param post the post
 * @param title of the episode
 * @param audio where listeners fetch it, as far as that is known
 * @param steps in their order
 */
public record PublishReport(Path post, String title, String audio, List<Outcome> steps) {
  /** How far a step is. */
  public enum State {
    DONE,
    /** An earlier run did it. */
    ALREADY,
    /** It would be done, but for a dry run. */
    PLANNED,
    /** It failed, which stops nothing; the next run does it. */
    MISSED
  }

  /**
   * A step's outcome.
   *
   * @param step its name in the settings
   * @param what was or would be done
   */
  public record Outcome(String step, State state, String what) {}

  public PublishReport {
    steps = List.copyOf(steps);
  }
}

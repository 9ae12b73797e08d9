package dev.zundacast.pipeline.fill;

import dev.zundacast.pipeline.fill.FillOutcome.State;
import java.util.List;

/**
 * What became of all posts of a run.
 *
 * @param outcomes in the order of the posts
 */
public record FillReport(List<FillOutcome> outcomes) {

  /** How many posts stand so. */
  public long count(State state) {
    return outcomes.stream().filter(outcome -> outcome.state() == state).count();
  }
}

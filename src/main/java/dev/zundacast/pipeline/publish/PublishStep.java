package dev.zundacast.pipeline.publish;

import dev.zundacast.pipeline.publish.PublishSettings.Step;
import java.io.IOException;

/** One step of publishing; done again it comes to the same end. */
interface PublishStep {
  /** Which step it is. */
  Step step();

  /** What it would do, in words that follow "would". */
  String plan(Episode episode) throws IOException;

  /** What it is done for; the same is not done again. "" for a step that is done each time. */
  String fingerprint(Episode episode) throws IOException;

  /** Whether the episode is published all the same when it fails, to be done by the next run. */
  default boolean canWait() {
    return false;
  }

  /**
   * Does it.
   *
   * @return what was done
   */
  String run(Episode episode) throws IOException;
}

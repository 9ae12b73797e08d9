package dev.zundacast.pipeline;

import dev.zundacast.voice.EnginePool;
import java.io.IOException;

/** Engines that may still be being met: what needs none of them is done meanwhile. */
@FunctionalInterface
public interface Engines {
  /**
   * Waits until they are met.
   *
   * @throws dev.zundacast.episode.Problem of kind NO_ENGINE when none answers
   */
  EnginePool pool() throws IOException;
}

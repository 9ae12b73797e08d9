package dev.zundacast.studio;

import dev.zundacast.voice.EnginePool;
import java.io.Closeable;
import java.io.IOException;

/** Opens engines, as often as it is asked. */
public interface EngineSource {

  /**
   * Engines that are open.
   *
   * @param pool speaks
   * @param all ends the pool and what was started for it
   */
  record Opened(EnginePool pool, Closeable all) {}

  /**
   * Opens them.
   *
   * @throws dev.zundacast.episode.Problem of kind NO_ENGINE when none answers
   */
  Opened open() throws IOException;

  /** Their addresses, for people. */
  String addresses();
}

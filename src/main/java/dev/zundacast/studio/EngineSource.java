package dev.zundacast.studio;

import dev.zundacast.tasks.IoSupplier;
import dev.zundacast.voice.EnginePool;
import java.io.Closeable;

/**
 * Opens engines, as often as it is asked.
 *
 * @param addresses theirs, for people
 * @param opening opens them; fails with a problem of kind NO_ENGINE when none answers
 */
public record EngineSource(String addresses, IoSupplier<Opened> opening) {
  /**
   * Engines that are open.
   *
   * @param pool speaks
   * @param all ends the pool and what was started for it
   */
  public record Opened(EnginePool pool, Closeable all) {}
}

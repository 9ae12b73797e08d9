package dev.zundacast.studio.view;

import dev.zundacast.reading.ReadingEntry;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A word that somebody wants to hear.
 *
 * @param reading absent where the lists are to say it
 * @param accent the mora of its core, 0 for flat, absent where the engine is to choose
 * @param speaker who says it, absent for the show's first voice
 */
public record WordView(
    String word, @Nullable String reading, @Nullable Integer accent, @Nullable String speaker) {
  /** The reading as lists have it, "" for none. */
  public String katakana() {
    return reading == null ? "" : ReadingEntry.of(word, reading, OptionalInt.empty(), "").reading();
  }

  /**
   * How it sounds.
   *
   * @param said what the engine was sent
   */
  public record Sample(String said, String clip, long millis) {}
}

package dev.zundacast.reading;

import dev.zundacast.episode.Line;

/**
 * A reading that no list has: made from the spelling, and wrong as often as not.
 *
 * @param line where the word stands first
 * @param entry what would confirm it on the reading list
 */
public record Guess(Line line, ReadingEntry entry) {

  /** The command that settles it, with this reading or a better one in its place. */
  public String command() {
    return entry.command();
  }
}

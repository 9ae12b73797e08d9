package dev.zundacast.reading;

import dev.zundacast.message.Message;
import java.util.Optional;

/**
 * A place where an engine's answer differs from the reading that was meant.
 *
 * @param found what is wrong, for a person
 * @param entry the word of the reading list that mends it, as engines take its reading and accent
 *     into their dictionaries; empty when only a person can tell
 */
public record Misreading(Message found, Optional<ReadingEntry> entry) {

  /** One that only a person can mend. */
  static Misreading of(Message found) {
    return new Misreading(found, Optional.empty());
  }
}

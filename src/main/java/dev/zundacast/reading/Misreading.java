package dev.zundacast.reading;

import java.util.Optional;

/**
 * A place where an engine's answer differs from the reading that was meant.
 *
 * @param found what is wrong, for a person
 * @param write the whole spoken text that mends it, "" when there is none
 * @param entry the word of the reading list that mends it, as engines take its reading and accent
 *     into their dictionaries; empty with {@code write}, and when only a person can tell
 */
public record Misreading(String found, String write, Optional<ReadingEntry> entry) {

  /** One that only a person can mend. */
  static Misreading of(String found) {
    return new Misreading(found, "", Optional.empty());
  }

  /** One that another spoken text mends. */
  static Misreading mendedBy(String write, String found) {
    return new Misreading(found, write, Optional.empty());
  }

  /** One that a word of the reading list mends. */
  static Misreading mendedBy(Optional<ReadingEntry> entry, String found) {
    return new Misreading(found, "", entry);
  }
}

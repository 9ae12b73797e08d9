package dev.zundacast.cli.command;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * One thing that {@code doctor} looked at.
 *
 * @param state how it is
 * @param topic what was looked at, in a word or two
 * @param found what was found there
 * @param mend what to do about it, "" where nothing needs to be done
 */
record Finding(State state, String topic, String found, String mend) {

  enum State {
    FINE,
    /** Works, but not as well as it could. */
    NOTE,
    /** A build would fail or be wrong. */
    WRONG;

    @JsonValue
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Finding fine(String topic, String found) {
    return new Finding(State.FINE, topic, found, "");
  }

  static Finding note(String topic, String found, String mend) {
    return new Finding(State.NOTE, topic, found, mend);
  }

  static Finding wrong(String topic, String found, String mend) {
    return new Finding(State.WRONG, topic, found, mend);
  }
}

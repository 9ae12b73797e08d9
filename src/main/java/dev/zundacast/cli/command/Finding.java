package dev.zundacast.cli.command;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.zundacast.message.Message;
import java.util.Locale;

/**
 * One thing that {@code doctor} looked at.
 *
 * @param state how it is
 * @param topic what was looked at, in a word or two
 * @param found what was found there
 * @param mend what to do about it, "" where nothing needs to be done
 */
record Finding(State state, Message topic, Message found, Message mend) {

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

  static Finding fine(Message topic, Message found) {
    return new Finding(State.FINE, topic, found, Message.NONE);
  }

  static Finding note(Message topic, Message found, Message mend) {
    return new Finding(State.NOTE, topic, found, mend);
  }

  static Finding wrong(Message topic, Message found, Message mend) {
    return new Finding(State.WRONG, topic, found, mend);
  }
}

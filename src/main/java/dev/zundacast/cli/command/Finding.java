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
record Finding(State state, String topic, Message found, Message mend) {

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

  static Finding fine(String topic, Object found) {
    return new Finding(State.FINE, topic, Message.plain(found), Message.NONE);
  }

  static Finding note(String topic, Message found) {
    return new Finding(State.NOTE, topic, found, found.next());
  }

  static Finding wrong(String topic, Message found) {
    return new Finding(State.WRONG, topic, found, found.next());
  }

  /** What was looked at, for people. */
  Message said() {
    return Message.named("doctor.topic.", topic);
  }
}

package dev.zundacast.cli.command;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.zundacast.episode.Voice;
import dev.zundacast.message.Message;
import dev.zundacast.voice.EnginePool;
import dev.zundacast.voice.OfferedSpeaker;
import java.util.List;
import java.util.Locale;

/** One thing that {@code doctor} looked at, and what to do about it, nothing where all is well. */
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

  Message said() {
    return Message.named("doctor.topic.", topic);
  }

  /** A character of voices/ as an engine offers it. */
  static Finding of(Voice voice, EnginePool engine) {
    String title = engine.info().title();
    if (engine.info().isDraft()) {
      return note(voice.name(), Message.of("doctor.voice.draft"));
    }
    List<OfferedSpeaker> offered = engine.speakers();
    List<OfferedSpeaker.Style> styles =
        offered.stream()
            .filter(speaker -> speaker.name().equals(voice.character()))
            .flatMap(speaker -> speaker.styles().stream())
            .toList();
    if (styles.isEmpty()) {
      String known = String.join("、", offered.stream().map(OfferedSpeaker::name).toList());
      return wrong(voice.name(), Message.of("doctor.voice.none", title, voice.character(), known));
    }
    for (OfferedSpeaker.Style style : styles) {
      if (style.name().equals(voice.style())) {
        String wanted = voice.character() + " (" + voice.style() + ")";
        return fine(voice.name(), Message.of("doctor.voice.found", wanted, style.id()));
      }
    }
    String known = String.join("、", styles.stream().map(OfferedSpeaker.Style::name).toList());
    return wrong(
        voice.name(),
        Message.of("doctor.voice.noStyle", title, voice.style(), voice.character(), known));
  }
}

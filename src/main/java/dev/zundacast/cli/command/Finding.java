package dev.zundacast.cli.command;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.zundacast.episode.Voice;
import dev.zundacast.message.Message;
import dev.zundacast.voice.EnginePool;
import dev.zundacast.voice.OfferedSpeaker;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
    Optional<OfferedSpeaker> speaker =
        offered.stream().filter(it -> it.name().equals(voice.character())).findFirst();
    if (speaker.isEmpty()) {
      String known = String.join("、", offered.stream().map(OfferedSpeaker::name).toList());
      return wrong(voice.name(), Message.of("doctor.voice.none", title, voice.character(), known));
    }
    Optional<OfferedSpeaker.Style> style = speaker.get().style(voice.style());
    if (style.isPresent()) {
      String wanted = voice.character() + " (" + voice.style() + ")";
      return fine(voice.name(), Message.of("doctor.voice.found", wanted, style.get().id()));
    }
    String known = String.join("、", speaker.get().styleNames());
    return wrong(
        voice.name(),
        Message.of("doctor.voice.noStyle", title, voice.style(), voice.character(), known));
  }
}

package dev.zundacast.studio.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.zundacast.voice.EngineInfo;
import dev.zundacast.voice.OfferedSpeaker;
import java.util.List;

/**
 * The engine that speaks.
 *
 * @param message what is wrong while it is away, "" else
 */
public record EngineView(
    State state,
    String name,
    String version,
    String url,
    @Sentence String message,
    boolean draft,
    List<SpeakerOffer> speakers) {

  /** Whether it can speak. */
  public enum State {
    @JsonProperty("up")
    UP,
    @JsonProperty("down")
    DOWN,
    @JsonProperty("starting")
    STARTING
  }

  /** A character with its styles. */
  public record SpeakerOffer(String name, String uuid, List<OfferedSpeaker.Style> styles) {}

  /** One that is there. */
  public static EngineView of(EngineInfo info, List<OfferedSpeaker> speakers) {
    String name = info.brand().isEmpty() ? "engine" : info.brand();
    List<SpeakerOffer> characters =
        speakers.stream().map(it -> new SpeakerOffer(it.name(), it.uuid(), it.styles())).toList();
    return new EngineView(
        State.UP, name, info.version(), info.url(), "", info.isDraft(), characters);
  }

  /** One that is not there. */
  public static EngineView away(State state, String addresses, String message) {
    return new EngineView(state, "", "", addresses, message, false, List.of());
  }
}

package dev.zundacast.studio.episode;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.zundacast.disk.Json.Fields;
import org.jspecify.annotations.Nullable;

/**
 * A line as the page shows it, and what of it is asked here, too.
 *
 * @param source what a change names as its base
 * @param clip name of the sound
 * @param error the engine's words, "" where it did not fail
 */
public record LineView(
    String id,
    String source,
    @Nullable String clip,
    @Nullable Long millis,
    String error,
    Fields json) {

  /** How it stands with a line's sound. */
  public enum State {
    /** It was never spoken here. */
    @JsonProperty("none")
    NONE,
    @JsonProperty("spoken")
    SPOKEN,
    /** What was spoken is no longer what it says. */
    @JsonProperty("changed")
    CHANGED,
    /** It waits to be spoken. */
    @JsonProperty("waiting")
    WAITING,
    @JsonProperty("speaking")
    SPEAKING,
    @JsonProperty("failed")
    FAILED
  }

  @Override
  @JsonValue
  public Fields json() {
    return json;
  }
}

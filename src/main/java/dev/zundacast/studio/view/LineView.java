package dev.zundacast.studio.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of an episode.
 *
 * @param speaker the name of the voice that says it
 * @param ownSpeaker the speaker that the line itself names, absent where the script's speaks
 * @param style of that voice, absent where it is the voice's own
 * @param written with inline readings
 * @param spoken what a {@code >} row asks to be said instead
 * @param accents what a {@code >>} row asks to be said instead, in kana notation
 * @param said what the engine is sent
 * @param error the engine's words, where it failed
 * @param clip name of the sound
 * @param startMillis where it begins in the MP3 that was built last
 * @param edited whether the MP3 that was built last says it otherwise
 * @param source what a change names as its base
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LineView(
    String id,
    String speaker,
    @Nullable String ownSpeaker,
    @Nullable String style,
    String written,
    @Nullable String spoken,
    @Nullable String accents,
    String said,
    List<Ruby> ruby,
    @Nullable Integer pauseMillis,
    @Nullable Double speed,
    @Nullable Double pitch,
    @Nullable Double intonation,
    @Nullable Double volume,
    State state,
    @Sentence @Nullable String error,
    @Nullable String clip,
    @Nullable Long millis,
    @Nullable Long startMillis,
    @Nullable String peaks,
    List<Finding> findings,
    boolean approved,
    boolean marked,
    @Nullable Decision decision,
    List<TakeView> takes,
    boolean edited,
    String source) {

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

  /** A run of the text with the reading that a person gave it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Ruby(String text, @Nullable String reading) {}

  /** What the post says in the line's place now. */
  public record Decision(String now) {}

  /**
   * A sound that the line had.
   *
   * @param spoken what the engine was sent
   * @param at when it was chosen or made, ISO 8601
   * @param current whether it is what the script says now
   */
  public record TakeView(
      String clip, long millis, String written, String spoken, String at, boolean current) {}

  /** Something about a line that a person should look at or listen to. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Finding(
      String rule,
      String severity,
      @Sentence String message,
      @Nullable String word,
      @Nullable Remedy remedy) {

    /**
     * What mends it.
     *
     * @param label for people
     * @param action {@code reading} (value: what is spoken), {@code dict} (value: word TAB reading
     *     TAB accent)
     */
    public record Remedy(@Sentence String label, String action, String value) {}
  }
}

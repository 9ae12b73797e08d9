package dev.zundacast.script;

import dev.zundacast.episode.LineOverrides;
import java.util.Optional;

/**
 * What to change in one line of a script; what is empty stays as it is.
 *
 * @param text what is written
 * @param spoken what is spoken instead; "" speaks what is written
 * @param speaker who says it; "" for the script's speaker
 * @param overrides its present values replace the line's, the others stay
 */
public record LineEdit(
    Optional<String> text,
    Optional<String> spoken,
    Optional<String> speaker,
    Optional<LineOverrides> overrides) {

  /** Changes nothing. */
  public static final LineEdit NONE =
      new LineEdit(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** Whether nothing is to be changed. */
  boolean isNone() {
    return text.isEmpty() && spoken.isEmpty() && speaker.isEmpty() && overrides.isEmpty();
  }
}

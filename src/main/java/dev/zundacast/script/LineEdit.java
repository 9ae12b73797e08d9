package dev.zundacast.script;

import dev.zundacast.episode.LineOverrides;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What to change in one line of a script; what is empty stays as it is.
 *
 * @param text what is written
 * @param spoken what is spoken instead; "" speaks what is written
 * @param speaker who says it; "" for the script's speaker
 * @param overrides values that depart from the voice's
 * @param others what becomes of departures that {@code overrides} does not name
 * @param pauseMillis silence after the line beside the usual pause
 */
public record LineEdit(
    Optional<String> text,
    Optional<String> spoken,
    Optional<String> speaker,
    Optional<LineOverrides> overrides,
    OtherOverrides others,
    Optional<Integer> pauseMillis) {

  /** What becomes of what is not named. */
  public enum OtherOverrides {
    STAYS,
    GOES
  }

  /** Changes nothing. */
  public static final LineEdit NONE =
      new LineEdit(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** A change after which all other departures and the pause are as before. */
  public LineEdit(
      Optional<String> text,
      Optional<String> spoken,
      Optional<String> speaker,
      Optional<LineOverrides> overrides) {
    this(text, spoken, speaker, overrides, OtherOverrides.STAYS, Optional.empty());
  }

  /** Whether nothing is to be changed. */
  boolean isNone() {
    return text.isEmpty()
        && spoken.isEmpty()
        && speaker.isEmpty()
        && overrides.isEmpty()
        && pauseMillis.isEmpty();
  }

  /** The same with another speaker. */
  LineEdit withSpeaker(String other) {
    return new LineEdit(text, spoken, Optional.of(other), overrides, others, pauseMillis);
  }

  /** What a line's departures from its voice become. */
  LineOverrides overridesOf(LineOverrides before) {
    LineOverrides now = overrides.orElse(LineOverrides.NONE);
    LineOverrides rest = others == OtherOverrides.GOES ? LineOverrides.NONE : before;
    return new LineOverrides(
        or(now.speed(), rest.speed()),
        or(now.pitch(), rest.pitch()),
        or(now.intonation(), rest.intonation()),
        or(now.volume(), rest.volume()));
  }

  private static OptionalDouble or(OptionalDouble one, OptionalDouble other) {
    return one.isPresent() ? one : other;
  }
}

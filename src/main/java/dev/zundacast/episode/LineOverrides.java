package dev.zundacast.episode;

import java.util.OptionalDouble;

/** What one line has in place of its voice's parameters ({@code [a1.03 speed=0.9]} in a script). */
public record LineOverrides(
    OptionalDouble speed, OptionalDouble pitch, OptionalDouble intonation, OptionalDouble volume) {

  /** A line spoken as its voice speaks. */
  public static final LineOverrides NONE =
      new LineOverrides(
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty());

  /** These departures, and of another line's what these say nothing about. */
  public LineOverrides over(LineOverrides other) {
    return new LineOverrides(
        speed.isPresent() ? speed : other.speed,
        pitch.isPresent() ? pitch : other.pitch,
        intonation.isPresent() ? intonation : other.intonation,
        volume.isPresent() ? volume : other.volume);
  }

  /** The voice's parameters with this line's departures put in. */
  public Voice.Parameters applyTo(Voice.Parameters voice) {
    return new Voice.Parameters(
        speed.orElse(voice.speed()),
        pitch.orElse(voice.pitch()),
        intonation.orElse(voice.intonation()),
        volume.orElse(voice.volume()),
        voice.pauseScale());
  }
}

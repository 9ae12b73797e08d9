package dev.zundacast.episode;

import java.util.Optional;

/** What one line has in place of its voice's parameters ({@code [a1.03 speed=0.9]} in a script). */
public record LineOverrides(
    Optional<Double> speed,
    Optional<Double> pitch,
    Optional<Double> intonation,
    Optional<Double> volume) {

  /** A line spoken as its voice speaks. */
  public static final LineOverrides NONE =
      new LineOverrides(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** These departures, and of another line's what these say nothing about. */
  public LineOverrides over(LineOverrides other) {
    return new LineOverrides(
        speed.or(other::speed),
        pitch.or(other::pitch),
        intonation.or(other::intonation),
        volume.or(other::volume));
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

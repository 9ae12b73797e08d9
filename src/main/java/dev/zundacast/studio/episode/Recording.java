package dev.zundacast.studio.episode;

import dev.zundacast.episode.Clip;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.LineOverrides;
import dev.zundacast.episode.SpokenLine;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A sound that a line had, and what the script said then.
 *
 * @param clip its identity
 * @param millis its length
 * @param voice who spoke
 * @param said what the engine was sent
 * @param at when it was made, ISO 8601
 */
record Recording(
    String clip,
    long millis,
    String voice,
    String said,
    String speaker,
    String written,
    String spoken,
    @Nullable Double speed,
    @Nullable Double pitch,
    @Nullable Double intonation,
    @Nullable Double volume,
    String at) {

  static Recording of(SpokenLine line, Clip clip) {
    Line now = line.line();
    LineOverrides overrides = now.overrides();
    return new Recording(
        clip.identity(),
        clip.millis(),
        line.voice().name(),
        line.spoken(),
        now.speaker(),
        now.written(),
        now.spoken(),
        orNull(overrides.speed()),
        orNull(overrides.pitch()),
        orNull(overrides.intonation()),
        orNull(overrides.volume()),
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
  }

  private static @Nullable Double orNull(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  /** How the line departed from its voice. */
  LineOverrides overrides() {
    return new LineOverrides(orEmpty(speed), orEmpty(pitch), orEmpty(intonation), orEmpty(volume));
  }

  /** A line as it was then. */
  Line of(Line line) {
    return line.withWritten(written)
        .withSpoken(spoken)
        .withSpeaker(speaker)
        .withOverrides(overrides());
  }

  private static OptionalDouble orEmpty(@Nullable Double value) {
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** Whether a line says the same now, as far as can be told without an engine. */
  boolean isOf(SpokenLine line) {
    return said.equals(line.spoken())
        && voice.equals(line.voice().name())
        && overrides().equals(line.line().overrides());
  }
}

package dev.zundacast.studio.episode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.LineOverrides;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.SpokenLine;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A change of one line as the page sends it: a field that is missing stays as it is, one that is
 * null is as usual from now on.
 *
 * @param fields the request's
 */
public record LineRequest(ObjectNode fields) {
  /** What the page had when the change began, "" for whatever is there. */
  String base() {
    return fields.path("base").asText("");
  }

  /**
   * What the change makes of a line that is like this now.
   *
   * @throws Problem of kind USAGE when a field holds what it cannot
   */
  public Line edited(SpokenLine spoken) {
    Line line = spoken.line();
    LineOverrides before = line.overrides();
    LineOverrides after =
        new LineOverrides(
            number("speed", before.speed()),
            number("pitch", before.pitch()),
            number("intonation", before.intonation()),
            number("volume", before.volume()));
    String said =
        text("accents")
            .filter(it -> !it.isEmpty())
            .or(() -> text("spoken"))
            .or(() -> text("accents"))
            .orElse(line.spoken());
    return line.withWritten(text("written").orElse(line.written()))
        .withSpoken(said)
        .withSpeaker(speaker(spoken).orElse(line.speaker()))
        .withOverrides(after)
        .withPause(pause().orElse(line.extraPauseMillis()));
  }

  private Optional<String> text(String name) {
    JsonNode value = fields.get(name);
    if (value == null || value.isNull()) {
      return Optional.ofNullable(value).map(usual -> "");
    }
    return Optional.of(required(name, "a text", value, value.isTextual()).asText());
  }

  private OptionalDouble number(String name, OptionalDouble before) {
    JsonNode value = fields.get(name);
    if (value == null || value.isNull()) {
      return value == null ? before : OptionalDouble.empty();
    }
    return OptionalDouble.of(required(name, "a number", value, value.isNumber()).asDouble());
  }

  private Optional<Integer> pause() {
    JsonNode value = fields.get("pauseMillis");
    if (value == null || value.isNull()) {
      return Optional.ofNullable(value).map(usual -> 0);
    }
    boolean fits = value.canConvertToInt() && value.asInt() >= 0;
    return Optional.of(required("pauseMillis", "milliseconds from 0 on", value, fits).asInt());
  }

  private static JsonNode required(String name, String what, JsonNode value, boolean fits) {
    if (!fits) {
      throw Problem.usage(name + ": expected " + what + " but was " + value);
    }
    return value;
  }

  /** A style is one of the line's voice, as in {@code name/style}. */
  private Optional<String> speaker(SpokenLine spoken) {
    Optional<String> name = text("speaker");
    Optional<String> style = text("style");
    if (style.isEmpty()) {
      return name;
    }
    String own = name.orElse(spoken.line().speaker()).replaceFirst("/.*", "");
    String voice = own.isEmpty() && !style.get().isEmpty() ? spoken.voice().name() : own;
    return Optional.of(style.get().isEmpty() ? voice : voice + "/" + style.get());
  }
}

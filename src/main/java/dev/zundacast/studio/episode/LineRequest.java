package dev.zundacast.studio.episode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.LineOverrides;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.message.Message;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;

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
  Line edited(SpokenLine spoken) {
    Line line = spoken.line();
    LineOverrides before = line.overrides();
    String accents = text("accents", "");
    return line.withWritten(text("written", line.written()))
        .withSpoken(
            accents.isEmpty()
                ? text("spoken", fields.has("accents") ? "" : line.spoken())
                : accents)
        .withSpeaker(speaker(spoken))
        .withOverrides(
            new LineOverrides(
                number("speed", before.speed()),
                number("pitch", before.pitch()),
                number("intonation", before.intonation()),
                number("volume", before.volume())))
        .withPause(
            field(
                "pauseMillis",
                line.extraPauseMillis(),
                0,
                Message.of("studio.millisecondsFrom"),
                value -> value.canConvertToInt() && value.asInt() >= 0,
                JsonNode::asInt));
  }

  private String text(String name, String before) {
    return field(name, before, "", Message.of("disk.text"), JsonNode::isTextual, JsonNode::asText);
  }

  private OptionalDouble number(String name, OptionalDouble before) {
    return field(
        name,
        before,
        OptionalDouble.empty(),
        Message.of("terminal.number"),
        JsonNode::isNumber,
        value -> OptionalDouble.of(value.asDouble()));
  }

  private <T> T field(
      String name,
      T before,
      T usual,
      Message what,
      Predicate<JsonNode> fits,
      Function<JsonNode, T> read) {
    JsonNode value = fields.get(name);
    if (value == null || value.isNull()) {
      return value == null ? before : usual;
    }
    if (!fits.test(value)) {
      throw Problem.usage(Message.of("studio.expectedBut", name, what, value));
    }
    return read.apply(value);
  }

  /** A style is one of the line's voice, as in {@code name/style}. */
  private String speaker(SpokenLine spoken) {
    String name = text("speaker", spoken.line().speaker());
    if (!fields.has("style")) {
      return name;
    }
    String style = text("style", "");
    String own = name.replaceFirst("/.*", "");
    String voice = own.isEmpty() && !style.isEmpty() ? spoken.voice().name() : own;
    return style.isEmpty() ? voice : voice + "/" + style;
  }
}

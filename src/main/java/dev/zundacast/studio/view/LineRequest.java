package dev.zundacast.studio.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.LineOverrides;
import dev.zundacast.script.LineEdit;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A change of one line as the page sends it: a field that is missing stays as it is, one that is
 * null is as usual from now on.
 *
 * @param base what the page had when the change began, "" for whatever is there
 * @param fields the request's
 */
public record LineRequest(String base, ObjectNode fields) {

  /** Reads a request's body. */
  public static LineRequest of(ObjectNode body) {
    return new LineRequest(body.path("base").asText(""), body);
  }

  /** The change of a line that is like this now. */
  public LineEdit edit(Line line) {
    LineOverrides before = line.overrides();
    LineOverrides after =
        new LineOverrides(
            number("speed", before.speed()),
            number("pitch", before.pitch()),
            number("intonation", before.intonation()),
            number("volume", before.volume()));
    return new LineEdit(
        text("written"),
        text("accents")
            .filter(it -> !it.isEmpty())
            .or(() -> text("spoken"))
            .or(() -> text("accents")),
        speaker(line),
        after.equals(before) ? Optional.empty() : Optional.of(after),
        after.equals(before) ? LineEdit.OtherOverrides.STAYS : LineEdit.OtherOverrides.GOES,
        pause());
  }

  private Optional<String> text(String name) {
    JsonNode value = fields.get(name);
    return value == null ? Optional.empty() : Optional.of(value.isNull() ? "" : value.asText());
  }

  private OptionalDouble number(String name, OptionalDouble before) {
    JsonNode value = fields.get(name);
    if (value == null) {
      return before;
    }
    return value.isNumber() ? OptionalDouble.of(value.asDouble()) : OptionalDouble.empty();
  }

  private Optional<Integer> pause() {
    JsonNode value = fields.has("pauseMillis") ? fields.get("pauseMillis") : fields.get("pause");
    return value == null ? Optional.empty() : Optional.of(Math.max(0, value.asInt(0)));
  }

  /** A style is one of the line's voice, as in {@code name/style}. */
  private Optional<String> speaker(Line line) {
    Optional<String> name = text("speaker");
    Optional<String> style = text("style");
    if (style.isEmpty()) {
      return name;
    }
    String voice = name.orElse(line.speaker()).replaceFirst("/.*", "");
    return Optional.of(style.get().isEmpty() ? voice : voice + "/" + style.get());
  }
}

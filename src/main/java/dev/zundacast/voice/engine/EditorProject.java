package dev.zundacast.voice.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zundacast.disk.Json;
import dev.zundacast.disk.Resource;
import dev.zundacast.episode.SpokenLine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/** Lines with queries to a project of VOICEVOX's editor, which knows engines by their uuids. */
public record EditorProject(ObjectNode json, String engine) {
  /**
   * What the editor begins with: no line, and songs of one empty track. The version is the first
   * whose lines have all that is written here; newer editors add what came since.
   */
  private static final String EMPTY = Resource.text(EditorProject.class, "empty-project.json");

  private static final Pattern NEXT_WORD = Pattern.compile("_([a-z])");

  static EditorProject of(String engine) throws IOException {
    return new EditorProject((ObjectNode) Json.tree(EMPTY), engine);
  }

  /** Puts a line at the end. */
  public void add(SpokenLine line, Engine.Queries spoken) {
    // The same line has the same key in each export, so that two projects can be compared.
    byte[] name = ("zundacast/" + line.line().id()).getBytes(StandardCharsets.UTF_8);
    String key = UUID.nameUUIDFromBytes(name).toString();
    json.withArray("/talk/audioKeys").add(key);
    ObjectNode item = json.withObject("/talk/audioItems").putObject(key);
    item.put("text", line.line().display());
    item.putObject("voice")
        .put("engineId", engine)
        .put("speakerId", spoken.style().uuid())
        .put("styleId", spoken.style().id());
    item.set("query", query(spoken.queries()));
  }

  /** A long line is asked for in parts; the editor holds it in one. */
  private static ObjectNode query(List<ObjectNode> parts) {
    ObjectNode query = (ObjectNode) named(parts.get(0));
    for (ObjectNode part : parts.subList(1, parts.size())) {
      named(part.path("accent_phrases")).forEach(query.withArray("accentPhrases")::add);
    }
    query.put("pauseLengthScale", query.path("pauseLengthScale").asDouble(1));
    return query.put("outputSamplingRate", "engineDefault");
  }

  /** What engines call vowel_length, the editor calls vowelLength; what is null is left out. */
  private static JsonNode named(JsonNode node) {
    if (node.isArray()) {
      ArrayNode all = JsonNodeFactory.instance.arrayNode();
      node.forEach(it -> all.add(named(it)));
      return all;
    }
    if (!node.isObject()) {
      return node;
    }
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    node.properties().stream()
        .filter(it -> !it.getValue().isNull())
        .forEach(
            it ->
                fields.set(
                    NEXT_WORD
                        .matcher(it.getKey())
                        .replaceAll(found -> found.group(1).toUpperCase(Locale.ROOT)),
                    named(it.getValue())));
    return fields;
  }
}

package dev.zundacast.draft.dictionary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** User words to JSON, on the disk as over HTTP, and back. */
public final class WordJson {
  private WordJson() {}

  public static ObjectNode write(Map<String, UserWord> words) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    words.forEach((uuid, word) -> node.set(uuid, write(word)));
    return node;
  }

  private static ObjectNode write(UserWord word) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("surface", word.surface())
        .put("priority", word.priority())
        .put("context_id", word.contextId())
        .put("part_of_speech", word.speech().get(0))
        .put("part_of_speech_detail_1", word.speech().get(1))
        .put("part_of_speech_detail_2", word.speech().get(2))
        .put("part_of_speech_detail_3", word.speech().get(3))
        .put("inflectional_type", word.inflectionalType())
        .put("inflectional_form", word.inflectionalForm())
        .put("stem", word.stem())
        .put("yomi", word.yomi())
        .put("pronunciation", word.pronunciation())
        .put("accent_type", word.accentType())
        .put("mora_count", word.moraCount())
        .put("accent_associative_rule", word.accentRule());
  }

  /** Reads a word that {@link #write} wrote. */
  static UserWord read(JsonNode node) {
    UserWord word =
        new UserWord(
            node.path("surface").asText(),
            node.path("priority").asInt(),
            node.path("context_id").asInt(),
            List.of(
                node.path("part_of_speech").asText(),
                node.path("part_of_speech_detail_1").asText(),
                node.path("part_of_speech_detail_2").asText(),
                node.path("part_of_speech_detail_3").asText()),
            node.path("inflectional_type").asText(),
            node.path("inflectional_form").asText(),
            node.path("stem").asText(),
            node.path("yomi").asText(),
            node.path("pronunciation").asText(),
            node.path("accent_type").asInt(),
            node.path("mora_count").asInt(),
            node.path("accent_associative_rule").asText());
    if (!word.fits()) {
      throw new IllegalArgumentException("no word of a user dictionary: " + node);
    }
    return word;
  }
}

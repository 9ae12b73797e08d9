package dev.zundacast.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An engine that answers as AivisSpeech does: ids of styles are hashes, which may be negative,
 * pauses are moras, all lengths are 0, the kana of a query is its text, and dictionary words hold
 * lists.
 */
final class AivisInFront extends EngineInFront {
  private static final long FIRST_STYLE = -1_888_753_760L;
  private static final Pattern SPEAKER = Pattern.compile("(?<=[?&]speaker=)-?\\d+");
  private static final Pattern TEXT = Pattern.compile("(?<=[?&]text=)[^&]*");

  AivisInFront(String url) {
    super(url);
  }

  @Override
  String asked(String target) {
    return SPEAKER
        .matcher(target)
        .replaceFirst(id -> Long.toString(Long.parseLong(id.group()) - FIRST_STYLE));
  }

  @Override
  byte[] answered(String target, byte[] body) throws IOException {
    String path = target.replaceFirst("\\?.*", "");
    return switch (path) {
      case "/engine_manifest" -> bytes(manifest(DraftClient.JSON.readTree(body)));
      case "/speakers" -> bytes(hashed(DraftClient.JSON.readTree(body)));
      case "/audio_query" -> bytes(query(target, DraftClient.JSON.readTree(body)));
      case "/user_dict" -> bytes(words());
      default -> body;
    };
  }

  private static byte[] bytes(JsonNode json) throws IOException {
    return DraftClient.JSON.writeValueAsBytes(json);
  }

  private static JsonNode manifest(JsonNode manifest) {
    ((ObjectNode) manifest)
        .put("name", "AivisSpeech Engine")
        .put("brand_name", "AivisSpeech")
        .put("default_sampling_rate", 44100);
    return manifest;
  }

  private static JsonNode hashed(JsonNode speakers) {
    for (JsonNode speaker : speakers) {
      ((ObjectNode) speaker).put("name", "ずんだもん");
      for (JsonNode style : speaker.path("styles")) {
        ((ObjectNode) style).put("id", FIRST_STYLE + style.path("id").asLong());
      }
    }
    return speakers;
  }

  private static JsonNode query(String target, JsonNode answer) {
    ObjectNode query = (ObjectNode) answer;
    for (JsonNode phrase : query.path("accent_phrases")) {
      ArrayNode moras = (ArrayNode) phrase.path("moras");
      if (phrase.path("pause_mora").isObject()) {
        moras.addObject().put("text", "、").put("vowel", "pau").putNull("consonant");
        ((ObjectNode) phrase).putNull("pause_mora");
      }
      for (JsonNode mora : moras) {
        ((ObjectNode) mora).put("vowel_length", 0.0).put("pitch", 0.0);
      }
    }
    Matcher text = TEXT.matcher(target);
    String written = text.find() ? URLDecoder.decode(text.group(), StandardCharsets.UTF_8) : "";
    return query.put("outputSamplingRate", 44100).put("kana", written);
  }

  /** One word of a person, in the form that only this engine has. */
  private static JsonNode words() {
    ObjectNode words = DraftClient.JSON.createObjectNode();
    ObjectNode word = words.putObject("a89596ad-caa8-4f4e-8eb3-3d2261c798fd");
    word.put("surface", "ＡＩＶＩＳ").put("priority", 5);
    word.putArray("stem").add("ＡＩＶＩＳ");
    word.putArray("yomi").add("アイビス");
    word.putArray("pronunciation").add("アイビス");
    word.putArray("accent_type").add(1);
    word.putArray("mora_count").add(4);
    return words;
  }
}

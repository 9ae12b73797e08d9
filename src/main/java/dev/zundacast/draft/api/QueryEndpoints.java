package dev.zundacast.draft.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zundacast.draft.speech.VoiceFile;
import dev.zundacast.draft.speech.AccentPhrase;
import dev.zundacast.draft.speech.AudioQuery;
import dev.zundacast.draft.speech.KanaNotation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Texts to audio queries, and what changes the accent phrases of a query. */
final class QueryEndpoints {
  /** VOICEVOX takes no more in one call either. */
  private static final int MOST_BYTES = 8191;

  private final Styles styles;
  private final Api.Parts parts;
  private final Presets presets;

  QueryEndpoints(Styles styles, Api.Parts parts, Presets presets) {
    this.styles = styles;
    this.parts = parts;
    this.presets = presets;
  }

  /** Fills accent phrases in one way or another. */
  @FunctionalInterface
  private interface Filling {
    List<AccentPhrase> fill(List<AccentPhrase> phrases, VoiceFile voice) throws IOException;
  }

  void addTo(Router router) {
    router
        .post("/audio_query", this::audioQuery)
        .post("/audio_query_from_preset", this::audioQueryFromPreset)
        .post("/accent_phrases", this::accentPhrases)
        .post("/mora_data", request -> fill(request, parts.prosody()::fill))
        .post("/mora_length", request -> fill(request, parts.prosody()::fillLengths))
        .post("/mora_pitch", request -> fill(request, parts.prosody()::fillPitches))
        .post("/validate_kana", this::validateKana);
  }

  private Answer audioQuery(Request request) throws IOException, Refusal {
    String text = request.text("text");
    int style = request.integer("speaker");
    request.bool("enable_katakana_english", true);
    request.findings().throwIfAny();
    Styles.checkCore(request);
    AudioQuery query = AudioQuery.of(phrases(text, styles.voice(style)), InfoEndpoints.RATE);
    return Answer.json(QueryJson.write(query));
  }

  private Answer audioQueryFromPreset(Request request) throws IOException, Refusal {
    String text = request.text("text");
    int id = request.integer("preset_id");
    request.bool("enable_katakana_english", true);
    request.findings().throwIfAny();
    Styles.checkCore(request);
    PresetEndpoints.Preset preset =
        presets.find(id).orElseThrow(() -> Refusal.detail(422, "該当するプリセットIDが見つかりません"));
    AudioQuery query =
        AudioQuery.of(phrases(text, styles.voice(preset.style())), InfoEndpoints.RATE);
    ObjectNode node = QueryJson.write(query);
    // What a preset and a query have in common has one name in both.
    preset.json().properties().forEach(field -> node.replace(field.getKey(), field.getValue()));
    return Answer.json(node.without(List.of("id", "name", "speaker_uuid", "style_id")));
  }

  private Answer accentPhrases(Request request) throws IOException, Refusal {
    String text = request.text("text");
    int style = request.integer("speaker");
    boolean kana = request.bool("is_kana", false);
    request.bool("enable_katakana_english", true);
    request.findings().throwIfAny();
    Styles.checkCore(request);
    VoiceFile voice = styles.voice(style);
    return Answer.json(
        QueryJson.write(
            kana ? parts.prosody().fill(parseKana(text), voice) : phrases(text, voice)));
  }

  private List<AccentPhrase> phrases(String text, VoiceFile voice) throws IOException, Refusal {
    if (text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      throw Refusal.detail(
          422, "the text is longer than " + MOST_BYTES + " bytes of UTF-8: send it in parts");
    }
    return parts.prosody().fill(parts.jtalk().analyse(text), voice);
  }

  private Answer fill(Request request, Filling filling) throws IOException, Refusal {
    int style = request.integer("speaker");
    JsonNode body = request.body();
    List<AccentPhrase> phrases = QueryJson.phrases(body, request.findings());
    request.findings().throwIfAny();
    Styles.checkCore(request);
    return Answer.json(QueryJson.write(filling.fill(phrases, styles.voice(style))));
  }

  private Answer validateKana(Request request) throws Refusal {
    String text = request.text("text");
    request.findings().throwIfAny();
    parseKana(text);
    return Answer.json(BooleanNode.TRUE);
  }

  private static List<AccentPhrase> parseKana(String text) throws Refusal {
    try {
      return KanaNotation.parse(text);
    } catch (KanaNotation.NotKana e) {
      ObjectNode detail =
          Json.object().put("text", e.getMessage()).put("error_name", e.errorName());
      ObjectNode args = detail.putObject("error_args");
      e.args().forEach(args::put);
      throw Refusal.detail(400, detail);
    }
  }
}

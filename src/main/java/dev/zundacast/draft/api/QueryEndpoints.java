package dev.zundacast.draft.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.zundacast.draft.api.Router.Answer;
import dev.zundacast.draft.speech.AccentNotation;
import dev.zundacast.draft.speech.AccentPhrase;
import dev.zundacast.draft.speech.AudioQuery;
import dev.zundacast.draft.speech.Prosody;
import dev.zundacast.draft.speech.VoiceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Texts to audio queries, and what changes the accent phrases of a query. */
final class QueryEndpoints {
  /** VOICEVOX takes no more in one call either. */
  private static final int MOST_BYTES = 8191;

  private final Narrator narrator;
  private final Api.Parts parts;
  private final Presets presets;

  QueryEndpoints(Api.Parts parts, Presets presets) {
    this.narrator = parts.narrator();
    this.parts = parts;
    this.presets = presets;
  }

  private record KanaProblem(
      @Nullable String text,
      @JsonProperty("error_name") String name,
      @JsonProperty("error_args") Map<String, String> args) {}

  void addTo(Router router) {
    router
        .post("/audio_query", this::audioQuery)
        .post("/audio_query_from_preset", this::audioQueryFromPreset)
        .post("/accent_phrases", this::accentPhrases)
        .post("/mora_data", request -> fill(request, Prosody.Filled.ALL))
        .post("/mora_length", request -> fill(request, Prosody.Filled.LENGTHS))
        .post("/mora_pitch", request -> fill(request, Prosody.Filled.PITCHES))
        .post("/validate_kana", this::validateKana);
  }

  private Answer audioQuery(Request request) throws IOException, Refusal {
    String text = request.text("text");
    int style = request.integer("speaker");
    Prosody.Filled filled = filled(request);
    request.findings().throwIfAny();
    Narrator.checkCore(request);
    List<AccentPhrase> phrases = phrases(text, narrator.voice(style), filled);
    return Answer.json(AudioQuery.of(phrases, InfoEndpoints.RATE));
  }

  private Answer audioQueryFromPreset(Request request) throws IOException, Refusal {
    String text = request.text("text");
    int id = request.integer("preset_id");
    request.findings().throwIfAny();
    Narrator.checkCore(request);
    Presets.Preset preset =
        presets.find(id).orElseThrow(() -> Refusal.detail(422, "該当するプリセットIDが見つかりません"));
    List<AccentPhrase> phrases =
        phrases(text, narrator.voice(preset.styleId()), Prosody.Filled.ALL);
    return Answer.json(preset.query(phrases, InfoEndpoints.RATE));
  }

  private Answer accentPhrases(Request request) throws IOException, Refusal {
    String text = request.text("text");
    int style = request.integer("speaker");
    boolean kana = request.bool("is_kana", false);
    Prosody.Filled filled = filled(request);
    request.findings().throwIfAny();
    Narrator.checkCore(request);
    VoiceFile voice = narrator.voice(style);
    return Answer.json(
        kana ? parts.prosody().fill(parseKana(text), voice, filled) : phrases(text, voice, filled));
  }

  /** Lengths and pitches take ten times as long as the phrases: a reader of kana needs none. */
  private static Prosody.Filled filled(Request request) {
    return request.bool("lengths", true) ? Prosody.Filled.ALL : Prosody.Filled.NOTHING;
  }

  private List<AccentPhrase> phrases(String text, VoiceFile voice, Prosody.Filled filled)
      throws IOException, Refusal {
    if (text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      throw Refusal.detail(
          422, "the text is longer than " + MOST_BYTES + " bytes of UTF-8: send it in parts");
    }
    return parts.prosody().fill(parts.jtalk().analyse(text), voice, filled);
  }

  private Answer fill(Request request, Prosody.Filled filled) throws IOException, Refusal {
    int style = request.integer("speaker");
    List<AccentPhrase> phrases = request.bodyList(AccentPhrase.class);
    Narrator.checkCore(request);
    return Answer.json(parts.prosody().fill(phrases, narrator.voice(style), filled));
  }

  private Answer validateKana(Request request) throws Refusal {
    String text = request.text("text");
    request.findings().throwIfAny();
    parseKana(text);
    return Answer.json(true);
  }

  private static List<AccentPhrase> parseKana(String text) throws Refusal {
    try {
      return AccentNotation.parse(text);
    } catch (AccentNotation.NotKana e) {
      KanaProblem detail = new KanaProblem(e.getMessage(), e.errorName(), e.args());
      throw Refusal.detail(400, detail);
    }
  }
}

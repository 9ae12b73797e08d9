package dev.zundacast.draft.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the engine is and who speaks. */
final class InfoEndpoints {
  /** Raised whenever the same query sounds different, so that clients speak it anew. */
  static final String VERSION = "0.1.0";

  static final int RATE = 24000;

  private static final int ICON = 64;

  private static final List<String> SUPPORTED =
      List.of(
          "adjust_mora_pitch",
          "adjust_phoneme_length",
          "adjust_speed_scale",
          "adjust_pitch_scale",
          "adjust_intonation_scale",
          "adjust_volume_scale",
          "adjust_pause_length",
          "interrogative_upspeak",
          "return_resource_url");

  private static final List<String> UNSUPPORTED =
      List.of("synthesis_morphing", "sing", "manage_library", "apply_katakana_english");

  private final Styles styles;
  private final Set<Integer> initialised = ConcurrentHashMap.newKeySet();

  InfoEndpoints(Styles styles) {
    this.styles = styles;
  }

  void addTo(Router router) {
    router
        .get("/version", request -> Answer.json(TextNode.valueOf(VERSION)))
        .get("/core_versions", request -> Answer.json(Json.array().add(Styles.CORE_VERSION)))
        .get("/engine_manifest", request -> Answer.json(manifest()))
        .get("/supported_devices", this::devices)
        .get("/speakers", this::speakers)
        .get("/singers", this::singers)
        .post("/initialize_speaker", this::initialise)
        .get("/is_initialized_speaker", this::isInitialised);
  }

  private ObjectNode manifest() {
    ObjectNode manifest = Json.object().put("manifest_version", "0.13.1");
    manifest.put("name", "zundacast draft engine").put("brand_name", "zundacast draft");
    manifest.put("uuid", "0b7a2f0e-5a58-4c4c-9a39-4f0f6f9f5d31");
    manifest.put("url", "http://www.mmdagent.jp/");
    manifest.put("icon", Base64.getEncoder().encodeToString(Pictures.disc(ICON, 0)));
    manifest.put("default_sampling_rate", RATE).put("frame_rate", RATE / 256.0);
    manifest.put("terms_of_service", styles.narrator().policy());
    ObjectNode update = manifest.putArray("update_infos").addObject().put("version", VERSION);
    update.putArray("descriptions").add("最初の版");
    update.putArray("contributors");
    manifest.set("dependency_licenses", licenses());
    manifest.putNull("supported_vvlib_manifest_version");
    ObjectNode features = manifest.putObject("supported_features");
    SUPPORTED.forEach(feature -> features.put(feature, true));
    UNSUPPORTED.forEach(feature -> features.put(feature, false));
    return manifest;
  }

  private ArrayNode licenses() {
    ArrayNode list = Json.array();
    list.addObject()
        .put("name", "Open JTalk")
        .putNull("version")
        .put("license", "Modified BSD")
        .put(
            "text",
            "Copyright (c) 2008-2016 Nagoya Institute of Technology. http://open-jtalk.sp.nitech.ac.jp/");
    list.addObject()
        .put("name", "hts_engine API")
        .putNull("version")
        .put("license", "Modified BSD")
        .put(
            "text",
            "Copyright (c) 2001-2015 Nagoya Institute of Technology, 2001-2008 Tokyo Institute of Technology. http://hts-engine.sourceforge.net/");
    list.addObject()
        .put("name", styles.narrator().name())
        .putNull("version")
        .putNull("license")
        .put("text", styles.narrator().policy());
    return list;
  }

  private Answer devices(Request request) throws Refusal {
    Styles.checkCore(request);
    return Answer.json(Json.object().put("cpu", true).put("cuda", false).put("dml", false));
  }

  private Answer singers(Request request) throws Refusal {
    Styles.checkCore(request);
    return Answer.json(Json.array());
  }

  private Answer speakers(Request request) throws Refusal {
    Styles.checkCore(request);
    ArrayNode list = Json.array();
    ObjectNode speaker = list.addObject().put("name", styles.narrator().name());
    speaker.put("speaker_uuid", styles.narrator().uuid());
    ArrayNode array = speaker.putArray("styles");
    for (Narrator.Style style : styles.narrator().styles()) {
      array.addObject().put("name", style.name()).put("id", style.id()).put("type", "talk");
    }
    speaker.put("version", VERSION);
    speaker.putObject("supported_features").put("permitted_synthesis_morphing", "NOTHING");
    return Answer.json(list);
  }

  private Answer initialise(Request request) throws Refusal {
    int style = request.integer("speaker");
    request.bool("skip_reinit", false);
    request.findings().throwIfAny();
    Styles.checkCore(request);
    styles.voice(style);
    initialised.add(style);
    return Answer.NO_CONTENT;
  }

  private Answer isInitialised(Request request) throws Refusal {
    int style = request.integer("speaker");
    request.findings().throwIfAny();
    Styles.checkCore(request);
    styles.voice(style);
    return Answer.json(BooleanNode.valueOf(initialised.contains(style)));
  }
}

package dev.zundacast.draft.api;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.zundacast.draft.api.Router.Answer;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

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

  private final Narrator narrator;
  private final Set<Integer> initialised = ConcurrentHashMap.newKeySet();

  InfoEndpoints(Narrator narrator) {
    this.narrator = narrator;
  }

  @JsonNaming(SnakeCaseStrategy.class)
  private record Manifest(
      String manifestVersion,
      String name,
      String brandName,
      String uuid,
      String url,
      String icon,
      int defaultSamplingRate,
      double frameRate,
      String termsOfService,
      List<Update> updateInfos,
      List<License> dependencyLicenses,
      @Nullable String supportedVvlibManifestVersion,
      Map<String, Boolean> supportedFeatures) {}

  private record Update(String version, List<String> descriptions, List<String> contributors) {}

  private record License(
      String name, @Nullable String version, @Nullable String license, String text) {}

  private record Devices(boolean cpu, boolean cuda, boolean dml) {}

  @JsonNaming(SnakeCaseStrategy.class)
  private record Speaker(
      String name,
      String speakerUuid,
      List<SpeakerStyle> styles,
      String version,
      Map<String, String> supportedFeatures) {}

  private record SpeakerStyle(String name, int id, String type) {}

  void addTo(Router router) {
    router
        .get("/version", request -> Answer.json(VERSION))
        .get("/core_versions", request -> Answer.json(List.of(Narrator.CORE_VERSION)))
        .get("/engine_manifest", request -> Answer.json(manifest()))
        .get("/supported_devices", request -> ofCore(request, new Devices(true, false, false)))
        .get("/speakers", request -> ofCore(request, List.of(speaker())))
        .get("/singers", request -> ofCore(request, List.of()))
        .post("/initialize_speaker", this::initialise)
        .get("/is_initialized_speaker", this::isInitialised);
  }

  private static Answer ofCore(Request request, Object value) throws Refusal {
    Narrator.checkCore(request);
    return Answer.json(value);
  }

  private Manifest manifest() {
    Map<String, Boolean> features = new LinkedHashMap<>();
    SUPPORTED.forEach(feature -> features.put(feature, true));
    UNSUPPORTED.forEach(feature -> features.put(feature, false));
    return new Manifest(
        "0.13.1",
        "zundacast draft engine",
        "zundacast draft",
        "0b7a2f0e-5a58-4c4c-9a39-4f0f6f9f5d31",
        "http://www.mmdagent.jp/",
        Base64.getEncoder().encodeToString(SpeakerEndpoints.disc(ICON, 0)),
        RATE,
        RATE / 256.0,
        narrator.policy(),
        List.of(new Update(VERSION, List.of("最初の版"), List.of())),
        licenses(),
        null,
        features);
  }

  private List<License> licenses() {
    return List.of(
        new License(
            "Open JTalk",
            null,
            "Modified BSD",
            "Copyright (c) 2008-2016 Nagoya Institute of Technology."
                + " http://open-jtalk.sp.nitech.ac.jp/"),
        new License(
            "hts_engine API",
            null,
            "Modified BSD",
            "Copyright (c) 2001-2015 Nagoya Institute of Technology, 2001-2008 Tokyo Institute of"
                + " Technology. http://hts-engine.sourceforge.net/"),
        new License(narrator.name(), null, null, narrator.policy()));
  }

  private Speaker speaker() {
    return new Speaker(
        narrator.name(),
        narrator.uuid(),
        narrator.styles().stream()
            .map(style -> new SpeakerStyle(style.name(), style.id(), "talk"))
            .toList(),
        VERSION,
        Map.of("permitted_synthesis_morphing", "NOTHING"));
  }

  private Answer initialise(Request request) throws Refusal {
    initialised.add(style(request));
    return Answer.NO_CONTENT;
  }

  private Answer isInitialised(Request request) throws Refusal {
    return Answer.json(initialised.contains(style(request)));
  }

  private int style(Request request) throws Refusal {
    int style = request.integer("speaker");
    request.findings().throwIfAny();
    Narrator.checkCore(request);
    narrator.voice(style);
    return style;
  }
}

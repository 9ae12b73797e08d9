package dev.zundacast.draft.api;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zundacast.disk.Json;
import dev.zundacast.disk.Resource;
import dev.zundacast.draft.api.Router.Answer;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the engine is and who speaks. */
final class InfoEndpoints {
  /** Raised whenever the same query sounds different, so that clients speak it anew. */
  static final String VERSION = "0.1.0";

  static final int RATE = 24000;
  private static final int ICON = 64;
  private final Narrator narrator;
  private final Set<Integer> initialised = ConcurrentHashMap.newKeySet();

  InfoEndpoints(Narrator narrator) {
    this.narrator = narrator;
  }

  private record Devices(boolean cpu, boolean cuda, boolean dml) {}

  @JsonNaming(SnakeCaseStrategy.class)
  private record SpeakerSummary(
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

  /** The manifest that the program carries, with the picture and the voice of this engine. */
  private ObjectNode manifest() throws IOException {
    byte[] carried = Resource.bytes(InfoEndpoints.class, "engine_manifest.json");
    ObjectNode manifest = (ObjectNode) Json.tree(carried);
    String icon = Base64.getEncoder().encodeToString(SpeakerEndpoints.disc(ICON, 0));
    manifest.put("icon", icon).put("terms_of_service", narrator.policy());
    manifest
        .withArray("dependency_licenses")
        .addObject()
        .put("name", narrator.name())
        .putNull("version")
        .putNull("license")
        .put("text", narrator.policy());
    return manifest;
  }

  private SpeakerSummary speaker() {
    return new SpeakerSummary(
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

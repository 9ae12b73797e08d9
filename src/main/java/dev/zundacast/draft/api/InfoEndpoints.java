package dev.zundacast.draft.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the engine is and who speaks. */
final class InfoEndpoints {
  /** Raised whenever the same query sounds different, so that clients speak it anew. */
  static final String VERSION = "0.1.0";

  static final int RATE = 24000;

  private final Styles styles;
  private final Set<Integer> initialised = ConcurrentHashMap.newKeySet();

  InfoEndpoints(Styles styles, Api.Parts parts) {
    this.styles = styles;
  }

  void addTo(Router router) {
    router
        .get("/version", request -> Answer.json(TextNode.valueOf(VERSION)))
        .get("/core_versions", request -> Answer.json(Json.array().add(Styles.CORE_VERSION)))
        .get("/supported_devices", this::devices)
        .get("/speakers", this::speakers)
        .get("/singers", this::singers)
        .post("/initialize_speaker", this::initialise)
        .get("/is_initialized_speaker", this::isInitialised);
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

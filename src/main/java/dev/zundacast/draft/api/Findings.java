package dev.zundacast.draft.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** What is wrong with the parameters and the body of one request, in the form of pydantic. */
final class Findings {
  private final ArrayNode list = Json.array();

  void missing(Place place, JsonNode input) {
    add("missing", place, "Field required", input, null);
  }

  void add(String type, Place place, String message, JsonNode input) {
    add(type, place, message, input, null);
  }

  void add(String type, Place place, String message, JsonNode input, @Nullable ObjectNode context) {
    ObjectNode finding = list.addObject().put("type", type);
    finding.set("loc", place.json());
    finding.put("msg", message);
    finding.set("input", input);
    if (context != null) {
      finding.set("ctx", context);
    }
  }

  boolean isEmpty() {
    return list.isEmpty();
  }

  /** Answers 422 when there is anything. */
  void throwIfAny() throws Refusal {
    if (!list.isEmpty()) {
      throw Refusal.detail(422, list);
    }
  }
}

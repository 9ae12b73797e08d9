package dev.zundacast.draft.api;

import com.fasterxml.jackson.databind.node.ArrayNode;

/** Where in a request something stands: {@code ["body", "accent_phrases", 0]}. */
record Place(ArrayNode json) {
  static final Place BODY = new Place(Json.array().add("body"));

  static Place query(String name) {
    return new Place(Json.array().add("query").add(name));
  }

  Place field(String name) {
    return new Place(json.deepCopy().add(name));
  }

  Place item(int index) {
    return new Place(json.deepCopy().add(index));
  }
}

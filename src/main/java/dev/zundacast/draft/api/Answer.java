package dev.zundacast.draft.api;

import com.fasterxml.jackson.databind.JsonNode;

/** What goes back to a client. */
@SuppressWarnings("ArrayRecordComponent") // Written to the socket once; compared by nobody.
record Answer(int status, String type, byte[] body) {
  static final Answer NO_CONTENT = new Answer(204, "", new byte[0]);

  static Answer json(JsonNode node) {
    return json(200, node);
  }

  static Answer json(int status, JsonNode node) {
    return new Answer(status, "application/json", Json.bytes(node));
  }

  static Answer wav(byte[] body) {
    return new Answer(200, "audio/wav", body);
  }
}

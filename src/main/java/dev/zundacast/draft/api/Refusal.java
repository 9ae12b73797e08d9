package dev.zundacast.draft.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** Thrown to answer a request with an error. */
final class Refusal extends Exception {
  private static final long serialVersionUID = 1;
  private final int status;
  private final transient JsonNode body;

  private Refusal(int status, String key, JsonNode value) {
    super(status + " " + value, null, false, false);
    this.status = status;
    this.body = Json.object().set(key, value);
  }

  /** {@code {"detail": …}}, as most errors are. */
  static Refusal detail(int status, JsonNode detail) {
    return new Refusal(status, "detail", detail);
  }

  /** {@code {"detail": "…"}}. */
  static Refusal detail(int status, String detail) {
    return detail(status, TextNode.valueOf(detail));
  }

  /** {@code {"message": "…"}}, as errors about styles and cores are. */
  static Refusal message(String message) {
    return new Refusal(422, "message", TextNode.valueOf(message));
  }

  Answer answer() {
    return Answer.json(status, body);
  }
}

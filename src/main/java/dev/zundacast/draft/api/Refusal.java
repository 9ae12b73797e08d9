package dev.zundacast.draft.api;

import dev.zundacast.draft.api.Router.Answer;
import java.util.Map;

/** Thrown to answer a request with an error. */
final class Refusal extends Exception {
  private static final long serialVersionUID = 1;
  private final int status;
  private final transient Map<String, Object> body;

  private Refusal(int status, Map<String, Object> body) {
    super(status + " " + body, null, false, false);
    this.status = status;
    this.body = body;
  }

  /** {@code {"detail": …}}, as most errors are. */
  static Refusal detail(int status, Object detail) {
    return new Refusal(status, Map.of("detail", detail));
  }

  /** {@code {"message": "…"}}, as errors about styles and cores are. */
  static Refusal message(String message) {
    return new Refusal(422, Map.of("message", message));
  }

  Answer answer() {
    return Answer.json(status, body);
  }
}

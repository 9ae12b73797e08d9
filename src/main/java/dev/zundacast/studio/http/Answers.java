package dev.zundacast.studio.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zundacast.disk.Json;
import dev.zundacast.episode.Problem;
import dev.zundacast.studio.view.ErrorView;
import io.javalin.http.Context;
import java.io.IOException;

/** Values to JSON answers, failures to answers that say what to do, bodies to values. */
final class Answers {
  private static final String JSON = "application/json; charset=utf-8";

  private Answers() {}

  static void json(Context answer, Object value) {
    answer.contentType(JSON).result(Json.text(value));
  }

  /**
   * The body of a request.
   *
   * @throws Refused when it is not of this shape
   */
  static <T> T body(Context request, Class<T> type) throws IOException {
    try {
      return Json.bind(object(request), type);
    } catch (JsonProcessingException e) {
      throw Refused.of(400, "the body is not of the expected shape: " + Json.fault(e));
    }
  }

  /** The body of a request as a tree; an empty one is an object without fields. */
  static ObjectNode object(Context request) throws IOException {
    byte[] body = request.bodyAsBytes();
    try {
      JsonNode tree = Json.document(body.length == 0 ? new byte[] {'{', '}'} : body);
      if (tree instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException e) {
      throw Refused.of(400, "the body is no JSON: " + Json.fault(e));
    }
    throw Refused.of(400, "the body is no JSON object");
  }

  static void refused(Refused refused, Context answer) {
    answer.status(refused.status());
    json(answer, ErrorView.of(String.valueOf(refused.getMessage())));
  }

  static void problem(Problem problem, Context answer) {
    answer.status(
        switch (problem.kind()) {
          case USAGE -> 400;
          case INPUT -> 422;
          case NO_ENGINE, AWAY -> 503;
          case FAILED -> 500;
        });
    json(answer, ErrorView.of(problem));
  }

  static void failed(Exception failure, Context answer) {
    answer.status(500);
    json(answer, ErrorView.of(String.valueOf(failure.getMessage())));
  }
}

package dev.zundacast.studio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zundacast.disk.Json;
import dev.zundacast.disk.Json.Fields;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
import dev.zundacast.tasks.IoFunction;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Values to JSON answers, failures to answers that say what to do, bodies to values. */
final class Answers {
  static final String JSON = "application/json; charset=utf-8";

  private Answers() {}

  /** The language that this name of one, or list of them, asks for. */
  static Locale language(@Nullable String asked) {
    boolean isJapanese = asked != null && asked.toLowerCase(Locale.ROOT).startsWith("ja");
    return isJapanese ? Locale.JAPANESE : Locale.ROOT;
  }

  /** The language that a page is in: it sends it or, where it cannot, names it in its address. */
  static Locale language(Context request) {
    String named = request.queryParam("lang");
    return language(named == null ? request.header("Accept-Language") : named);
  }

  /** What becomes of a request with a body. */
  interface Answer {
    Object to(Context request, ObjectNode body) throws IOException;
  }

  /** Addresses with what becomes the JSON of their answers. */
  record Table(RoutesConfig routes) {
    void get(String path, IoFunction<Context, Object> answer) {
      routes.get(path, request -> json(request, answer.apply(request)));
    }

    void post(String path, Answer answer) {
      routes.post(path, request -> json(request, answer.to(request, body(request))));
    }
  }

  static void json(Context answer, Object value) {
    answer.contentType(JSON).result(Json.said(value, language(answer)));
  }

  /** The body of a request as a tree; an empty one is an object without fields. */
  private static ObjectNode body(Context request) throws IOException {
    byte[] body = request.bodyAsBytes();
    try {
      JsonNode tree = Json.document(body.length == 0 ? new byte[] {'{', '}'} : body);
      if (tree instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException e) {
      throw Refused.of(400, "studio.noJson", Message.library(Json.fault(e)));
    }
    throw Refused.of(400, "studio.noObject");
  }

  /** A body as a value; refused when it is not of this shape. */
  static <T> T bind(ObjectNode body, Class<T> shape) {
    try {
      return Json.bind(body, shape);
    } catch (JsonProcessingException e) {
      throw Refused.of(400, "studio.otherShape", Message.library(Json.fault(e)));
    }
  }

  /** What failed, with its first place and what to do next where that is known. */
  static void failed(Exception failure, Context answer) {
    int status = status(failure);
    boolean expected =
        status != 500
            || failure instanceof Problem
            || failure instanceof IOException
            || failure instanceof UncheckedIOException;
    // What nobody expected is the studio's fault and no word about the request.
    Message why = expected ? Message.of(failure) : Message.of("studio.unexpected", failure);
    Fields error = Json.with("message", why);
    if (failure instanceof Problem problem) {
      problem.diagnostics().stream().findFirst().ifPresent(at -> locate(error, at));
    }
    Fields body = Json.with("error", error);
    json(
        answer.status(status),
        failure instanceof Refused refused ? body.with("theirs", refused.theirs()) : body);
  }

  private static int status(Exception failure) {
    if (failure instanceof Problem problem) {
      return switch (problem.kind()) {
        case USAGE -> 400;
        case INPUT -> 422;
        case NO_ENGINE, AWAY -> 503;
        case FAILED -> 500;
      };
    }
    return failure instanceof Refused refused ? refused.status() : 500;
  }

  private static void locate(Fields error, Diagnostic at) {
    error
        .with("place", at.placeIn(String.valueOf(at.file().getFileName())))
        .with("source", at.sourceLine().isEmpty() ? null : at.sourceLine())
        .with("caret", at.column() > 0 ? at.column() : null)
        .with("next", at.next().isEmpty() ? null : at.next());
  }
}

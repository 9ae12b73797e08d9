package dev.zundacast.studio.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.zundacast.disk.Json;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The messages in an answer to the language of the browser; what people wrote stays as it is. */
public final class Translation {
  /** The fields of answers that hold what the program says. */
  private static final Set<String> SAID =
      Set.of("message", "next", "error", "found", "change", "label", "did");

  /** Fields that hold it where another stands beside them, and names elsewhere. */
  private static final Map<String, Set<String>> BESIDE =
      Map.of("what", Set.of("step", "command"), "value", Set.of("change"));

  private final UnaryOperator<String> japanese;

  /** Translates by this. */
  public Translation(UnaryOperator<String> japanese) {
    this.japanese = japanese;
  }

  /** Whether a browser's first language is Japanese. */
  static boolean isAsked(Context request) {
    String languages = request.header("Accept-Language");
    return languages != null && languages.strip().startsWith("ja");
  }

  /** Puts an answer in JSON into the language that was asked for. */
  void translate(Context answer) {
    String type = answer.res().getContentType();
    if (isAsked(answer) && type != null && type.startsWith("application/json")) {
      String text = answer.result();
      if (text != null) {
        answer.result(of(text));
      }
    }
  }

  /** The same JSON with its messages in Japanese. */
  String of(String json) {
    try {
      JsonNode tree = Json.tree(json);
      walk(tree);
      return Json.text(tree);
    } catch (JsonProcessingException e) {
      return json;
    }
  }

  private void walk(JsonNode node) {
    if (node instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        if (isSaid(object, name)) {
          object.set(name, said(object.path(name)));
        }
      }
    }
    node.forEach(this::walk);
  }

  private static boolean isSaid(ObjectNode object, String name) {
    return SAID.contains(name)
        || BESIDE.getOrDefault(name, Set.of()).stream().anyMatch(object::has);
  }

  private JsonNode said(JsonNode value) {
    if (value instanceof TextNode text) {
      return TextNode.valueOf(japanese.apply(text.textValue()));
    }
    if (value instanceof ArrayNode all) {
      for (int i = 0; i < all.size(); i++) {
        all.set(i, said(all.get(i)));
      }
    }
    return value;
  }
}

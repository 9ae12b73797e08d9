package dev.zundacast.rewrite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.zundacast.disk.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds answers in what a model wrote, or a person pasted: JSON objects with prose around them. */
final class AnswerReader {
  /** What some local models think aloud before they answer. */
  private static final Pattern THOUGHTS = Pattern.compile("<think>.*?</think>", Pattern.DOTALL);

  /** No text that a person pastes holds more objects; each further brace costs time. */
  private static final int MOST = 200;

  private AnswerReader() {}

  /** The first answer in a text; empty when there is none of this shape. */
  static Optional<Answer> first(String text) {
    return all(text).stream().findFirst();
  }

  /** All answers in their order, also those that stand in a list. */
  static List<Answer> all(String text) {
    String said = THOUGHTS.matcher(text).replaceAll("");
    List<Answer> answers = new ArrayList<>();
    int at = said.indexOf('{');
    for (int found = 0; at >= 0 && found < MOST; found++) {
      int end = end(said, at);
      Optional<Answer> answer = end < 0 ? Optional.empty() : read(said.substring(at, end));
      answer.ifPresent(answers::add);
      at = said.indexOf('{', answer.isPresent() ? end : at + 1);
    }
    return answers;
  }

  private static Optional<Answer> read(String json) {
    try {
      JsonNode tree = Json.tree(json);
      return tree.isObject() && tree.has("lead") && tree.has("points")
          ? Optional.of(Json.bind(tree, Answer.class))
          : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** Behind the brace that closes the one here, or -1. */
  private static int end(String text, int from) {
    int depth = 0;
    boolean quoted = false;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        i += c == '\\' ? 1 : 0;
        quoted = c != '"';
      } else if (c == '"') {
        quoted = true;
      } else if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        return i + 1;
      }
    }
    return -1;
  }
}

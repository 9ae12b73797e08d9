package dev.zundacast.draft.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is wrong with the parameters and the body of one request, in the form of pydantic. */
final class RequestErrors {
  /** A list of a million wrong items needs no million findings. */
  private static final int MAX_FINDINGS = 100;

  private final List<Finding> list = new ArrayList<>();
  private boolean withInput = true;

  /** What is wrong at a place like {@code ["body", "accent_phrases", 0]}. */
  private record Finding(
      String type,
      List<Object> loc,
      String msg,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode input) {}

  static List<Object> below(List<Object> place, Object... names) {
    return Stream.concat(place.stream(), Stream.of(names)).toList();
  }

  void add(String type, List<Object> place, String message, JsonNode input) {
    if (list.size() < MAX_FINDINGS) {
      list.add(new Finding(type, place, message, withInput ? input : null));
    }
  }

  void missing(List<Object> place, JsonNode input) {
    add("missing", place, "Field required", input);
  }

  void leaveOutInput() {
    withInput = false;
  }

  boolean isFull() {
    return list.size() >= MAX_FINDINGS;
  }

  int size() {
    return list.size();
  }

  /** Answers 422 when there is anything. */
  void throwIfAny() throws Refusal {
    if (!list.isEmpty()) {
      throw refusal();
    }
  }

  Refusal refusal() {
    return Refusal.detail(422, list);
  }
}

package dev.zundacast.voice.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.zundacast.disk.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import okhttp3.ResponseBody;
import okio.BufferedSource;

/** An engine's refusal to the words in it: engines put them into JSON of four shapes. */
final class EngineAnswer {
  private static final long LARGEST = 1 << 16;
  private static final int LONGEST_WORDS = 200;

  private EngineAnswer() {}

  static EngineFault.Kind kind(int status) {
    if (status == 429 || status == 503) {
      return EngineFault.Kind.BUSY;
    }
    return status >= 500 && status != 501 ? EngineFault.Kind.FAILING : EngineFault.Kind.REFUSED;
  }

  /** {@code ": what the body says"}, or nothing when it says nothing. */
  static String explained(ResponseBody body) throws IOException {
    BufferedSource source = body.source();
    source.request(LARGEST);
    String text = source.getBuffer().clone().readUtf8();
    String words = visible(words(text));
    return words.isEmpty() ? "" : ": " + words;
  }

  private static String words(String body) {
    try {
      JsonNode json = Json.tree(body);
      if (json.path("message").isTextual()) {
        return json.path("message").asText();
      }
      return detail(json.path("detail"));
    } catch (JsonProcessingException e) {
      boolean page = body.stripLeading().startsWith("<");
      return page ? "(a web page, so something in front of the engine answered)" : body;
    }
  }

  private static String detail(JsonNode detail) {
    if (detail.isTextual()) {
      return detail.asText();
    }
    if (detail.path("text").isTextual()) {
      return detail.path("text").asText();
    }
    List<String> found = new ArrayList<>();
    for (JsonNode one : detail) {
      List<String> place = new ArrayList<>();
      one.path("loc").forEach(step -> place.add(step.asText()));
      String where = place.isEmpty() ? "" : " (" + String.join(".", place) + ")";
      found.add(one.path("msg").asText() + where);
    }
    return String.join("; ", found);
  }

  /** The text on one line, without control characters, cut where it gets too long to read. */
  static String visible(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
    if (line.length() <= LONGEST_WORDS) {
      return line;
    }
    int end = LONGEST_WORDS - 1;
    return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
  }
}

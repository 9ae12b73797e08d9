package dev.zundacast.rewrite;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zundacast.disk.Digest;
import dev.zundacast.disk.Json;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A question to a model in the form of OpenAI's chat completions. */
record ChatRequest(RewriteSettings settings, List<Turn> messages) {

  /** What some servers do not take, and do without. */
  enum Quirk {
    /** Newer models count the thinking, too. */
    MAX_COMPLETION_TOKENS("max_completion_tokens"),
    NO_TEMPERATURE("temperature");

    private final String words;

    /**
     * @param words a pattern of what complaints name
     */
    Quirk(String words) {
      this.words = words;
    }

    /** The quirk that a server's complaint is about. */
    static Optional<Quirk> of(String complaint, Set<Quirk> known) {
      String text = complaint.toLowerCase(Locale.ROOT);
      return EnumSet.allOf(Quirk.class).stream()
          .filter(quirk -> !known.contains(quirk))
          .filter(quirk -> Pattern.compile(quirk.words).matcher(text).find())
          .findFirst();
    }
  }

  /** The name of the answer's file: the same question to the same model has the same one. */
  String key() {
    Digest digest = new Digest().add(settings.model());
    digest.add(Integer.toString(settings.maxTokens()));
    digest.add(Double.toString(settings.temperature())).add("");
    messages.forEach(message -> digest.add(message.role()).add(message.content()));
    return digest.hex();
  }

  String body(Set<Quirk> quirks) {
    ObjectNode body = Json.toTree(Map.of("model", settings.model()));
    ArrayNode turns = body.putArray("messages");
    messages.forEach(message -> turns.add(Json.toTree(message)));
    body.put(
        quirks.contains(Quirk.MAX_COMPLETION_TOKENS) ? "max_completion_tokens" : "max_tokens",
        settings.maxTokens());
    if (!quirks.contains(Quirk.NO_TEMPERATURE)) {
      body.put("temperature", settings.temperature());
    }
    return Json.text(body);
  }

  /**
   * One turn of a conversation with a model.
   *
   * @param role system, user or assistant
   */
  record Turn(String role, String content) {}
}

package dev.zundacast.voice.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zundacast.message.Message;
import dev.zundacast.tasks.IoSupplier;
import dev.zundacast.voice.OfferedSpeaker;
import dev.zundacast.voice.PoolOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The HTTP API of one VOICEVOX-compatible engine: its endpoints as methods. */
record EngineClient(EngineHttp http, PoolOptions options, Map<String, String> phrasesAlone)
    implements AutoCloseable {
  static EngineClient of(String address, PoolOptions options) {
    EngineHttp http = new EngineHttp(address, options.timeouts().connect());
    return new EngineClient(http, options, Map.of());
  }

  private PoolOptions.Timeouts timeouts() {
    return options.timeouts();
  }

  /**
   * The same client for who reads the phrases of queries and speaks none: the draft engine leaves
   * their lengths out, which take most of its time; others know no such parameter.
   */
  EngineClient forPhrases() {
    return new EngineClient(http, options, Map.of("lengths", "false"));
  }

  /**
   * The answer to a request that costs an engine nothing, asked again when its failure may pass:
   * without the answer no work can begin.
   */
  <T> T retrying(IoSupplier<T> request) throws IOException {
    return options.retry().call(request, this::passing);
  }

  private Optional<Duration> passing(IOException failure) {
    if (!(failure instanceof EngineFault fault)) {
      return Optional.empty();
    }
    Duration asked = fault.retryAfter().orElse(Duration.ZERO);
    return switch (fault.kind()) {
      case DROPPED, FAILING -> Optional.of(asked);
      case BUSY -> asked.compareTo(options.patience()) <= 0 ? Optional.of(asked) : Optional.empty();
      default -> Optional.empty();
    };
  }

  String url() {
    return http.url();
  }

  String version() throws EngineFault {
    return version(timeouts().version());
  }

  /** The version while the engine speaks; one with a single thread answers only afterwards. */
  String versionWhileSpeaking() throws EngineFault {
    return version(timeouts().synthesis());
  }

  private String version(Duration timeout) throws EngineFault {
    JsonNode answer = http.get("/version", Map.of(), timeout);
    if (!answer.isTextual()) {
      throw unexpected("/version", Message.plain("a version"));
    }
    return answer.asText();
  }

  /** The manifest, a missing node for an engine that has none. */
  JsonNode manifest() throws IOException {
    return optional(() -> http.get("/engine_manifest", Map.of(), timeouts().version()))
        .orElse(JsonNodeFactory.instance.missingNode());
  }

  List<OfferedSpeaker> speakers() throws EngineFault {
    JsonNode answer = http.get("/speakers", Map.of(), timeouts().version());
    if (!answer.isArray()) {
      throw unexpected("/speakers", Message.of("engine.characters"));
    }
    return answer.valueStream().map(EngineClient::speaker).toList();
  }

  private static OfferedSpeaker speaker(JsonNode speaker) {
    return new OfferedSpeaker(
        speaker.path("name").asText(),
        speaker.path("speaker_uuid").asText(),
        speaker.path("version").asText(),
        speaker
            .path("styles")
            .valueStream()
            .filter(it -> it.path("type").asText("talk").equals("talk"))
            .filter(it -> it.path("id").isIntegralNumber())
            .map(it -> new OfferedSpeaker.Style(it.path("name").asText(), it.path("id").asLong()))
            .toList());
  }

  /** The terms of use of a character, as the engine states them; "" when it does not. */
  String policy(String speakerUuid) throws IOException {
    Map<String, String> query = Map.of("speaker_uuid", speakerUuid, "resource_format", "url");
    return optional(() -> http.get("/speaker_info", query, timeouts().query()))
        .map(it -> it.path("policy").asText())
        .orElse("");
  }

  /**
   * Loads a style's model, so that the first line does not wait for it. Any line loads one, so
   * where the connection breaks the engine is unreachable, and no line at fault.
   */
  void initialize(long style) throws EngineFault {
    Map<String, String> query = Map.of("speaker", Long.toString(style), "skip_reinit", "true");
    try {
      http.post("/initialize_speaker", query, timeouts().initialize());
    } catch (EngineFault e) {
      switch (e.kind()) {
        case REFUSED -> {
          // Older and smaller engines load a style with its first line.
        }
        case DROPPED ->
            throw EngineFault.of(EngineFault.Kind.UNREACHABLE, Message.of(e)).causedBy(e);
        default -> throw e;
      }
    }
  }

  ObjectNode audioQuery(String text, long style) throws EngineFault {
    Map<String, String> query = new LinkedHashMap<>(phrasesAlone);
    query.put("text", text);
    query.put("speaker", Long.toString(style));
    JsonNode answer = http.post("/audio_query", query, timeouts().query());
    if (!(answer instanceof ObjectNode found) || !answer.path("accent_phrases").isArray()) {
      throw unexpected("/audio_query", Message.of("engine.query"));
    }
    return found;
  }

  /** The accent phrases of a text in kana notation, with lengths and pitches. */
  ArrayNode accentPhrases(String kana, long style) throws EngineFault {
    Map<String, String> query = new LinkedHashMap<>(phrasesAlone);
    query.putAll(Map.of("text", kana, "speaker", Long.toString(style), "is_kana", "true"));
    if (http.post("/accent_phrases", query, timeouts().query()) instanceof ArrayNode phrases) {
      return phrases;
    }
    throw unexpected("/accent_phrases", Message.of("engine.accentPhrases"));
  }

  /** The sound of {@code query}, as a WAV file that nobody has looked into yet. */
  byte[] synthesis(ObjectNode query, long style) throws EngineFault {
    Map<String, String> address = Map.of("speaker", Long.toString(style));
    return http.download("/synthesis", address, query, timeouts().synthesis());
  }

  /** The user dictionary as the engine writes it, empty for an engine that has none. */
  Optional<byte[]> words() throws IOException {
    return optional(() -> http.bytes("/user_dict", Map.of(), timeouts().query()));
  }

  EngineDictionary dictionary(byte[] words) throws EngineFault {
    JsonNode json = http.json("/user_dict", words);
    return json.isObject() ? EngineDictionary.of(json) : EngineDictionary.NONE;
  }

  /** Writes these words over those of the same names, so that trying again does no harm. */
  void importWords(ObjectNode words) throws IOException {
    Map<String, String> over = Map.of("override", "true");
    retrying(() -> http.post("/import_user_dict", over, words, timeouts().query()));
  }

  void deleteWord(String uuid) throws EngineFault {
    http.delete("/user_dict_word/" + uuid, timeouts().query());
  }

  @Override
  public void close() {
    http.close();
  }

  /** The answer of an endpoint that only some engines have. */
  private static <T> Optional<T> optional(IoSupplier<T> request) throws IOException {
    try {
      return Optional.of(request.get());
    } catch (EngineFault e) {
      if (e.isMissingFeature()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private EngineFault unexpected(String path, Message expected) {
    return EngineFault.of(
        EngineFault.Kind.STRANGE, Message.of("engine.otherAnswer", url(), path, expected));
  }
}

package dev.zundacast.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A draft engine with a data folder of its own, and a client that asks it over HTTP. */
public final class DraftClient implements AutoCloseable {
  static final ObjectMapper JSON = new ObjectMapper();

  private final DraftEngine engine;
  private final HttpClient http = HttpClient.newHttpClient();

  private DraftClient(DraftEngine engine) {
    this.engine = engine;
  }

  /** Installs what is missing, as a fresh machine needs it, and starts an engine. */
  public static DraftClient start(Path data) throws IOException {
    return start(data, Map.of());
  }

  /** An engine with these variables of its environment set otherwise. */
  static DraftClient start(Path data, Map<String, String> variables) throws IOException {
    Map<String, String> environment = new HashMap<>(home(data).environment());
    environment.putAll(variables);
    return new DraftClient(DraftEngine.start(0, new DraftHome(environment)));
  }

  /** Programs and voice of this machine, everything else in {@code data}. */
  static DraftHome home(Path data) throws IOException {
    DraftInstall.install(DraftHome.ofEnvironment(), line -> {});
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("ZUNDACAST_DATA", data.toString());
    environment.putIfAbsent("ZUNDACAST_HTS_VOICE", DraftHome.ofEnvironment().voices().toString());
    return new DraftHome(environment);
  }

  /** Status and body of an answer. */
  record Reply(int status, String type, byte[] body) {
    JsonNode json() throws IOException {
      return JSON.readTree(body);
    }

    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  String url() {
    return engine.url();
  }

  Reply get(String path, Object... parameters) throws Exception {
    return send("GET", path(path, parameters), "");
  }

  Reply post(String path, Object... parameters) throws Exception {
    return send("POST", path(path, parameters), "");
  }

  Reply postJson(String body, String path, Object... parameters) throws Exception {
    return send("POST", path(path, parameters), body);
  }

  Reply send(String method, String path, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(engine.url() + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .header("Content-Type", "application/json")
            .build();
    HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    return new Reply(
        response.statusCode(),
        response.headers().firstValue("Content-Type").orElse(""),
        response.body());
  }

  private static String path(String path, Object... parameters) {
    StringBuilder out = new StringBuilder(path);
    for (int i = 0; i < parameters.length; i += 2) {
      out.append(i == 0 ? '?' : '&').append(parameters[i]).append('=');
      out.append(URLEncoder.encode(parameters[i + 1].toString(), StandardCharsets.UTF_8));
    }
    return out.toString();
  }

  public ObjectNode query(String text) throws Exception {
    return (ObjectNode) post("/audio_query", "text", text, "speaker", 0).json();
  }

  String kana(String text) throws Exception {
    return query(text).path("kana").asText();
  }

  ArrayNode phrases(String kana) throws Exception {
    return (ArrayNode) post("/accent_phrases", "text", kana, "speaker", 0, "is_kana", true).json();
  }

  /** A query that speaks these phrases. */
  ObjectNode query(ArrayNode phrases) throws Exception {
    ObjectNode query = query("");
    query.set("accent_phrases", phrases);
    return query;
  }

  Sound speak(ObjectNode query) throws Exception {
    Reply reply = postJson(query.toString(), "/synthesis", "speaker", 0);
    if (reply.status() != 200) {
      throw new AssertionError(reply.status() + " " + reply.text());
    }
    return Sound.read(reply.body());
  }

  @Override
  public void close() throws IOException {
    engine.close();
  }
}

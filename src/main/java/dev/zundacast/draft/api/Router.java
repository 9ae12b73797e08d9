package dev.zundacast.draft.api;

import com.sun.net.httpserver.HttpExchange;
import dev.zundacast.disk.Json;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Paths and methods to what answers them. */
final class Router {
  @FunctionalInterface
  interface Endpoint {
    Answer answer(Request request) throws Exception;
  }

  @SuppressWarnings("ArrayRecordComponent") // Written to the socket once; compared by nobody.
  record Answer(int status, String type, byte[] body) {
    static final Answer NO_CONTENT = new Answer(204, "", new byte[0]);

    static Answer json(Object value) {
      return json(200, value);
    }

    static Answer json(int status, Object value) {
      byte[] body = Json.text(value).getBytes(StandardCharsets.UTF_8);
      return new Answer(status, "application/json", body);
    }

    static Answer wav(byte[] body) {
      return new Answer(200, "audio/wav", body);
    }
  }

  /** Stands in a route for one variable part, which is the last. */
  private static final String VARIABLE = "*";

  private final Map<String, Map<String, Endpoint>> routes = new HashMap<>();
  private final BodyLimit bodies = new BodyLimit();

  Router get(String path, Endpoint endpoint) {
    return add("GET", path, endpoint);
  }

  Router post(String path, Endpoint endpoint) {
    return add("POST", path, endpoint);
  }

  Router add(String method, String path, Endpoint endpoint) {
    routes.computeIfAbsent(path, p -> new HashMap<>()).put(method, endpoint);
    return this;
  }

  Answer answer(HttpExchange exchange) throws Exception {
    String path = Request.decode(exchange.getRequestURI().getRawPath().replace("+", "%2B"));
    Map<String, Endpoint> exact = routes.get(path);
    int slash = path.lastIndexOf('/') + 1;
    Map<String, Endpoint> methods =
        exact != null ? exact : routes.get(path.substring(0, slash) + VARIABLE);
    if (methods == null || (exact == null && slash == path.length())) {
      throw Refusal.detail(404, "Not Found");
    }
    Endpoint endpoint =
        Optional.ofNullable(methods.get(exchange.getRequestMethod()))
            .orElseThrow(() -> Refusal.detail(405, "Method Not Allowed"));
    String pathValue = exact == null ? path.substring(slash) : "";
    try (Request request = new Request(exchange, pathValue, bodies)) {
      return endpoint.answer(request);
    }
  }
}

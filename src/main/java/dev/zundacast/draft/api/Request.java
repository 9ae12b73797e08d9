package dev.zundacast.draft.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.sun.net.httpserver.HttpExchange;
import dev.zundacast.disk.Json;
import dev.zundacast.draft.api.RecordCheck.Limits;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request: its parameters and body, with all that is wrong with them. */
final class Request implements AutoCloseable {
  private static final List<Object> BODY = List.of("body");

  /** Some hundred utterances. */
  private static final int MAX_JSON_BYTES = 4 << 20;

  private final HttpExchange exchange;
  private final String pathValue;
  private final BodyLimit bodies;
  private final BodyLimit.Lease lease;
  private final Map<String, String> query;
  private final RequestErrors findings = new RequestErrors();
  private final RecordCheck check = new RecordCheck(findings);

  /** {@code pathValue} stands in place of the path's variable part, "" when it has none. */
  Request(HttpExchange exchange, String pathValue, BodyLimit bodies) {
    this.exchange = exchange;
    this.pathValue = pathValue;
    this.bodies = bodies;
    this.lease = bodies.lease();
    this.query = parameters(exchange.getRequestURI().getRawQuery());
  }

  @Override
  public void close() {
    lease.close();
  }

  private static Map<String, String> parameters(@Nullable String raw) {
    Map<String, String> parameters = new HashMap<>();
    if (raw != null) {
      for (String pair : raw.split("&", -1)) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        parameters.put(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
      }
    }
    return parameters;
  }

  static String decode(String encoded) {
    try {
      return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // A percent sign without two digits stands for itself, as in other servers.
      return encoded;
    }
  }

  String pathValue() {
    return pathValue;
  }

  RequestErrors findings() {
    return findings;
  }

  /** The address that the client used, for links back. */
  String base() {
    return "http://" + exchange.getRequestHeaders().getFirst("Host");
  }

  Optional<String> optional(String name) {
    return Optional.ofNullable(query.get(name));
  }

  /** A required text; empty, with a finding, when it is missing. */
  String text(String name) {
    return parameter(name, String.class, null, Limits.NONE).asText();
  }

  /** A required whole number; 0, with a finding, when there is none. */
  int integer(String name) {
    return parameter(name, int.class, null, Limits.NONE).asInt();
  }

  int integer(String name, int otherwise, Limits limits) {
    return parameter(name, int.class, Integer.toString(otherwise), limits).asInt();
  }

  boolean bool(String name) {
    return parameter(name, boolean.class, null, Limits.NONE).asBoolean();
  }

  boolean bool(String name, boolean otherwise) {
    return parameter(name, boolean.class, Boolean.toString(otherwise), Limits.NONE).asBoolean();
  }

  <E extends Enum<E>> E choice(String name, E otherwise) {
    Class<E> type = otherwise.getDeclaringClass();
    String value = parameter(name, type, otherwise.name(), Limits.NONE).asText();
    return findings.size() == 0 ? Enum.valueOf(type, value) : otherwise;
  }

  private JsonNode parameter(
      String name, Class<?> type, @Nullable String otherwise, Limits limits) {
    List<Object> place = List.of("query", name);
    String value = optional(name).orElse(otherwise);
    if (value == null) {
      findings.missing(place, NullNode.instance);
      return MissingNode.getInstance();
    }
    return check.check(TextNode.valueOf(value), place, type, limits);
  }

  /** The body as a record; refuses the request when anything in it has been found wrong. */
  <T extends Record> T body(Class<T> type) throws IOException, Refusal {
    JsonNode checked = check.check(json(), BODY, type, Limits.NONE);
    findings.throwIfAny();
    return Json.bind(checked, type);
  }

  /** A body of at most {@code max} bytes, bound without the findings that records get. */
  <T> T body(Class<T> type, int max) throws IOException, Refusal {
    byte[] bytes = bytes(max);
    try {
      return Json.read(bytes, type);
    } catch (JsonMappingException e) {
      findings.add("list_type", BODY, "Input should be a valid list", NullNode.instance);
      throw findings.refusal();
    } catch (JsonProcessingException e) {
      throw badJson(e);
    }
  }

  <T extends Record> List<T> bodyList(Class<T> item) throws IOException, Refusal {
    JsonNode body = json();
    if (!body.isArray()) {
      findings.add("list_type", BODY, "Input should be a valid list", body);
      throw findings.refusal();
    }
    List<T> items = new ArrayList<>();
    for (int i = 0; i < body.size() && !findings.isFull(); i++) {
      bind(body.path(i), i, item).ifPresent(items::add);
    }
    findings.throwIfAny();
    return items;
  }

  <T extends Record> Map<String, T> bodyMap(Class<T> type) throws IOException, Refusal {
    JsonNode body = json();
    if (!body.isObject()) {
      findings.add("dict_type", BODY, "Input should be a valid dictionary", body);
      throw findings.refusal();
    }
    Map<String, T> values = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : body.properties()) {
      bind(entry.getValue(), entry.getKey(), type).ifPresent(v -> values.put(entry.getKey(), v));
    }
    findings.throwIfAny();
    return values;
  }

  private <T extends Record> Optional<T> bind(JsonNode value, Object key, Class<T> type)
      throws IOException {
    JsonNode checked = check.check(value, List.of("body", key), type, Limits.NONE);
    return findings.size() == 0 ? Optional.of(Json.bind(checked, type)) : Optional.empty();
  }

  /** The body as JSON; a text node when it is sent as something else. */
  private JsonNode json() throws IOException, Refusal {
    byte[] bytes = bytes(MAX_JSON_BYTES);
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    if (type != null && !type.toLowerCase(Locale.ROOT).contains("json")) {
      return TextNode.valueOf(new String(bytes, StandardCharsets.UTF_8));
    }
    try {
      return Json.document(bytes);
    } catch (JsonProcessingException e) {
      throw badJson(e);
    }
  }

  /** The body, which must not be empty, of at most {@code max} bytes. */
  byte[] bytes(int max) throws IOException, Refusal {
    byte[] bytes = bodies.read(exchange, max, lease);
    if (bytes.length >= BodyLimit.SMALL) {
      findings.leaveOutInput();
    }
    if (bytes.length == 0) {
      findings.missing(BODY, NullNode.instance);
      throw findings.refusal();
    }
    return bytes;
  }

  private static Refusal badJson(JsonProcessingException e) {
    int at = e.getLocation() == null ? 0 : (int) Math.max(0, e.getLocation().getByteOffset());
    RequestErrors wrong = new RequestErrors();
    JsonNode input = JsonNodeFactory.instance.objectNode();
    wrong.add("json_invalid", List.of("body", at), "JSON decode error", input);
    return wrong.refusal();
  }
}

package dev.zundacast.draft.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One request: its parameters and body, with all that is wrong with them. */
final class Request {
  /** Some hundred utterances. */
  private static final int MOST_BYTES = 16 << 20;

  private final HttpExchange exchange;
  private final String pathValue;
  private final Map<String, String> query;
  private final Findings findings = new Findings();

  /**
   * @param pathValue what the path holds in place of its variable part; empty when it has none
   */
  Request(HttpExchange exchange, String pathValue) {
    this.exchange = exchange;
    this.pathValue = pathValue;
    this.query = parameters(exchange.getRequestURI().getRawQuery());
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

  Findings findings() {
    return findings;
  }

  /** The address that the client used, for links back. */
  String base() {
    return "http://"
        + Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host")).orElse("127.0.0.1");
  }

  Optional<String> optional(String name) {
    return Optional.ofNullable(query.get(name));
  }

  /** A required text; empty, with a finding, when it is missing. */
  String text(String name) {
    String value = query.get(name);
    if (value == null) {
      findings.missing(Place.query(name), NullNode.instance);
      return "";
    }
    return value;
  }

  /** A required whole number; 0, with a finding, when there is none. */
  int integer(String name) {
    String value = query.get(name);
    if (value == null) {
      findings.missing(Place.query(name), NullNode.instance);
      return 0;
    }
    return integer(name, value);
  }

  int integer(String name, String value) {
    try {
      return Math.toIntExact(Long.parseLong(value.strip()));
    } catch (NumberFormatException e) {
      findings.add(
          "int_parsing",
          Place.query(name),
          "Input should be a valid integer, unable to parse string as an integer",
          TextNode.valueOf(value));
    } catch (ArithmeticException e) {
      // No style, preset or accent has such a number; it will be looked for and not be found.
      return Integer.MIN_VALUE;
    }
    return 0;
  }

  /** One of the constants of an enum, by its name. */
  <E extends Enum<E>> E choice(String name, E otherwise) {
    String value = query.get(name);
    if (value == null) {
      return otherwise;
    }
    E[] all = otherwise.getDeclaringClass().getEnumConstants();
    for (E one : all) {
      if (one.name().equals(value)) {
        return one;
      }
    }
    refuseChoice(name, value, Stream.of(all).map(Enum::name).toList());
    return otherwise;
  }

  private void refuseChoice(String name, String value, List<String> names) {
    String quoted = names.stream().map(n -> "'" + n + "'").collect(Collectors.joining(", "));
    String expected = quoted.replaceFirst(", ('[^']*')$", " or $1");
    findings.add(
        "enum",
        Place.query(name),
        "Input should be " + expected,
        TextNode.valueOf(value),
        Json.object().put("expected", expected));
  }

  boolean bool(String name, boolean otherwise) {
    String value = query.get(name);
    return value == null ? otherwise : bool(name, value);
  }

  /** A required truth value. */
  boolean bool(String name) {
    String value = query.get(name);
    if (value == null) {
      findings.missing(Place.query(name), NullNode.instance);
      return false;
    }
    return bool(name, value);
  }

  private boolean bool(String name, String value) {
    switch (value.toLowerCase(Locale.ROOT)) {
      case "1", "true", "t", "yes", "y", "on" -> {
        return true;
      }
      case "0", "false", "f", "no", "n", "off" -> {
        return false;
      }
      default ->
          findings.add(
              "bool_parsing",
              Place.query(name),
              "Input should be a valid boolean, unable to interpret input",
              TextNode.valueOf(value));
    }
    return false;
  }

  /** The body as JSON; a text node when it is sent as something else; missing adds a finding. */
  JsonNode body() throws IOException, Refusal {
    return body(MOST_BYTES);
  }

  /** The same for a body of at most {@code most} bytes. */
  JsonNode body(int most) throws IOException, Refusal {
    byte[] bytes = exchange.getRequestBody().readNBytes(most + 1);
    if (bytes.length > most) {
      throw Refusal.detail(413, "the body is larger than " + (most >> 20) + " MB");
    }
    if (bytes.length == 0) {
      findings.missing(Place.BODY, NullNode.instance);
      findings.throwIfAny();
    }
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    if (type != null && !type.toLowerCase(Locale.ROOT).contains("json")) {
      return TextNode.valueOf(new String(bytes, StandardCharsets.UTF_8));
    }
    return parse(bytes);
  }

  private JsonNode parse(byte[] bytes) throws IOException, Refusal {
    try (JsonParser parser = Json.MAPPER.createParser(bytes)) {
      JsonNode node = Json.MAPPER.readTree(parser);
      if (node != null && parser.nextToken() == null) {
        return node;
      }
      badJson(bytes.length, "Extra data");
    } catch (JsonProcessingException e) {
      int at = e.getLocation() == null ? 0 : (int) Math.max(0, e.getLocation().getByteOffset());
      badJson(at, "Expecting value");
    }
    findings.throwIfAny();
    return NullNode.instance;
  }

  private void badJson(int at, String error) {
    findings.add(
        "json_invalid",
        Place.BODY.item(at),
        "JSON decode error",
        Json.object(),
        Json.object().put("error", error));
  }
}

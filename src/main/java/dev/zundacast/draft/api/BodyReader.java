package dev.zundacast.draft.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** One object of a body, read field by field; what does not fit becomes a finding. */
final class BodyReader {
  /** What a number must be. */
  enum Range {
    ANY,
    NOT_NEGATIVE,
    POSITIVE
  }

  private final JsonNode node;
  private final Place place;
  private final Findings findings;

  private BodyReader(JsonNode node, Place place, Findings findings) {
    this.node = node;
    this.place = place;
    this.findings = findings;
  }

  /** Null, with a finding, when {@code node} is no object. */
  static @Nullable BodyReader of(JsonNode node, Place place, Findings findings) {
    if (node.isObject()) {
      return new BodyReader(node, place, findings);
    }
    findings.add(
        "model_attributes_type",
        place,
        "Input should be a valid dictionary or object to extract fields from",
        node);
    return null;
  }

  /** The items of a list, each read by {@code item}; items that do not fit are left out. */
  static <T> List<T> list(
      JsonNode node,
      Place place,
      Findings findings,
      BiFunction<JsonNode, Place, @Nullable T> item) {
    List<T> items = new ArrayList<>();
    if (!node.isArray()) {
      findings.add("list_type", place, "Input should be a valid list", node);
      return items;
    }
    for (int i = 0; i < node.size(); i++) {
      T read = item.apply(node.get(i), place.item(i));
      if (read != null) {
        items.add(read);
      }
    }
    return items;
  }

  Place place() {
    return place;
  }

  Findings findings() {
    return findings;
  }

  JsonNode node() {
    return node;
  }

  <T> List<T> list(String name, BiFunction<JsonNode, Place, @Nullable T> item) {
    JsonNode value = required(name);
    return value == null ? List.of() : list(value, place.field(name), findings, item);
  }

  String text(String name) {
    JsonNode value = required(name);
    return value == null ? "" : text(name, value);
  }

  @Nullable String textOrNull(String name) {
    JsonNode value = node.get(name);
    return value == null || value.isNull() ? null : text(name, value);
  }

  private String text(String name, JsonNode value) {
    if (!value.isTextual()) {
      findings.add("string_type", place.field(name), "Input should be a valid string", value);
    }
    return value.asText();
  }

  boolean bool(String name) {
    JsonNode value = required(name);
    return value != null && bool(name, value);
  }

  boolean bool(String name, boolean otherwise) {
    JsonNode value = node.get(name);
    return value == null ? otherwise : bool(name, value);
  }

  private boolean bool(String name, JsonNode value) {
    if (!value.isBoolean()) {
      findings.add("bool_type", place.field(name), "Input should be a valid boolean", value);
    }
    return value.asBoolean();
  }

  double number(String name, Range range) {
    JsonNode value = required(name);
    return value == null ? 0 : number(name, value, range);
  }

  double number(String name, Range range, double otherwise) {
    JsonNode value = node.get(name);
    return value == null ? otherwise : number(name, value, range);
  }

  @Nullable Double numberOrNull(String name, Range range) {
    JsonNode value = node.get(name);
    return value == null || value.isNull() ? null : (Double) number(name, value, range);
  }

  private double number(String name, JsonNode value, Range range) {
    Double number = value.isNumber() ? (Double) value.doubleValue() : parsed(value);
    if (number == null) {
      boolean text = value.isTextual();
      findings.add(
          text ? "float_parsing" : "float_type",
          place.field(name),
          "Input should be a valid number" + (text ? ", unable to parse string as a number" : ""),
          value);
      return 0;
    }
    check(name, value, number, range);
    return number;
  }

  private static @Nullable Double parsed(JsonNode value) {
    try {
      return value.isTextual() ? Double.valueOf(value.textValue().strip()) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  int integer(String name, Range range) {
    JsonNode value = required(name);
    return value == null ? 0 : integer(name, value, range);
  }

  @Nullable Integer integerOrNull(String name) {
    JsonNode value = node.get(name);
    return value == null || value.isNull() ? null : (Integer) integer(name, value, Range.ANY);
  }

  private int integer(String name, JsonNode value, Range range) {
    String type = "int_type";
    String more = "";
    try {
      if (value.isNumber() || value.isTextual()) {
        BigDecimal exact =
            value.isNumber() ? value.decimalValue() : new BigDecimal(value.textValue().strip());
        type = value.isNumber() ? "int_from_float" : "int_parsing";
        more = ", got a number with a fractional part";
        exact.toBigIntegerExact();
        check(name, value, exact.doubleValue(), range);
        return exact
            .max(BigDecimal.valueOf(Integer.MIN_VALUE))
            .min(BigDecimal.valueOf(Integer.MAX_VALUE))
            .intValue();
      }
    } catch (NumberFormatException e) {
      type = "int_parsing";
      more = ", unable to parse string as an integer";
    } catch (ArithmeticException e) {
      more = value.isNumber() ? more : ", unable to parse string as an integer";
    }
    findings.add(type, place.field(name), "Input should be a valid integer" + more, value);
    return 0;
  }

  private void check(String name, JsonNode value, double number, Range range) {
    if (!Double.isFinite(number)) {
      findings.add("finite_number", place.field(name), "Input should be a finite number", value);
    } else if (range == Range.NOT_NEGATIVE && number < 0) {
      findings.add(
          "greater_than_equal",
          place.field(name),
          "Input should be greater than or equal to 0",
          value,
          Json.object().put("ge", 0.0));
    } else if (range == Range.POSITIVE && number <= 0) {
      findings.add(
          "greater_than",
          place.field(name),
          "Input should be greater than 0",
          value,
          Json.object().put("gt", 0.0));
    }
  }

  /** Adds what this object as a whole has wrong. */
  void refuse(String message) {
    findings.add(
        "value_error",
        place,
        "Value error, " + message,
        node,
        Json.object().set("error", Json.object()));
  }

  /** Adds what is wrong with one field of a right type. */
  void refuse(String name, String message) {
    JsonNode value = node.get(name);
    findings.add(
        "value_error",
        place.field(name),
        "Value error, " + message,
        value == null ? TextNode.valueOf("") : value,
        Json.object().set("error", Json.object()));
  }

  private @Nullable JsonNode required(String name) {
    JsonNode value = node.get(name);
    if (value == null) {
      findings.missing(place.field(name), node);
    }
    return value;
  }
}

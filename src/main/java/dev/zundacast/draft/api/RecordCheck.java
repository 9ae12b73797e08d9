package dev.zundacast.draft.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.zundacast.disk.Json;
import dev.zundacast.draft.speech.Checked;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks JSON against the record that it is to become, as pydantic does: numbers and truth values
 * in quotes are taken for what they say, and what has a default may be missing.
 */
final class RecordCheck {
  private final RequestErrors findings;

  RecordCheck(RequestErrors findings) {
    this.findings = findings;
  }

  record Limits(double above, double min, double max) {
    static final Limits NONE =
        new Limits(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    private static Limits of(Checked.@Nullable Range range) {
      return range == null ? NONE : new Limits(range.above(), range.min(), range.max());
    }
  }

  /** Checks a value and gives it as it is to be bound. */
  JsonNode check(JsonNode value, List<Object> place, Type type, Limits limits) {
    if (type instanceof ParameterizedType list) {
      return list(value, place, list.getActualTypeArguments()[0]);
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isRecord()) {
      return object(value, place, plain);
    }
    if (plain.isEnum()) {
      return constant(value, place, plain);
    }
    if (plain == String.class) {
      return text(value, place);
    }
    return plain == boolean.class ? bool(value, place) : number(value, place, plain, limits);
  }

  private JsonNode object(JsonNode value, List<Object> place, Class<?> type) {
    if (!(value instanceof ObjectNode object)) {
      String message = "Input should be a valid dictionary or object to extract fields from";
      findings.add("model_attributes_type", place, message, value);
      return value;
    }
    int before = findings.size();
    for (RecordComponent component : type.getRecordComponents()) {
      field(object, place, component);
    }
    if (findings.size() == before && Checked.class.isAssignableFrom(type)) {
      whole(object, place, type);
    }
    return object;
  }

  private void field(ObjectNode object, List<Object> place, RecordComponent component) {
    JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
    String name =
        property == null || property.value().isEmpty() ? component.getName() : property.value();
    JsonNode value = object.get(name);
    boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    if (value == null && property != null && !property.defaultValue().isEmpty()) {
      value = TextNode.valueOf(property.defaultValue());
    }
    if (nullable && (value == null || value.isNull())) {
      return;
    }
    List<Object> at = RequestErrors.below(place, name);
    if (value == null) {
      findings.missing(at, object);
      return;
    }
    Limits limits = Limits.of(component.getAccessor().getAnnotation(Checked.Range.class));
    object.set(name, check(value, at, component.getGenericType(), limits));
  }

  private void whole(ObjectNode object, List<Object> place, Class<?> type) {
    try {
      ((Checked) Json.bind(object, type)).check();
    } catch (Checked.Invalid e) {
      List<Object> at = RequestErrors.below(place, e.path().toArray());
      JsonNode input = object;
      for (Object step : e.path()) {
        input = step instanceof Integer i ? input.path(i) : input.path(step.toString());
      }
      findings.add("value_error", at, "Value error, " + e.getMessage(), input);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a checked object cannot be bound to " + type, e);
    }
  }

  private JsonNode list(JsonNode value, List<Object> place, Type item) {
    if (!(value instanceof ArrayNode list)) {
      findings.add("list_type", place, "Input should be a valid list", value);
      return value;
    }
    for (int i = 0; i < list.size() && !findings.isFull(); i++) {
      list.set(i, check(list.get(i), RequestErrors.below(place, i), item, Limits.NONE));
    }
    return list;
  }

  private JsonNode text(JsonNode value, List<Object> place) {
    if (!value.isTextual()) {
      findings.add("string_type", place, "Input should be a valid string", value);
    }
    return value;
  }

  private JsonNode constant(JsonNode value, List<Object> place, Class<?> type) {
    List<String> names = Stream.of(type.getEnumConstants()).map(Object::toString).toList();
    if (!names.contains(value.asText())) {
      String quoted = names.stream().map(n -> "'" + n + "'").collect(Collectors.joining(", "));
      String expected = quoted.replaceFirst(", ('[^']*')$", " or $1");
      findings.add("enum", place, "Input should be " + expected, value);
    }
    return value;
  }

  private JsonNode bool(JsonNode value, List<Object> place) {
    if (value.isBoolean()) {
      return value;
    }
    String text = value.isTextual() ? value.textValue().toLowerCase(Locale.ROOT) : "";
    boolean yes = List.of("1", "true", "t", "yes", "y", "on").contains(text);
    if (!yes && !List.of("0", "false", "f", "no", "n", "off").contains(text)) {
      findings.add(
          value.isTextual() ? "bool_parsing" : "bool_type",
          place,
          "Input should be a valid boolean"
              + (value.isTextual() ? ", unable to interpret input" : ""),
          value);
    }
    return BooleanNode.valueOf(yes);
  }

  private JsonNode number(JsonNode value, List<Object> place, Class<?> type, Limits limits) {
    boolean whole = type == int.class || type == Integer.class;
    String kind = whole ? "int" : "float";
    String message = "Input should be a valid " + (whole ? "integer" : "number");
    String unparsable = ", unable to parse string as " + (whole ? "an integer" : "a number");
    double number;
    try {
      number = value.isTextual() ? Double.parseDouble(value.textValue()) : value.doubleValue();
    } catch (NumberFormatException e) {
      findings.add(kind + "_parsing", place, message + unparsable, value);
      return value;
    }
    if (!value.isNumber() && !value.isTextual()) {
      findings.add(kind + "_type", place, message, value);
    } else if (whole && number != Math.rint(number)) {
      findings.add(
          value.isTextual() ? "int_parsing" : "int_from_float",
          place,
          message + (value.isTextual() ? unparsable : ", got a number with a fractional part"),
          value);
    } else {
      limit(value, place, number, limits);
    }
    // Whole numbers beyond the range of int become its ends, which nothing here goes by.
    return whole ? IntNode.valueOf((int) number) : DoubleNode.valueOf(number);
  }

  private void limit(JsonNode value, List<Object> place, double number, Limits limits) {
    String message = "Input should be ";
    if (!Double.isFinite(number)) {
      findings.add("finite_number", place, message + "a finite number", value);
    } else if (number <= limits.above()) {
      findings.add("greater_than", place, message + "greater than " + (long) limits.above(), value);
    } else if (number < limits.min()) {
      findings.add(
          "greater_than_equal",
          place,
          message + "greater than or equal to " + (long) limits.min(),
          value);
    } else if (number > limits.max()) {
      findings.add(
          "less_than_equal",
          place,
          message + "less than or equal to " + (long) limits.max(),
          value);
    }
  }
}

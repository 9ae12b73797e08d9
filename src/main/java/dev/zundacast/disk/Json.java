package dev.zundacast.disk;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zundacast.message.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The program's one JSON mapper: bytes and text to records or trees, and back. */
public final class Json {
  /** Fields that a newer version or another program added are passed over. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
          .build();

  /** Two spaces and a line feed on every platform. */
  private static final DefaultPrettyPrinter PRINTER =
      new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));

  private static final ObjectWriter INDENTED = MAPPER.writer(PRINTER);

  /** Messages are kept by their keys, for who reads them later may have another language. */
  private static final ObjectWriter KEEPING =
      MAPPER.copy().addMixIn(Message.class, Kept.class).writer(PRINTER);

  /** Messages are said in the language of whoever reads them; made when the studio first asks. */
  private static final class Saying extends JsonSerializer<Message> {
    private static final ObjectWriter WRITER =
        MAPPER
            .copy()
            .registerModule(new SimpleModule().addSerializer(Message.class, new Saying()))
            .writer();

    private static final Pattern TURNING =
        Pattern.compile("[\\x{61c}\\x{200e}\\x{200f}\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}]");

    @Override
    public void serialize(Message message, JsonGenerator json, SerializerProvider asked)
        throws IOException {
      // A name in the sentence that turns its direction turns the words behind it.
      String said = message.in((Locale) asked.getAttribute(Locale.class));
      json.writeString(TURNING.matcher(said).replaceAll(""));
    }
  }

  private interface Kept {
    @Override
    @JsonValue(false)
    String toString();

    @JsonValue
    List<Object> kept();
  }

  private Json() {}

  /** An object of JSON, field by field in their order; what is null or empty is left out. */
  public static final class Fields {
    private final Map<String, Object> values = new LinkedHashMap<>();

    /** A field. */
    public Fields with(String name, @Nullable Object value) {
      Object given = value instanceof Optional<?> some ? some.orElse(null) : value;
      if (given instanceof OptionalInt number) {
        given = number.isPresent() ? number.getAsInt() : null;
      }
      if (given != null) {
        values.put(name, given);
      }
      return this;
    }

    @JsonValue
    Map<String, Object> values() {
      return values;
    }
  }

  /** An object whose first field is this. */
  public static Fields with(String name, @Nullable Object value) {
    return new Fields().with(name, value);
  }

  /** Reads a record; a {@link JsonProcessingException} when it is no JSON or of another shape. */
  public static <T> T read(byte[] json, Class<T> type) throws IOException {
    return MAPPER.readValue(json, type);
  }

  /** Reads the first value of some bytes as a tree, a missing node when there is none. */
  public static JsonNode tree(byte[] json) throws IOException {
    return MAPPER.readTree(json);
  }

  /** Reads the first value of a text as a tree, a missing node when there is none. */
  public static JsonNode tree(String json) throws JsonProcessingException {
    return MAPPER.readTree(json);
  }

  /** Walks over a text that begins with JSON to where values stand; a key twice is an error. */
  public static JsonParser parser(String text) throws IOException {
    JsonParser parser = MAPPER.createParser(text);
    parser.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    return parser;
  }

  /** Reads bytes that hold one JSON value; anything behind it is an error. */
  public static JsonNode document(byte[] json) throws IOException {
    return MAPPER.reader(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).readTree(json);
  }

  /** What is wrong with a text that is no JSON, without what only a Java program would ask for. */
  public static String fault(JsonProcessingException failure) {
    return String.valueOf(failure.getOriginalMessage())
        .replaceAll("\\s*\\((?:start marker at|for) .*\\)$", "");
  }

  /** Binds a tree to a record; an error when it is of another shape. */
  public static <T> T bind(JsonNode tree, Class<T> type) throws JsonProcessingException {
    return MAPPER.treeToValue(tree, type);
  }

  /** A record as the tree of its fields. */
  public static ObjectNode toTree(Object something) {
    return MAPPER.valueToTree(something);
  }

  /** A record or a tree as JSON on one line. */
  public static String text(Object value) {
    return text(MAPPER.writer(), value);
  }

  /** The same for a person: its messages in a language, each in the direction of its words. */
  public static String said(Object value, Locale language) {
    return text(Saying.WRITER.withAttribute(Locale.class, language), value);
  }

  /** A record or a tree as JSON with a field a line. */
  public static String indented(Object value) {
    return text(INDENTED, value);
  }

  /** The same with messages as they are kept. */
  static String kept(Object value) {
    return text(KEEPING, value);
  }

  private static String text(ObjectWriter writer, Object value) {
    try {
      return writer.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e); // A record of ours or a tree can always be written.
    }
  }
}

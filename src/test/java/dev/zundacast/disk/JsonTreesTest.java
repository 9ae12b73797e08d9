package dev.zundacast.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything is compared with what a mapper makes of the same. */
class JsonTreesTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** What a document becomes: a tree, or why it does not become one. */
  private interface Reading {
    JsonNode tree() throws IOException;
  }

  private static String outcome(Reading reading) {
    try {
      return described(reading.tree());
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** The kind of each node and what it says: 1 may be an int or a long. */
  private static String described(JsonNode node) {
    StringBuilder text = new StringBuilder(node.getClass().getSimpleName());
    node.properties()
        .forEach(
            e -> text.append(' ').append(e.getKey()).append('=').append(described(e.getValue())));
    if (node.isArray()) {
      node.forEach(one -> text.append(' ').append(described(one)));
    }
    return text + "<" + node + ">";
  }

  static List<String> documents() {
    return List.of(
        "",
        "   \n\t ",
        "null",
        " true",
        "false ",
        "\"\"",
        "\"0.25.2\"",
        "{}",
        "[]",
        "[[],{},[[]],{\"\":{}}]",
        "{\"a\":{\"b\":[1,{\"c\":null}]},\"d\":[true,false,null,\"x\"]}",
        // Whole numbers to the edges of each kind.
        "[0,-0,1,-1,2147483647,-2147483648,2147483648,-2147483649]",
        "[9223372036854775807,-9223372036854775808,9223372036854775808,-9223372036854775809]",
        "123456789012345678901234567890123456789012345678901234567890",
        "1" + "0".repeat(998),
        "1" + "0".repeat(1000),
        "2147483648",
        // Numbers with a fraction or an exponent.
        "[0.0,-0.0,0.1,1.0,100.0,1e3,1E-3,-2.5e+10,0.30000000000000004,1e21,1e-7,123456789.125]",
        "[1e308,1e309,-1e309,4.9e-324,1e-400,3.141592653589793238462643383279,1.10,0.9999999999999999]",
        "5.15",
        // Texts.
        "[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\",\"\\u0000\\u001f\\u007f\\u0080\\u2028\\u2029\\ufeff\"]",
        "[\"枝豆なのだ。\",\"𠮷野家😀\",\"\\ud842\\udfb7\",\"\\uD83D\\uDE00\",\"\\u679d\\u8c46\"]",
        "[\"\\ud800\",\"\\udc00x\",\"é\",\"<a href='b'>&\"]",
        "{\"枝豆\":1,\"\\u679d\":2,\"a\\nb\":3,\"\":4,\"\\\"\":5}",
        "\"" + "ずんだもん".repeat(5_000) + "\"",
        "[" + "\"豆\",".repeat(9_000) + "0.5]",
        // A name that comes again.
        "{\"a\":1,\"b\":2,\"a\":3}",
        "{\"a\":{\"x\":1},\"b\":[],\"a\":{\"y\":2},\"b\":[7]}",
        "{\"a\":1,\"a\":null}",
        // What follows the first value.
        "{} nonsense",
        "1 2",
        "[1]]",
        "\"a\"\"b\"",
        "{\"a\":1}{\"a\":2}",
        "null nil",
        "true,",
        // Broken.
        "{",
        "[",
        "[1,",
        "[1,]",
        "[1 2]",
        "{\"a\"",
        "{\"a\":",
        "{\"a\":1",
        "{\"a\":1,",
        "{\"a\":1,}",
        "{\"a\" 1}",
        "{a:1}",
        "{'a':1}",
        "{1:1}",
        "]",
        "}",
        ",",
        ":",
        "[}",
        "{]",
        "\"a",
        "\"\\x\"",
        "\"\\u12g4\"",
        "\"a\nb\"",
        "01",
        "1.",
        ".5",
        "+1",
        "-",
        "1e",
        "12abc",
        "nul",
        "nulls",
        "NaN",
        "[Infinity]",
        "<html>",
        "Internal Server Error",
        "// 1\n1",
        "\uFEFF{}",
        // As deep as a parser goes, and one deeper.
        "[".repeat(1000) + "]".repeat(1000),
        "[".repeat(1001) + "]".repeat(1001),
        "{\"a\":".repeat(1000) + "1" + "}".repeat(1000),
        "{\"a\":".repeat(1001) + "1" + "}".repeat(1001));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void readsTextsAsAMapperDoes(String json) {
    assertThat(outcome(() -> JsonTrees.read(json))).isEqualTo(outcome(() -> MAPPER.readTree(json)));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void readsBytesAsAMapperDoes(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    assertThat(outcome(() -> JsonTrees.read(bytes)))
        .isEqualTo(outcome(() -> MAPPER.readTree(bytes)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void findsTheEncodingAsAMapperDoes(String charset) {
    for (String mark : List.of("", "\uFEFF")) {
      byte[] bytes = (mark + "{\"a\":[\"枝豆😀\",0.5]}").getBytes(Charset.forName(charset));
      assertThat(outcome(() -> JsonTrees.read(bytes)))
          .startsWith("ObjectNode a=ArrayNode TextNode")
          .isEqualTo(outcome(() -> MAPPER.readTree(bytes)));
    }
  }

  /** Latin-1, a lone part of a character, one that ends too early, a surrogate, a bad UTF-32. */
  @ParameterizedTest
  @ValueSource(strings = {"22e922", "228022", "22e69e", "22eda08022", "fffe", "0000feff00110000"})
  void refusesBytesThatAreNoTextAsAMapperDoes(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    assertThat(outcome(() -> JsonTrees.read(bytes)))
        .isEqualTo(outcome(() -> MAPPER.readTree(bytes)));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void writesAsAMapperDoes(String json) throws IOException {
    JsonNode tree;
    try {
      tree = MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      return; // Not a document.
    }
    assertWrittenAsAMapperDoes(tree);
  }

  @Test
  void writesEveryKindOfNodeAsAMapperDoes() throws IOException {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("short", (short) -7).put("int", 7).put("long", 7L).put("float", 0.1f);
    tree.put("double", 0.1).put("whole", 1e6).put("large", 1.0e10).put("boolean", true);
    tree.put("nan", Double.NaN).put("infinite", Float.NEGATIVE_INFINITY);
    tree.put("big", BigInteger.TWO.pow(70)).put("decimal", new BigDecimal("1.2300E+50"));
    tree.putNull("null").set("missing", MissingNode.getInstance());
    ArrayNode list = tree.putArray("list").add("a").add(1).add(0.5).addNull();
    list.addArray().addObject().put("x", "y");
    assertWrittenAsAMapperDoes(tree);
  }

  @Test
  void escapesEachCharacterAsAMapperDoes() throws IOException {
    StringBuilder all = new StringBuilder();
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      all.append((char) c);
    }
    ObjectNode tree = JsonNodeFactory.instance.objectNode().put("all", all.toString());
    tree.put(all.toString(), 1);
    assertWrittenAsAMapperDoes(tree);
  }

  private static void assertWrittenAsAMapperDoes(JsonNode tree) throws IOException {
    assertThat(JsonTrees.text(tree)).isEqualTo(tree.toString());
    assertThat(JsonTrees.indented(tree)).isEqualTo(tree.toPrettyString());
    if (!tree.isMissingNode()) { // for which a mapper writes null
      assertThat(JsonTrees.text(tree)).isEqualTo(MAPPER.writeValueAsString(tree));
      assertThat(JsonTrees.indented(tree))
          .isEqualTo(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(tree));
    }
  }

  @Test
  void aTreeMayBeNoDeeperThanOneThatIsRead() {
    ArrayNode tree = JsonNodeFactory.instance.arrayNode();
    ArrayNode deepest = tree;
    for (int i = 0; i < 5_000; i++) {
      deepest = deepest.addArray();
    }
    assertThatThrownBy(() -> JsonTrees.text(tree))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("nesting depth (1001)");
  }

  @Test
  void objectsOfOtherKindsAreRefused() {
    ObjectNode tree = JsonNodeFactory.instance.objectNode().putPOJO("a", List.of("b"));
    assertThatThrownBy(() -> JsonTrees.text(tree)).hasMessage("JSON has no POJO");
  }
}

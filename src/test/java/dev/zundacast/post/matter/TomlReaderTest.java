package dev.zundacast.post.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zundacast.disk.Json;
import dev.zundacast.episode.Problem;
import dev.zundacast.testkit.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TOML as it is read here, and as Python reads it. */
class TomlReaderTest {
  private static final Path FILE = Path.of("post.md");

  /** Prints every single value with its dotted key, and reads the same files. */
  private static final String PYTHON =
      """
      import json, sys, tomllib
      def flat(at, value, found):
          if isinstance(value, dict):
              for key, inner in value.items():
                  flat(at + "." + key if at else key, inner, found)
          elif isinstance(value, list):
              for number, inner in enumerate(value):
                  if isinstance(inner, dict):
                      flat(at + "." + str(number), inner, found)
          elif isinstance(value, str):
              found[at] = value
          return found
      print(json.dumps([flat("", tomllib.loads(text), {}) for text in json.load(open(sys.argv[1]))]))
      """;

  @TempDir Path folder;

  private static Map<String, Span> read(String toml) {
    return TomlReader.read(FILE, toml, 2);
  }

  @Test
  void theKindsOfValues() {
    Map<String, Span> values =
        read(
            """
            title = "第1回 \\"豆\\"" # a comment
            plain = 'C:\\audio'
            date = 2026-03-16T05:00:00+09:00
            draft = false
            many = [ "一", "二", # and so on
              "三", ]
            podcast.file = "/audio/1.mp3"
            text = \"""
            one
            two\"""
            [params]
            size = 1_234
            inner = { a = "x", b.c = "y" }
            [[links]]
            url = "https://one.example.com"
            [[links]]
            url = "https://two.example.com"
            """);
    assertThat(values.get("title").text()).isEqualTo("第1回 \"豆\"");
    assertThat(values.get("plain").text()).isEqualTo("C:\\audio");
    assertThat(values.get("date").text()).isEqualTo("2026-03-16T05:00:00+09:00");
    assertThat(values.get("many").items()).containsExactly("一", "二", "三");
    assertThat(values.get("podcast.file").text()).isEqualTo("/audio/1.mp3");
    assertThat(values.get("text").text()).isEqualTo("one\ntwo");
    assertThat(values.get("params.size").text()).isEqualTo("1_234");
    assertThat(values.get("params.inner.b.c").text()).isEqualTo("y");
    assertThat(values.get("links.1.url").text()).isEqualTo("https://two.example.com");
  }

  @Test
  void longTextsAreReadInEveryKindOfQuotes() {
    String words = "豆。\\n".repeat(20_000);
    for (String quotes : List.of("\"", "'", "\"\"\"", "'''")) {
      String written = quotes + words + quotes;
      Span span = read("title = \"豆\"\ntext = " + written + "\nlast = 1\n").get("text");
      assertThat(span.to() - span.from()).isEqualTo(written.length());
    }
  }

  @Test
  void whatNestsTooDeepIsRefused() {
    for (String deep :
        List.of(
            "a = " + "[".repeat(50_000) + "]".repeat(50_000),
            "a = " + "{ a = ".repeat(50_000) + "1" + " }".repeat(50_000),
            "a.".repeat(50_000) + "a = 1",
            "[" + "a.".repeat(50_000) + "a]")) {
      assertThatThrownBy(() -> read("title = 1\n" + deep))
          .isInstanceOfSatisfying(
              Problem.class, wrong -> assertThat(wrong.diagnostics().get(0).line()).isEqualTo(3))
          .hasMessageContaining("too deep");
    }
    assertThat(read("a.b.c = [[[\"豆.豆\"]], [1.5, 2.5]] # [[[\n")).containsKey("a.b.c");
  }

  @Test
  void whatIsNoTomlIsNamedWithItsPlace() {
    assertThatThrownBy(() -> read("a = 1\ntitle = そらまめ\n"))
        .isInstanceOfSatisfying(
            Problem.class,
            wrong -> {
              assertThat(wrong.diagnostics().get(0).line()).isEqualTo(3);
              assertThat(wrong.diagnostics().get(0).column()).isEqualTo(9);
            })
        .hasMessageStartingWith("the front matter is not valid TOML: Unexpected '");
    assertThatThrownBy(() -> read("a = \"x\nb = 1\n"))
        .hasMessageContaining("Unexpected end of line");
    assertThatThrownBy(() -> read("a = 1\na = 2\n"))
        .hasMessageContaining("a previously defined at line 2, column 1");
    assertThatThrownBy(() -> read("a = \"1\" b = 2\n")).hasMessageContaining("expected a newline");
    assertThatThrownBy(() -> read("[x]\n[x]\n")).hasMessageContaining("previously defined");
    assertThatThrownBy(() -> read("a = [1, 2\n")).hasMessageContaining("not valid TOML");
    assertThatThrownBy(() -> read("= 2\n")).hasMessageContaining("Unexpected '='");
  }

  @Test
  void pythonReadsTheSameTexts() throws IOException {
    Random random = new Random(20260316);
    List<String> documents = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      documents.add(document(random));
    }
    Path file = folder.resolve("documents.json");
    Path script = folder.resolve("flat.py");
    Files.writeString(file, Json.text(documents));
    Files.writeString(script, PYTHON);
    JsonNode expected = Json.tree(Programs.output("python3", script.toString(), file.toString()));
    for (int i = 0; i < documents.size(); i++) {
      Map<String, String> texts = new LinkedHashMap<>();
      read(documents.get(i))
          .forEach(
              (key, span) -> {
                if (span.kind() == Span.Kind.TEXT && !key.startsWith("list")) {
                  texts.put(key, span.text());
                }
              });
      Map<String, String> wanted = new LinkedHashMap<>();
      expected.get(i).properties().forEach(it -> wanted.put(it.getKey(), it.getValue().asText()));
      assertThat(texts).as(documents.get(i)).isEqualTo(wanted);
    }
  }

  private static String document(Random random) {
    StringBuilder text = new StringBuilder();
    pairs(text, random, "k");
    for (int i = 0; i < random.nextInt(3); i++) {
      text.append(
          random.nextBoolean() ? "[ t" + i + " ] # table\n" : "[t" + i + ".\"in ner\"]\r\n");
      pairs(text, random, "v");
    }
    for (int i = 0; i < random.nextInt(3); i++) {
      text.append("[[rows]]\n");
      pairs(text, random, "r");
    }
    return text.toString();
  }

  private static void pairs(StringBuilder text, Random random, String name) {
    int count = 1 + random.nextInt(6);
    for (int i = 0; i < count; i++) {
      text.append(" ".repeat(random.nextInt(3))).append(name).append(i);
      if (random.nextInt(4) == 0) {
        text.append(" . dotted");
      }
      text.append(random.nextBoolean() ? " = " : "=").append(value(random, 0));
      text.append(random.nextInt(3) == 0 ? "\t# 注 = \"x\"\n" : "\n");
    }
    text.append(random.nextBoolean() ? "\n" : "");
  }

  private static String value(Random random, int depth) {
    return switch (random.nextInt(depth > 1 ? 8 : 10)) {
      case 0 -> "\"豆 \\\"の\\\" \\u8c46 \\t話 # 1\"";
      case 1 -> "'C:\\temp # \"x\"'";
      case 2 -> "\"\"\"\n一行目 \"二\"\n  \\\n   三行目\"\"\"";
      case 3 -> "'''\n生の \\n ''text'''";
      case 4 ->
          List.of("12", "-1_000", "0xFF", "1e6", "3.14", "true", "false").get(random.nextInt(7));
      case 5 -> "2026-03-16T05:00:00+09:00";
      case 6 -> "\"\"";
      case 7 -> "07:26:00";
      case 8 -> "{ a = " + value(random, 2) + ", b.c = " + value(random, 2) + " }";
      default -> "[ " + value(random, 2) + ",\n  # in between\n  " + number(random) + ", ]";
    };
  }

  private static String number(Random random) {
    return String.valueOf(random.nextInt(1000));
  }
}

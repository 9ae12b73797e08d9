package dev.zundacast.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrontMatterTest {
  private static final Path FILE = Path.of("2026-01-05-7.md");

  private static String filled(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] after =
        FrontMatter.parse(FILE, bytes, Preset.YATTECAST.layout()).withAudio(5_012_345, "07:26");
    return new String(after, StandardCharsets.UTF_8);
  }

  private static FrontMatter parsed(String text) {
    return FrontMatter.parse(
        FILE, text.getBytes(StandardCharsets.UTF_8), Preset.YATTECAST.layout());
  }

  static Stream<Arguments> sizes() {
    return Stream.of(
        arguments("audio_file_size: 0", "audio_file_size: 5012345"),
        arguments("audio_file_size:   0   ", "audio_file_size:   5012345   "),
        arguments("audio_file_size: 6.1MB", "audio_file_size: 5012345"),
        arguments("audio_file_size: '0' # none yet", "audio_file_size: 5012345 # none yet"),
        arguments("audio_file_size:", "audio_file_size: 5012345"),
        arguments("audio_file_size: ", "audio_file_size: 5012345"),
        arguments("audio_file_size: # none", "audio_file_size: 5012345 # none"),
        arguments("audio_file_size: ~", "audio_file_size: 5012345"),
        arguments("audio_file_size: !!int 0", "audio_file_size: 5012345"),
        arguments("audio_file_size:\t0", "audio_file_size:\t5012345"),
        arguments("'audio_file_size': 0", "'audio_file_size': 5012345"),
        arguments("audio_file_size: 5,012,345", "audio_file_size: 5,012,345"),
        arguments("audio_file_size: \"5012345\"", "audio_file_size: \"5012345\""),
        arguments("audio_file_size: 05012345", "audio_file_size: 5012345"));
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void aSizeIsPutIn(String before, String after) {
    String head = "---\ntitle: t\n";
    String tail = "\nduration: \"07:26\"\n---\nbody\n";
    assertThat(filled(head + before + tail)).isEqualTo(head + after + tail);
  }

  static Stream<Arguments> durations() {
    return Stream.of(
        arguments("duration: \"00:00\"", "duration: \"07:26\""),
        arguments("duration: 07:20", "duration: \"07:26\""),
        arguments("duration: 07:26", "duration: \"07:26\""),
        arguments("duration: \"\"", "duration: \"07:26\""),
        arguments("duration: “00:00”", "duration: \"07:26\""),
        arguments("duration: '07:26'", "duration: '07:26'"),
        arguments("duration: 446", "duration: 446"),
        arguments("duration: \"0:07:26\"", "duration: \"0:07:26\""),
        arguments("duration: '06:86'", "duration: \"07:26\""),
        arguments("duration: '0:07:26'", "duration: '0:07:26'"),
        arguments("duration: '0:75:00'", "duration: \"07:26\""),
        arguments("duration: |\n  00:00", "duration: \"07:26\""),
        arguments("duration:\n  00:00", "duration:\n  \"07:26\""));
  }

  @ParameterizedTest
  @MethodSource("durations")
  void aDurationIsPutIn(String before, String after) {
    String head = "---\naudio_file_size: 5012345\n";
    String tail = "\n# end\ntitle: t\n---\nbody\n";
    assertThat(filled(head + before + tail)).isEqualTo(head + after + tail);
  }

  @Test
  void missingKeysAreAddedAfterThePathInTheFilesOwnLineEnds() {
    assertThat(
            filled("---\r\ntitle: t\r\naudio_file_path: /a.mp3 # x\r\ndate: 2026\r\n---\r\nb\r\n"))
        .isEqualTo(
            "---\r\ntitle: t\r\naudio_file_path: /a.mp3 # x\r\naudio_file_size: 5012345\r\n"
                + "duration: \"07:26\"\r\ndate: 2026\r\n---\r\nb\r\n");
  }

  @Test
  void linesInsideAQuotedValueAreNoKeys() {
    String post =
        "---\naudio_file_path: /a.mp3\ndescription: 'news  \nduration: \"00:00\" is its title\n"
            + "audio_file_size: 0, too'\nduration: \"00:00\"\naudio_file_size: 0\n---\n";
    assertThat(filled(post))
        .isEqualTo(
            post.replace("too'\nduration: \"00:00\"", "too'\nduration: \"07:26\"")
                .replace("audio_file_size: 0\n", "audio_file_size: 5012345\n"));
  }

  @Test
  void aBodyOfAnotherEncodingStaysToTheByte() {
    byte[] post =
        "---\ntitle: a\naudio_file_size: 0\nduration: '00:00'\n---\ncaf\u00E9\n"
            .getBytes(StandardCharsets.ISO_8859_1);
    byte[] after =
        FrontMatter.parse(FILE, post, Preset.YATTECAST.layout()).withAudio(5_012_345, "07:26");
    assertThat(new String(after, StandardCharsets.ISO_8859_1)).endsWith("---\ncaf\u00E9\n");
  }

  @Test
  void aByteOrderMarkEmojiAndTrailingSpacesStay() {
    String post =
        "\uFEFF--- \n"
            + "title: 😀 餅  \n"
            + "information: \n"
            + "audio_file_size: 0  \n"
            + "duration: '00:00'\t\n"
            + "---  \n";
    assertThat(filled(post))
        .isEqualTo(post.replace("size: 0", "size: 5012345").replace("'00:00'", "\"07:26\""));
  }

  @Test
  void aKeyThatStandsTwiceIsRefused() {
    assertThatThrownBy(() -> parsed("---\nlayout: a\ntitle: t\nlayout: b\n---\n"))
        .asInstanceOf(type(Problem.class))
        .satisfies(
            problem ->
                assertThat(problem.diagnostics())
                    .containsExactly(
                        new Diagnostic(
                            FILE,
                            4,
                            1,
                            Message.of("frontMatter.keyTwice", "layout", 2),
                            Message.plain("layout: b"),
                            Message.of("frontMatter.keyTwice.next", "layout", 2))));
  }

  @Test
  void brokenYamlIsRefusedWithItsPlace() {
    assertThatThrownBy(() -> parsed("---\ntitle: a: b\n---\n"))
        .hasMessage("the front matter is not valid YAML: mapping values are not allowed here")
        .asInstanceOf(type(Problem.class))
        .extracting(p -> p.diagnostics().get(0))
        .satisfies(
            found -> {
              assertThat(found.line()).isEqualTo(2);
              assertThat(found.column()).isEqualTo(9);
              assertThat(found.sourceLine()).hasToString("title: a: b");
            });
  }

  @Test
  void aTabBetweenTokensIsAcceptedAsJekyllDoes() {
    assertThat(parsed("---\ntitle:\tt\nactor_ids:\n  -\tずんだもん\n---\n").values("actor_ids"))
        .containsExactly("ずんだもん");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no front matter\n",
        "",
        "---\ntitle: t\n",
        "---\n- a\n- b\n---\n",
        "---\ntitle: \"a\n---\n",
        "---\na: &x 1\nduration: *y\n---\n",
        "---\ntitle: \u0001\n---\n",
        "---\n? [a]\n: b\n---\n",
      })
  void whatIsNoFrontMatterIsRefusedWithFileAndLine(String text) {
    assertThatThrownBy(() -> parsed(text))
        .asInstanceOf(type(Problem.class))
        .satisfies(
            problem -> {
              assertThat(problem.diagnostics().get(0).file()).isEqualTo(FILE);
              assertThat(problem.diagnostics().get(0).line()).isPositive();
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "---\nother: &x '07:20'\nduration: *x\naudio_file_size: 1\n---\n",
        "---\nduration: [1, 2]\naudio_file_size: 1\n---\n",
        "---\nduration: &x '00:00'\nother: *x\n---\n",
        "---\n{title: t}\n---\n",
      })
  void whatCannotBeSplicedSafelyIsRefused(String text) {
    assertThatThrownBy(() -> filled(text)).isInstanceOf(Problem.class);
  }

  @Test
  @Timeout(5)
  void bombsAndDepthsEnd() {
    StringBuilder bomb = new StringBuilder("---\na0: &a0 [x, x]\n");
    for (int i = 1; i < 40; i++) {
      bomb.append(String.format("a%d: &a%d [*a%d, *a%d]%n", i, i, i - 1, i - 1));
    }
    bomb.append("duration: x\n---\n");
    assertThat(parsed("---\na: &a {b: [*a], c: *a}\nduration: x\n---\n").value("duration"))
        .contains("x");
    assertThatThrownBy(() -> filled(bomb.toString())).isInstanceOf(Problem.class);
    assertThatThrownBy(() -> parsed("---\na: " + "[".repeat(100_000) + "\n---\n"))
        .isInstanceOf(Problem.class);
    assertThatThrownBy(() -> parsed("---\n" + "- ".repeat(100_000) + "\n---\n"))
        .isInstanceOf(Problem.class);
    assertThatThrownBy(() -> parsed("---\n" + "a: b\n".repeat(2_000_000)))
        .hasMessageContaining("longer than 1 MB");
    assertThatThrownBy(() -> parsed("---\nx: !!javax.script.ScriptEngineManager [a]\n---\n"))
        .isInstanceOf(Problem.class);
  }

  @ParameterizedTest
  @CsvSource({
    "0,00:00",
    "1,00:01",
    "1000,00:01",
    "1001,00:02",
    "445001,07:26",
    "446000,07:26",
    "3599000,59:59",
    "3599001,01:00:00",
    "36061000,10:01:01"
  })
  void aSecondThatHasBegunCountsWhole(long millis, String duration) {
    assertThat(StatedAudio.format(millis)).isEqualTo(duration);
  }

  @ParameterizedTest
  @CsvSource({"445400,07:25", "445400,07:26", "445600,07:25", "445600,07:26", "446000,07:26"})
  void aLengthThatWasRoundedOtherwiseStays(long millis, String stated) {
    String post = "---\naudio_file_size: 9\nduration: '" + stated + "'\n---\n";
    assertThat(parsed(post).withAudio(9, millis)).asString(StandardCharsets.UTF_8).isEqualTo(post);
  }

  @Test
  void aLengthThatIsASecondOffIsMended() {
    String post = "---\naudio_file_size: 9\nduration: '07:25'\n---\n";
    assertThat(parsed(post).withAudio(9, 446_000))
        .asString(StandardCharsets.UTF_8)
        .contains("duration: \"07:26\"");
  }
}

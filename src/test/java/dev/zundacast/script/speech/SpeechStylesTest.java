package dev.zundacast.script.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zundacast.episode.Problem;
import dev.zundacast.words.Morphology;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpeechStylesTest {
  private static final SpeechStyles STYLES =
      new SpeechStyles(List.of(Path.of("voices")), new Morphology());

  static Stream<List<String>> sentences() throws IOException {
    return rows("sentences.tsv");
  }

  static Stream<List<String>> nanoda() throws IOException {
    return rows("nanoda-sentences.tsv");
  }

  private static Stream<List<String>> rows(String file) throws IOException {
    try (InputStream in = SpeechStylesTest.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> List.of(line.split("\t", -1)));
    }
  }

  static List<Table.Row> signs() {
    return Table.layered(List.of(), "deed-signs.tsv").rows();
  }

  @ParameterizedTest
  @MethodSource("signs")
  void signsOfDeedsFitWhatTheyAreMeantFor(Table.Row row) {
    assertThat(row.cell(2)).containsPattern(row.cell(1));
    assertThat(row.cell(3)).isNotEmpty().doesNotContainPattern(row.cell(1));
  }

  static List<Table.Row> stories() {
    return Table.layered(List.of(), "about.tsv").rows();
  }

  @ParameterizedTest
  @MethodSource("stories")
  void tellsWhatItIsMeantForAsANoun(Table.Row row) {
    String[] example = row.cell(2).split("⇒", -1);
    assertThat(STYLES.about(example[0])).hasValue(example[1]);
    assertThat(STYLES.about(row.cell(3))).isEmpty();
  }

  private static void check(List<String> row, int column, String style) {
    String expected = row.get(column).equals("=") ? row.get(0) : row.get(column);
    assertThat(STYLES.styled(row.get(0), style).text()).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("sentences")
  void speaksLikeEachCharacter(List<String> row) {
    check(row, 1, "nanoda");
    check(row, 2, "dayo");
    check(row, 3, "desuwa");
  }

  @Test
  void tellsWhichRowsDecided() {
    assertThat(STYLES.styled("木の時計が登場。", "nanoda").rule()).isEqualTo("deeds, verb-past");
    assertThat(STYLES.styled("箱や紐など。", "nanoda").rule()).isEqualTo("closings or-so, noun");
    assertThat(STYLES.styled("木の時計です。", "nanoda").rule()).isEqualTo("noun");
    assertThat(STYLES.styled("音が出る可能性あり。", "desuwa").text()).isEqualTo("音が出る可能性がありますわ。");
    assertThat(STYLES.styled("林さんは、音が出る可能性があると話しています。", "nanoda").text()).contains("話している");
  }

  @ParameterizedTest
  @MethodSource("nanoda")
  void endsEverySentenceLikeZundamon(List<String> row) {
    check(row, 1, "nanoda");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nanoda", "dayo", "desuwa"})
  void hasARowForEveryEndingThatASentenceCanHave(String style) {
    Table table = Table.layered(List.of(), style + ".tsv");
    List<String> inside =
        List.of(
            "verb-and", "verb-if", "verb-though", "verb-list", "noun-and", "noun-if", "noun-list");
    assertThat(table.rows())
        .extracting(row -> row.cell(0))
        .containsAll(
            Endings.load(List.of()).names().stream()
                .filter(name -> !inside.contains(name))
                .toList());
  }

  @Test
  void saysWhichRuleDecided() {
    assertThat(STYLES.styled("鍵を渡しました。", "nanoda")).isEqualTo(new Styled("鍵を渡したのだ。", "verb-past"));
    assertThat(STYLES.styled("組み立ての手順", "nanoda").rule()).isEqualTo("label");
    assertThat(STYLES.styled("たとえば、", "nanoda").fits()).isFalse();
    assertThat(STYLES.styled("鍵です。", SpeechStyles.AS_WRITTEN).text()).isEqualTo("鍵です。");
  }

  @Test
  void takesATableOfTheVoicesFolder(@TempDir Path folder) throws IOException {
    Path table = folder.resolve("styles/neko.tsv");
    Files.createDirectories(table.getParent());
    Files.writeString(table, "# ねこ\nverb\t{base}にゃ\nnoun\tだにゃ\n");
    SpeechStyles styles = new SpeechStyles(List.of(folder), new Morphology());
    assertThat(styles.styled("魚を食べます。", "neko").text()).isEqualTo("魚を食べるにゃ。");
    assertThat(styles.styled("魚を食べました。", "neko")).isEqualTo(Styled.unchanged("魚を食べました。"));
  }

  @Test
  void namesATableThatIsNoText(@TempDir Path folder) throws IOException {
    Path table = folder.resolve("styles/neko.tsv");
    Files.createDirectories(table.getParent());
    Files.write(table, new byte[] {'v', (byte) 0x82, (byte) 0xA0});
    SpeechStyles styles = new SpeechStyles(List.of(folder), new Morphology());
    assertThatThrownBy(() -> styles.check("neko"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("not UTF-8");
  }

  @Test
  void refusesAnUnknownStyleAndAWrongTable(@TempDir Path folder) throws IOException {
    SpeechStyles styles = new SpeechStyles(List.of(folder), new Morphology());
    assertThatThrownBy(() -> styles.check("gozaru"))
        .hasMessage(
            "no style of speaking 'gozaru'; there are as-written, nanoda, dayo, desuwa, gowasu");
    Path table = folder.resolve("styles/gozaru.tsv");
    Files.createDirectories(table.getParent());
    Files.writeString(table, "verbs\t{base}でござる\n");
    assertThatThrownBy(() -> styles.check("gozaru"))
        .hasMessageStartingWith("unknown ending 'verbs'; known are agree, already, called");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nanoda", "dayo", "desuwa", "gowasu"})
  void takesPoliteWordsInAnyOrder(String style) {
    List<String> words =
        List.of(
            "です", "ます", "ました", "ません", "でした", "でしょう", "ください", "くださいませ", "ご", "お", "紹介", "試し", "いたし",
            "か", "が", "ので", "て", "いただけ", "ござい", "のです", "ん", "だ", "何", "も", "な", "ね", "犬", "を", "「",
            "」", "（", "）", "、", "。", "？", "！", " ");
    Random random = new Random(17);
    for (int i = 0; i < 3000; i++) {
      StringBuilder sentence = new StringBuilder();
      for (int n = random.nextInt(9); n >= 0; n--) {
        sentence.append(words.get(random.nextInt(words.size())));
      }
      assertThat(STYLES.styled(sentence.toString(), style).text()).isNotNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nanoda", "dayo", "desuwa"})
  void staysQuickOnHostileText(String style) {
    String nested = "「（".repeat(20_000) + "です。";
    assertThat(STYLES.styled(nested, style).text()).contains("「（「（");
  }
}

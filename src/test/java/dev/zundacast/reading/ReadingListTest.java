package dev.zundacast.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zundacast.episode.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingListTest {
  @TempDir Path folder;

  @Test
  void aListThatDoesNotExistIsEmpty() throws IOException {
    assertThat(ReadingList.load(folder.resolve("readings.tsv")).entries()).isEmpty();
  }

  @Test
  void aChangeKeepsCommentsAndOrder() throws IOException {
    Path file = folder.resolve("readings.tsv");
    Files.writeString(file, "# head\nkubectl\tクーベコントロール\t\t\n\n# names\n草薙\tクサナギ\t2\tname\n");
    ReadingList list = ReadingList.load(file);

    list.with(
            List.of(
                ReadingEntry.of("kubectl", "クーブシーティーエル", OptionalInt.empty(), ""),
                ReadingEntry.of("nginx", "えんじんえっくす", OptionalInt.of(5), "web server")))
        .save();

    assertThat(file)
        .hasContent(
            "# head\nkubectl\tクーブシーティーエル\n\n# names\n草薙\tクサナギ\t2\tname\n"
                + "nginx\tエンジンエックス\t5\tweb server\n");
  }

  @Test
  void aRemovedWordLeavesTheRest() throws IOException {
    Path file = folder.resolve("readings.tsv");
    Files.writeString(file, "# head\na\tエー\nb\tビー\n");
    assertThat(ReadingList.load(file).without("a").text()).isEqualTo("# head\nb\tビー\n");
  }

  @Test
  void everyBadLineIsNamedWithItsReason() throws IOException {
    Path file = folder.resolve("readings.tsv");
    Files.writeString(file, "ok\tオーケー\nalone\nkanji\t漢字\nfar\tファー\t9\nx\tエックス\tone\nok\tオケ\n");
    assertThatThrownBy(() -> ReadingList.load(file))
        .isInstanceOfSatisfying(
            Problem.class,
            problem ->
                assertThat(problem.diagnostics())
                    .extracting(d -> d.line() + ": " + d.message())
                    .containsExactly(
                        "2: found 1 fields; expected written<TAB>reading<TAB>accent<TAB>note, the"
                            + " last two optional",
                        "3: the reading '漢字' of 'kanji' is not katakana throughout",
                        "4: the accent 9 of 'far' lies outside its reading; expected 0 to 2",
                        "5: the accent 'one' is no number",
                        "6: 'ok' stands in the list twice"));
  }

  @Test
  void theLongestWordCounts() throws IOException {
    ReadingList list =
        ReadingList.load(folder.resolve("readings.tsv"))
            .with(
                List.of(
                    ReadingEntry.of("Code", "コード", OptionalInt.empty(), ""),
                    ReadingEntry.of("Code Rabbit", "コードラビット", OptionalInt.empty(), "")));
    assertThat(list.at("Code Rabbitが", 0).orElseThrow().spoken()).isEqualTo("コードラビット");
    assertThat(list.at("Codex", 0)).isEmpty();
    assertThat(list.at("Code2", 0)).isPresent();
  }

  @Test
  void capitalsBehindTheFirstLetterStandForThatSpellingAlone() throws IOException {
    ReadingList list =
        ReadingList.load(folder.resolve("readings.tsv"))
            .with(
                List.of(
                    ReadingEntry.of("US", "アメリカ", OptionalInt.empty(), ""),
                    ReadingEntry.of("zed", "ゼッド", OptionalInt.empty(), "")));
    assertThat(list.at("us", 0)).isEmpty();
    assertThat(list.at("Zed", 0)).isPresent();
  }
}

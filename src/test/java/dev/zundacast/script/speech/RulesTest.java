package dev.zundacast.script.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the tables of patterns does what its examples say. */
class RulesTest {
  private static final List<Path> FOLDERS = List.of(Path.of("voices"));

  private static final Rules RULES = Rules.load(FOLDERS);
  private static final Map<String, String> SETS = Rules.sets(FOLDERS);

  /** The classes that make scripts. */
  private static final String SOURCES = sources();

  static List<Table.Row> rows() {
    return Table.layered(FOLDERS, "rules.tsv").rows();
  }

  static Stream<Table.Row> rewrites() {
    return Stream.of(
            "closings.tsv",
            "dayo-closings.tsv",
            "desuwa-closings.tsv",
            "titles.tsv",
            "episode-counts.tsv")
        .flatMap(it -> Table.layered(FOLDERS, it).rows().stream());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void fitsWhatItIsMeantFor(Table.Row row) {
    fits(pattern(row, 2), row.cell(3), read(row.cell(4)).split("⇒", -1));
  }

  @ParameterizedTest
  @MethodSource("rewrites")
  void rewritesWhatItIsMeantForAlone(Table.Row row) {
    String[] example = row.cell(3).split("⇒", -1);
    assertThat(example).hasSize(2);
    fits(pattern(row, 1), row.cell(2), example);
    assertThat(row.cell(4)).isNotEmpty();
    assertThat(pattern(row, 1).matcher(row.cell(4)).find()).as(row.cell(4)).isFalse();
  }

  static Stream<Table.Row> endings() {
    return Stream.of("nanoda", "dayo", "desuwa", "gowasu")
        .flatMap(it -> Table.layered(FOLDERS, it + "-endings.tsv").rows().stream());
  }

  @ParameterizedTest
  @MethodSource("endings")
  void endsWhatItIsMeantForAlone(Table.Row row) {
    Pattern end = Pattern.compile("(?:" + row.cell(1) + ")$");
    String[] example = row.cell(5).split("⇒", -1);
    fits(end, row.cell(2), example);
    assertThat(suits(row, 3, 4, example[0])).as(example[0]).isTrue();
    boolean other = end.matcher(row.cell(6)).find() && suits(row, 3, 4, row.cell(6));
    assertThat(row.cell(6).isEmpty() || other).as(row.cell(6)).isFalse();
  }

  static List<Table.Row> kinds() {
    return Table.layered(FOLDERS, "kinds.tsv").rows();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void knowsTheKindThatItIsMeantForAlone(Table.Row row) {
    assertThat(suits(row, 1, 2, row.cell(3))).isTrue();
    assertThat(row.cell(4).isEmpty() || suits(row, 1, 2, row.cell(4))).isFalse();
  }

  private static boolean suits(Table.Row row, int about, int not, String text) {
    return pattern(row, about).matcher(text).find()
        && (row.cell(not).isEmpty() || !pattern(row, not).matcher(text).find());
  }

  private static void fits(Pattern pattern, String instead, String[] example) {
    assertThat(pattern.matcher(example[0]).find()).as(example[0]).isTrue();
    if (example.length > 1) {
      assertThat(pattern.matcher(example[0]).replaceAll(instead)).isEqualTo(example[1]);
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void leavesTheOtherAlone(Table.Row row) {
    String other = read(row.cell(5));
    boolean any = pattern(row, 2).pattern().matches("\\^|[^\\^]*\\.\\$|。\\$|\\[てで\\]\\?。\\$");
    if (!other.isEmpty() && !any) {
      assertThat(pattern(row, 2).matcher(other).find()).as(other).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void hasAStageANameAndAnExample(Table.Row row) {
    assertThat(row.cells().subList(0, 2)).doesNotContain("", "-");
    assertThat(row.cell(4)).isNotEmpty();
  }

  static Stream<String> stages() {
    return rows().stream().map(it -> it.cell(0)).distinct();
  }

  /** A stage is named as a whole, or put together of a beginning and an end: split-told. */
  @ParameterizedTest
  @MethodSource("stages")
  void isAskedFor(String stage) {
    Stream<String> parts =
        Pattern.compile("-")
            .matcher(stage)
            .results()
            .flatMap(it -> Stream.of(stage.substring(0, it.end()), stage.substring(it.start())));
    assertThat(Stream.concat(Stream.of(stage), parts))
        .anyMatch(it -> SOURCES.contains('"' + it + '"'));
  }

  static Stream<String> asked() {
    return Pattern.compile(
            "ules\\s*\\.(?:finds|found|rewritten|matches|stage|weight)\\(\\s*\"([^\"]+)\"")
        .matcher(SOURCES)
        .results()
        .map(it -> it.group(1))
        .distinct();
  }

  @ParameterizedTest
  @MethodSource("asked")
  void hasARow(String stage) {
    assertThat(RULES.stage(stage)).isNotEmpty();
  }

  static Set<String> sets() {
    return SETS.keySet();
  }

  @ParameterizedTest
  @MethodSource("sets")
  void isNamedByARow(String set) {
    Stream<Table.Row> named =
        Stream.of("rules.tsv", "sets.tsv")
            .flatMap(it -> Table.layered(FOLDERS, it).rows().stream());
    assertThat(Stream.of(named, rewrites(), endings()).flatMap(it -> it))
        .anyMatch(it -> it.cells().stream().anyMatch(cell -> cell.contains("{" + set + "}")));
  }

  static Stream<String> grounds() {
    return Stream.concat(
        rows().stream().map(it -> it.cell(6)),
        Table.layered(FOLDERS, "titles.tsv").rows().stream().map(it -> it.cell(5)));
  }

  @ParameterizedTest
  @MethodSource("grounds")
  void changesTwoPostsOrSaysWhyItStays(String ground) {
    assertThat(ground).matches("[2-9]|[1-9]\\d+|\\p{Lower}.{9,}");
  }

  private static Pattern pattern(Table.Row row, int cell) {
    return Rules.pattern(row, row.cell(cell), SETS);
  }

  private static String read(String cell) {
    return Pattern.compile("\\\\t").matcher(cell).replaceAll("\t");
  }

  private static String sources() {
    try (Stream<Path> all = Files.walk(Path.of("src/main/java/dev/zundacast/script"))) {
      List<String> texts = new ArrayList<>();
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        texts.add(Files.readString(file));
      }
      return String.join("\n", texts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.zundacast.script.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of rules.tsv does what its examples say. */
class RulesTest {
  private static final List<Path> FOLDERS = List.of(Path.of("voices"));

  private static final Rules RULES = Rules.load(FOLDERS);
  private static final Map<String, String> SETS = Rules.sets(FOLDERS);

  static List<Table.Row> rows() {
    return Table.layered(FOLDERS, "rules.tsv").rows();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void fitsWhatItIsMeantFor(Table.Row row) {
    String[] example = read(row.cell(4)).split("⇒", -1);
    assertThat(pattern(row).matcher(example[0]).find()).as(example[0]).isTrue();
    if (example.length > 1) {
      assertThat(pattern(row).matcher(example[0]).replaceAll(row.cell(3))).isEqualTo(example[1]);
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void leavesTheOtherAlone(Table.Row row) {
    String other = read(row.cell(5));
    boolean any = pattern(row).pattern().matches("\\^|[^\\^]*\\.\\$|。\\$|\\[てで\\]\\?。\\$");
    if (!other.isEmpty() && !any) {
      assertThat(pattern(row).matcher(other).find()).as(other).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void isAskedFor(Table.Row row) {
    assertThat(row.cells().subList(0, 2)).doesNotContain("", "-");
    assertThat(row.cell(4)).isNotEmpty();
    assertThat(RULES.stage(row.cell(0)).stream().map(Rules.Rule::name)).contains(row.cell(1));
  }

  private static Pattern pattern(Table.Row row) {
    return Rules.pattern(row, row.cell(2), SETS);
  }

  private static String read(String cell) {
    return Pattern.compile("\\\\t").matcher(cell).replaceAll("\t");
  }
}

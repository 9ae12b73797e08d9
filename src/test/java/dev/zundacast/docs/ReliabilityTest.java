package dev.zundacast.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each row of docs/reliability.md names tests, and they are there. */
class ReliabilityTest {
  private static final Pattern NAMED = Pattern.compile("`(\\w+(?:Test|IT))\\.(\\w+)`");

  @Test
  void everyRowNamesTestsThatAreThere() throws IOException {
    Map<String, Path> classes = testClasses();
    List<String> rows =
        Files.readAllLines(Path.of("docs/reliability.md")).stream()
            .filter(row -> row.startsWith("| "))
            .filter(row -> !row.startsWith("| fault |") && row.split("\\|", -1).length > 4)
            .toList();
    assertThat(rows).hasSizeGreaterThan(30);
    for (String row : rows) {
      List<MatchResult> named = NAMED.matcher(row).results().toList();
      assertThat(named).as(row).isNotEmpty();
      for (MatchResult test : named) {
        assertThat(classes).containsKey(test.group(1));
        assertThat(Files.readString(classes.get(test.group(1))))
            .contains("void " + test.group(2) + "(");
      }
    }
  }

  private static Map<String, Path> testClasses() throws IOException {
    try (Stream<Path> all = Files.walk(Path.of("src/test/java"))) {
      return all.filter(file -> file.toString().matches(".*(Test|IT)\\.java"))
          .collect(
              Collectors.toMap(
                  file -> String.valueOf(file.getFileName()).replace(".java", ""),
                  Function.identity(),
                  (one, other) -> one.toString().contains("/voice/") ? one : other));
    }
  }
}

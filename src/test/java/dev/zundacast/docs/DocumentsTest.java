package dev.zundacast.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents promise about each other and about the tree. */
class DocumentsTest {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");
  private static final Pattern PACKAGE = Pattern.compile("(?m)^      (\\w+)/ ");

  private static final Pattern TYPE =
      Pattern.compile("`(?:\\w+\\.)?([A-Z]\\w+[a-z]\\w*)(?:\\.\\w+)?`");

  static List<Path> documents() throws IOException {
    try (Stream<Path> top = Files.list(Path.of(""));
        Stream<Path> docs = Files.walk(Path.of("docs"))) {
      return Stream.concat(top, docs).filter(file -> file.toString().endsWith(".md")).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyLinkLeadsToAFile(Path document) throws IOException {
    Matcher link = LINK.matcher(Files.readString(document));
    while (link.find()) {
      // Beside the checkout, where the repository's page has its releases.
      if (link.group(1).matches("(\\.\\./)+releases")) {
        continue;
      }
      assertThat(document.toAbsolutePath().resolveSibling(link.group(1))).as(link.group()).exists();
    }
  }

  @Test
  void theIndexNamesEveryDocument() throws IOException {
    String index = Files.readString(Path.of("docs/README.md"));
    try (Stream<Path> docs = Files.list(Path.of("docs"))) {
      assertThat(
              docs.map(file -> file.getFileName().toString()).filter(n -> !n.equals("README.md")))
          .allMatch(name -> index.contains("(" + name + ")"));
    }
  }

  @Test
  void bothReadmesShowTheSameCommandsWithTheSameOutput() throws IOException {
    assertThat(ReadmeExamples.of(Path.of("README.ja.md")))
        .isEqualTo(ReadmeExamples.of(Path.of("README.md")))
        .isNotEmpty();
  }

  static List<Path> inJapanese() throws IOException {
    try (Stream<Path> pages = Files.list(Path.of("docs/ja"))) {
      return pages.filter(page -> !page.endsWith("README.md")).sorted().toList();
    }
  }

  /** Commands and settings, whatever is said beside them. */
  @ParameterizedTest
  @MethodSource("inJapanese")
  void bothLanguagesShowTheSameCommands(Path page) throws IOException {
    Path english = Path.of("docs").resolve(page.getFileName());
    assertThat(code(page)).isEqualTo(code(english));
    assertThat(Files.readString(page)).contains("[English](../" + page.getFileName() + ")");
    assertThat(Files.readString(english)).contains("[日本語](ja/" + page.getFileName() + ")");
  }

  /** What people type, and what stands in their files: no example of a script's words. */
  private static List<String> code(Path page) throws IOException {
    List<String> code = new ArrayList<>();
    for (String line : Files.readAllLines(page)) {
      String text = line.strip().replaceFirst("\\s*#.*", "");
      boolean typed = text.matches("(zundacast|jekyll|hugo|export|eval|podman) .*|hugo");
      boolean setting = text.matches("[a-z-]+:( .*)?");
      if (line.startsWith("    ") && (typed || setting)) {
        code.add(text.replaceFirst("^text: .*", "text:"));
      }
    }
    return code;
  }

  /** What it is, a picture, how it is installed, and three jobs, on no more than two screens. */
  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.ja.md"})
  void aReadmeSaysInAHundredLinesWhatItIs(String name) throws IOException {
    String readme = Files.readString(Path.of(name));
    assertThat(readme.lines()).hasSizeLessThanOrEqualTo(100);
    List<Integer> places =
        Stream.of("![", "sudo apt install", "zundacast demo", "zundacast build", "$ ./zundacast")
            .map(readme::indexOf)
            .toList();
    assertThat(places).isSorted().doesNotContain(-1);
  }

  @Test
  void bothReadmesHaveTheSameSections() throws IOException {
    assertThat(headingLevels("README.ja.md")).isEqualTo(headingLevels("README.md"));
    assertThat(tableRows("README.ja.md")).isEqualTo(tableRows("README.md"));
  }

  @Test
  void theMapOfArchitectureIsTheTree() throws IOException {
    List<String> onTheMap = new ArrayList<>();
    Matcher name = PACKAGE.matcher(Files.readString(Path.of("ARCHITECTURE.md")));
    while (name.find()) {
      onTheMap.add(name.group(1));
    }
    try (Stream<Path> folders = Files.list(Path.of("src/main/java/dev/zundacast"))) {
      assertThat(folders.filter(Files::isDirectory).map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(onTheMap);
    }
  }

  @Test
  void everyTypeThatArchitectureNamesIsThere() throws IOException {
    List<String> types;
    try (Stream<Path> sources = Files.walk(Path.of("src"))) {
      types = sources.map(file -> file.getFileName().toString()).toList();
    }
    Matcher type = TYPE.matcher(Files.readString(Path.of("ARCHITECTURE.md")));
    while (type.find()) {
      assertThat(types).contains(type.group(1) + ".java");
    }
  }

  @Test
  void everyPlaceThatIsNamedForAChangeIsThere() throws IOException {
    String page = Files.readString(Path.of("ARCHITECTURE.md"));
    String table =
        page.substring(page.indexOf("| what | where |"), page.indexOf("## One post"))
            .replaceAll("(?m)^\\|[^|]*\\|", "");
    List<String> missing = new ArrayList<>();
    List<Path> tree = tree();
    Matcher named = Pattern.compile("`([^`]+)`").matcher(table);
    while (named.find()) {
      String place = named.group(1).replaceFirst("/$", "");
      PathMatcher matcher =
          FileSystems.getDefault().getPathMatcher("glob:./{**/,}" + place + "{.java,}");
      if (tree.stream().noneMatch(matcher::matches)) {
        missing.add(place);
      }
    }
    assertThat(missing).isEmpty();
  }

  private static List<Path> tree() throws IOException {
    List<Path> all = new ArrayList<>();
    for (String root : List.of("src/main", "voices", "training", "packaging", "docs")) {
      try (Stream<Path> files = Files.walk(Path.of(".", root))) {
        files.forEach(all::add);
      }
    }
    try (Stream<Path> files = Files.list(Path.of("."))) {
      files.forEach(all::add);
    }
    return all;
  }

  private static List<String> headingLevels(String readme) throws IOException {
    boolean code = false;
    List<String> levels = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(readme))) {
      code ^= line.startsWith("```");
      if (!code && line.startsWith("#")) {
        levels.add(line.substring(0, line.indexOf(' ')));
      }
    }
    return levels;
  }

  private static long tableRows(String readme) throws IOException {
    return Files.readAllLines(Path.of(readme)).stream().filter(l -> l.startsWith("|")).count();
  }
}

package dev.zundacast.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.episode.Article;
import dev.zundacast.episode.Block;
import dev.zundacast.episode.Section;
import dev.zundacast.script.file.ScriptDraft.DraftLine;
import dev.zundacast.script.file.ScriptDraft.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole articles and what is said of them, a file each: the title, the article in Markdown, a row
 * of ----, and the lines of the script; # marks what is left out. Behind a second row of ----
 * stands what the recap says.
 */
class ArticleCasesTest {
  private static final Scripts SCRIPTS = Examples.scripts();
  private static final Path CASES = Path.of("src/test/resources/dev/zundacast/script/articles");

  /** One article alone is not told again. */
  private static final Article OTHER = Examples.article(2, "川をわたる犬の話", "犬が川を渡りました。");

  static List<Path> cases() throws IOException {
    try (Stream<Path> files = Files.list(CASES)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isSaidSo(Path file) throws IOException {
    String[] parts = Files.readString(file).split("(?m)^----\n");
    List<String> rows = parts[0].lines().toList();
    Article article =
        new Article(1, rows.get(0), rows.get(0), "https://example.com/1", 1, "", blocks(rows), "");
    assertThat(said(List.of(article), Section.Kind.ARTICLE)).isEqualTo(parts[1]);
    if (parts.length > 2) {
      assertThat(said(List.of(article, OTHER), Section.Kind.RECAP)).contains(parts[2].strip());
    }
  }

  private static List<Block> blocks(List<String> rows) {
    List<Block> blocks = new ArrayList<>();
    for (String row : rows.subList(1, rows.size())) {
      String text = row.replaceFirst("^\\s*(?:#+|-|1\\.) ", "");
      Block.Kind kind =
          row.startsWith("#")
              ? Block.Kind.HEADING
              : row.strip().startsWith("- ")
                  ? Block.Kind.BULLET
                  : row.startsWith("1. ") ? Block.Kind.NUMBERED : Block.Kind.PARAGRAPH;
      int level =
          kind == Block.Kind.PARAGRAPH && !row.startsWith(" ") ? 0 : row.startsWith(" ") ? 2 : 1;
      if (!row.isBlank()) {
        blocks.add(new Block(kind, level, text, 1));
      }
    }
    return blocks;
  }

  private static String said(List<Article> articles, Section.Kind kind) throws IOException {
    return SCRIPTS
        .of(Examples.post(List.of("ずんだもん"), articles), Examples.SHOW, ScriptOptions.DEFAULTS)
        .draft()
        .chapters()
        .stream()
        .filter(chapter -> chapter.kind() == kind)
        .flatMap(chapter -> chapter.lines().stream())
        .filter(line -> line.role() != Role.TOLD)
        .map(ArticleCasesTest::row)
        .collect(Collectors.joining());
  }

  private static String row(DraftLine said) {
    return (said.role() == Role.LEFT_OUT ? "# " : "") + said.text() + "\n";
  }
}

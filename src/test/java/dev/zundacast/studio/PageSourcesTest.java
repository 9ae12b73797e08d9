package dev.zundacast.studio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.testkit.PageTools;
import dev.zundacast.testkit.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The sources of the studio's page, which no build step looks at before a browser reads them. */
class PageSourcesTest {
  private static final Path PAGE = Path.of("src/main/resources/dev/zundacast/studio/page");
  private static final Path CHECKS = Path.of("src/test/page");
  private static final Pattern COMES_FROM =
      Pattern.compile("(?:from|import\\(|src=|href=)\\s*[\"']([^\"'#]+)[\"']");

  @Test
  void theTypesAreRight() throws IOException {
    passes(
        PageTools.run(
            "tsc", "--checkJs", "--noEmit", "-p", CHECKS.resolve("tsconfig.json").toString()));
  }

  @Test
  void theLinterFindsNothing() throws IOException {
    passes(
        PageTools.run(
            "eslint",
            "--max-warnings=0",
            "--no-config-lookup",
            "--config",
            "target/page-checks/eslint.config.js",
            PAGE + "/*.js"));
  }

  @Test
  void theFormattersWouldChangeNothing() throws IOException {
    passes(
        PageTools.run(
            "prettier",
            "--config",
            CHECKS.resolve("prettier.json").toString(),
            "--check",
            PAGE + "/*.{js,css,html}",
            CHECKS + "/*.{js,json}"));
  }

  @Test
  void bothLanguagesSayTheSameThings() throws IOException {
    List<String> english = keys("words-en.js", "words-en-sheets.js");
    assertThat(keys("words-ja.js", "words-ja-sheets.js")).isEqualTo(english).isNotEmpty();
    String code = allCode();
    assertThat(english).as("texts that nothing says").allMatch(key -> isSaid(key, code));
  }

  @Test
  void nothingIsLoadedFromElsewhere() throws IOException {
    for (Path file : sources(".js", ".html", ".css")) {
      assertThat(COMES_FROM.matcher(Files.readString(file)).results().map(it -> it.group(1)))
          .as(file.toString())
          .allMatch(from -> from.startsWith("./") || from.startsWith("/page/"));
    }
    assertThat(Files.readString(PAGE.resolve("style.css"))).doesNotContain("url(", "@import");
    assertThat(Files.readString(PAGE.resolve("index.html")))
        .doesNotContain("style=", "onload", "<style", "<script>");
  }

  @Test
  void everyHandlerOfKeysMindsInputMethods() throws IOException {
    for (Path file : sources(".js")) {
      String code = Files.readString(file);
      if (code.contains("onKeyDown") || code.contains("'keydown'")) {
        assertThat(code).as(file.toString()).containsAnyOf("composing(", "isComposing", "enter(");
      }
    }
  }

  private static boolean isSaid(String key, String code) {
    String family = key.contains(".") ? key.substring(0, key.lastIndexOf('.')) : key;
    return code.contains("'" + key + "'")
        || code.contains("`" + family + ".$")
        || code.contains("`" + family.split("\\.")[0] + ".$");
  }

  private static List<String> keys(String... files) throws IOException {
    List<String> keys = new ArrayList<>();
    for (String file : files) {
      Pattern.compile("(?m)^  '?([\\w.]+)'?:")
          .matcher(Files.readString(PAGE.resolve(file)))
          .results()
          .forEach(key -> keys.add(key.group(1)));
    }
    return keys;
  }

  private static String allCode() throws IOException {
    StringBuilder code = new StringBuilder();
    for (Path file : sources(".js")) {
      if (!file.getFileName().toString().startsWith("words-")) {
        code.append(Files.readString(file));
      }
    }
    return code.toString();
  }

  private static List<Path> sources(String... ends) throws IOException {
    try (Stream<Path> files = Files.list(PAGE)) {
      return files.filter(file -> Stream.of(ends).anyMatch(file.toString()::endsWith)).toList();
    }
  }

  private static void passes(Programs.Result result) {
    assertThat(result.code()).as(result.out() + result.err()).isZero();
  }
}

package dev.zundacast.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the parser's own marks make of a text must come of ours. */
class StrongMarksTest {
  private static final Parser OWN = Parser.builder().build();
  private static final Parser OURS =
      Parser.builder()
          .customDelimiterProcessor(new StrongMarks('*'))
          .customDelimiterProcessor(new StrongMarks('_'))
          .build();
  private static final HtmlRenderer HTML = HtmlRenderer.builder().build();

  private static void same(String markdown) {
    assertThat(HTML.render(OURS.parse(markdown)))
        .as(markdown)
        .isEqualTo(HTML.render(OWN.parse(markdown)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "**豆**は*甘い*",
        "***豆***",
        "**豆*",
        "*豆**",
        "**枝豆「**」",
        "foo***bar***baz",
        "**foo*bar**baz*",
        "*foo**bar***",
        "__豆__ _豆_ snake_case__x",
        "****豆****",
        "*****豆*****",
        "** 豆 **",
      })
  void oneByOne(String markdown) {
    same(markdown);
  }

  @Test
  void anythingAtAll() {
    Random random = new Random(7);
    String signs = "**__*_ 豆a。`[]";
    for (int round = 0; round < 20_000; round++) {
      StringBuilder markdown = new StringBuilder("x");
      for (int i = random.nextInt(16); i >= 0; i--) {
        markdown.append(signs.charAt(random.nextInt(signs.length())));
      }
      same(markdown.toString());
    }
  }
}

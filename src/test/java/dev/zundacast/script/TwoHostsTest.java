package dev.zundacast.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.episode.Article;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** With two hosts the one who does not read asks. */
class TwoHostsTest {
  private static final Scripts SCRIPTS = Examples.scripts();

  private static List<String> said(List<String> actors, String... paragraphs) throws IOException {
    Article article = Examples.article(1, "木の時計の話", paragraphs);
    return SCRIPTS
        .of(Examples.post(actors, List.of(article)), Examples.SHOW, ScriptOptions.DEFAULTS)
        .draft()
        .chapters()
        .stream()
        .filter(chapter -> !chapter.source().isEmpty())
        .flatMap(chapter -> chapter.lines().stream())
        .filter(it -> !it.rules().contains("template"))
        .map(it -> it.speaker() + ": " + it.text())
        .toList();
  }

  @Test
  void theSecondAsksForATermThatIsExplained() throws IOException {
    assertThat(
            said(List.of("ずんだもん", "春日部つむぎ"), "町の工房が新しい時計を作りました。", "トゥールビヨンとは、重さの片寄りを打ち消す仕組みのことです。"))
        .containsSubsequence("春日部つむぎ: トゥールビヨンとは何かな？", ": トゥールビヨンとは、重さの片寄りを打ち消す仕組みのことなのだ。");
  }

  @Test
  void nobodyAsksWhatNothingExplains() throws IOException {
    assertThat(said(List.of("ずんだもん", "春日部つむぎ"), "古い時計とは、形が異なります。", "これとは、別の話です。"))
        .noneMatch(it -> it.startsWith("春日部つむぎ"));
  }

  @Test
  void oneHostAlonePutsNoSuchQuestion() throws IOException {
    assertThat(said(List.of("ずんだもん"), "トゥールビヨンとは、重さの片寄りを打ち消す仕組みのことです。"))
        .noneMatch(it -> it.contains("何"));
  }
}

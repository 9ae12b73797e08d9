package dev.zundacast.script;

import static dev.zundacast.script.Examples.SHOW;
import static dev.zundacast.script.Examples.article;
import static dev.zundacast.script.Examples.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zundacast.episode.Line;
import dev.zundacast.episode.Post;
import dev.zundacast.episode.Script;
import dev.zundacast.words.Morphology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NarrationTest {
  private static final Scripts SCRIPTS = new Scripts(Examples.voices(), new Morphology());
  private static final Post POST =
      post(List.of("ずんだもん"), List.of(article(1, "小さな時計", "時計です。"), article(2, "川の犬", "犬です。")));

  @TempDir Path folder;

  private Script imported(String narration) throws IOException {
    Path file = folder.resolve("narration.txt");
    Files.writeString(file, narration);
    Path script = folder.resolve("script.txt");
    ScriptUpdate update =
        SCRIPTS.update(POST, SHOW, script, ScriptOptions.DEFAULTS.withNarration(file));
    SCRIPTS.save(update);
    return SCRIPTS.read(script);
  }

  private static List<String> outline(Script script) {
    return script.sections().stream().map(s -> s.id() + " " + s.lines().count()).toList();
  }

  @Test
  void splitsAtDashesAlsoWhenTheyAreGluedToText() throws IOException {
    Script script =
        imported(
            """
            やあ、みんな！今日も始めるのだ！----1本目の記事なのだ。
            タイトルは「小さな時計」なのだ。
            よく動くのだ。
            ----
            2本目の記事なのだ。
            **犬**が`川`を渡るのだ。----今日の話をおさらいするのだ。
            感想を待っているのだ。
            また明日なのだ！
            """);
    assertThat(outline(script))
        .containsExactly("opening 1", "a1 3", "a2 2", "recap 1", "letters 1", "closing 1");
    assertThat(script.sections().get(1).title()).isEqualTo("小さな時計");
    assertThat(script.lines().map(Line::id)).contains("a1.t");
    assertThat(script.lines().map(Line::written)).contains("犬が川を渡るのだ。");
  }

  @Test
  void joinsASentenceThatWasCutBeforeItsClosingMarks() throws IOException {
    Script script = imported("「えっ、本当！\n？」って聞いたのだ。\n次なのだ。\n");
    assertThat(script.lines().map(Line::written)).containsExactly("「えっ、本当！？」って聞いたのだ。", "次なのだ。");
  }

  @Test
  void findsArticlesByTheirNumbersWhenThereAreNoDashes() throws IOException {
    Script script = imported("こんにちは。\nまずは1つ目の記事なのだ。\n時計なのだ。\n最後、2つ目の記事なのだ。\n犬なのだ。\n");
    assertThat(outline(script)).containsExactly("opening 1", "a1 2", "a2 2");
  }

  @Test
  void leavesTheScriptAloneOnTheNextRun() throws IOException {
    imported("こんにちは。\nさようなら。\n");
    ScriptUpdate again =
        SCRIPTS.update(POST, SHOW, folder.resolve("script.txt"), ScriptOptions.DEFAULTS);
    assertThat(again.changes()).isFalse();
  }

  @Test
  void refusesANarrationThatSaysNothing() {
    assertThatThrownBy(() -> imported(" \n----\n")).hasMessage("the narration says nothing");
  }
}

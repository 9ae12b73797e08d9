package dev.zundacast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.testkit.TestEngine;
import dev.zundacast.testkit.WrittenPost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands under a mark of a narration is told there, or the narration is refused. */
class NarrationMarksTest {
  private static final String POST =
      WrittenPost.of(
          """
          - [みどり町の図書館が本を棚に戻すロボットを公開](https://example.com/robot)\s\s

          みどり町の図書館は、返された本を棚に戻すロボット「ホンノスケ」を公開しました。1時間に最大60冊を棚に並べます。

          引用元: https://example.com/robot

          - [プログラミング言語Tsubuの2.0が出た](https://example.com/tsubu)\s\s

          小さなプログラミング言語Tsubuの2.0が公開されました。起動の時間が4秒から1秒に縮みました。

          引用元: https://example.com/tsubu
          """);

  private static final String NAME = "_posts/2026-08-21-1.md";
  private static final String GREETING = "やあ、みんな。\n";
  private static final String ROBOT = "みどり町の図書館が、本を棚に戻すロボットを公開したのだ。\n1時間に最大60冊を棚に並べるのだ。\n";
  private static final String TSUBU = "小さなプログラミング言語Tsubuの2.0が公開されたのだ。\n起動の時間が4秒から1秒に縮んだのだ。\n";
  private static final String GOODBYE = "またねなのだ。\n";
  private static final String EXCHANGED = marked("## a1", TSUBU, "## a2", ROBOT);

  @TempDir Path folder;

  private Shell shell;
  private Path script;

  private static String marked(String first, String one, String second, String other) {
    return "## opening\n"
        + GREETING
        + first
        + "\n"
        + one
        + second
        + "\n"
        + other
        + "## ending\n"
        + GOODBYE;
  }

  @BeforeEach
  void aSite() throws IOException {
    shell = new Shell(folder).env("ZUNDACAST_HOME", Path.of("").toAbsolutePath().toString());
    WrittenPost.on(folder, POST);
    script = folder.resolve("_zundacast/scripts/2026-08-21-1.txt");
  }

  private Shell.Result taken(String narration, String... more) throws IOException {
    Files.writeString(folder.resolve("n.txt"), narration);
    List<String> all = new ArrayList<>(List.of("script", NAME, "--narration", "n.txt"));
    all.addAll(List.of(more));
    return shell.run(all.toArray(String[]::new));
  }

  @Test
  void refusesATextThatTellsAnotherArticleThanItsMark() throws IOException {
    Shell.Result refused = taken(EXCHANGED);
    assertThat(refused.code()).isEqualTo(4);
    assertThat(refused.err())
        .contains("n.txt:4: the text under ## a1 tells a2")
        .contains("n.txt:7: the text under ## a2 tells a1")
        .contains("put each text under its own mark");
    assertThat(taken(EXCHANGED, "--narration-partly").code()).isEqualTo(4);
    assertThat(script).doesNotExist();
    Shell.Result settled = taken(EXCHANGED.replace("## a", "@article a"));
    assertThat(settled.code()).as(settled.err()).isZero();
  }

  @Test
  void buildsNothingOfIt() throws Exception {
    Files.writeString(folder.resolve("zundacast.yaml"), "narrations: n.txt\n");
    Files.writeString(folder.resolve("n.txt"), EXCHANGED);
    try (TestEngine engine = TestEngine.with().start()) {
      Shell.Result refused = shell.run("build", NAME, "--engine", engine.url());
      assertThat(refused.code()).isEqualTo(4);
      assertThat(refused.err()).contains("n.txt:4: the text under ## a1 tells a2");
      assertThat(script).doesNotExist();
      assertThat(folder.resolve("audio/1.mp3")).doesNotExist();
    }
  }

  @Test
  void aCheckFailsOnAScriptThatTellsAnotherArticle() throws IOException {
    assertThat(taken(marked("@article a1", TSUBU, "@article a2", GREETING)).code()).isZero();
    Shell.Result check =
        shell.run("check", NAME, "--select", "exchanged,narration", "--fail-on", "error");
    assertThat(check.code()).isEqualTo(6);
    assertThat(check.out() + check.err())
        .containsOnlyOnce("the text of article a1 tells a2")
        .contains("error: exchanged: the text of article a1 tells a2")
        .contains("warning: narration: nothing of article a2 is told here");
    assertThat(taken(marked("## a1", ROBOT, "## a2", TSUBU)).code()).isZero();
    assertThat(shell.run("check", NAME, "--select", "exchanged").code()).isZero();
  }

  @Test
  void aTextIsNeverMovedAwayFromItsMark() throws IOException {
    Shell.Result refused = taken("## a1\n" + ROBOT + TSUBU + GOODBYE);
    assertThat(refused.code()).isEqualTo(4);
    assertThat(refused.err()).contains("the narration does not tell article a2");
    Shell.Result other = taken("## a1\n" + TSUBU);
    assertThat(other.code()).isEqualTo(4);
    assertThat(other.err())
        .contains("the text under ## a1 tells a2", "the narration does not tell article a2");
  }

  @Test
  void anOpeningKeepsWhatSoundsLikeAnArticleThatTheRulesSay() throws IOException {
    String narration = "## opening\n" + GREETING + "今日は2つ話すのだ。\n図書館のロボットも出てくるのだ。\n## a2\n" + TSUBU;
    Shell.Result partly = taken(narration, "--narration-partly");
    assertThat(partly.code()).as(partly.err()).isZero();
    assertThat(partly.out())
        .contains("opening: 3 sentences", "a1: 0 sentences, not told", "a2: 2 sentences, surely");
    assertThat(Files.readString(script)).contains("図書館のロボットも出てくるのだ。", "# この記事は原稿にないので、規則の文です。");
  }

  @Test
  void sayOfARuleOfMarksNothing() throws IOException {
    String rules = "- - - -\n" + ROBOT + "___\n" + TSUBU + "* * *\n♪♪♪\n===\n" + GOODBYE;
    Shell.Result taken = taken(GREETING + rules);
    assertThat(taken.code()).as(taken.err()).isZero();
    assertThat(taken.out()).contains("a1: 2 sentences, surely", "a2: 2 sentences, surely");
    assertThat(Files.readString(script))
        .contains("やあ、みんな。\n", "60冊を棚に並べるのだ。\n", "1秒に縮んだのだ。\n", "またねなのだ。\n")
        .doesNotContain("- -", "___", "* *", "♪", "===");
  }

  @Test
  void makesNoLineOfThePausesInALongRow() throws IOException {
    String row = ROBOT.replace("\n", "").repeat(3) + "、。\n";
    assertThat(taken(GREETING + row + TSUBU + GOODBYE).code()).isZero();
    assertThat(Files.readString(script).lines()).noneMatch(line -> line.matches("\\S+ [、。]+"));
  }

  @Test
  void saysThatTheVoiceIsArtificialWithoutAnOpeningToo() throws IOException {
    Shell.Result taken = taken("## a1\n" + ROBOT + "## a2\n" + TSUBU);
    assertThat(taken.code()).as(taken.err()).isZero();
    assertThat(Files.readString(script))
        .containsOnlyOnce("この番組は、合成音声でお送りしているのだ。")
        .containsSubsequence("== opening", "合成音声", "== a1", "== a2");
    Files.delete(script);
    Files.writeString(folder.resolve("zundacast.yaml"), "disclosure: closing\n");
    assertThat(taken("## a1\n" + ROBOT + "## a2\n" + TSUBU).code()).isZero();
    assertThat(Files.readString(script)).containsSubsequence("== a1", "== a2", "合成音声");
  }
}

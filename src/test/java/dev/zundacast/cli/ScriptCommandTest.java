package dev.zundacast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.testkit.WrittenPost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptCommandTest {
  private static final String POST =
      WrittenPost.of(
          """
          - [小さな時計](https://example.com/clock)\s\s

          時計を作りました。部品は三つです。

          引用元: https://example.com/clock
          """);

  @TempDir Path folder;
  private Shell shell = new Shell(Path.of("."));

  @BeforeEach
  void site() throws IOException {
    shell =
        new Shell(folder).env("ZUNDACAST_VOICES", Path.of("voices").toAbsolutePath().toString());
    WrittenPost.on(folder, POST);
  }

  private Path post(int number) {
    return folder.resolve("_posts/2026-08-21-" + number + ".md");
  }

  private Path script(int number) {
    return folder.resolve("_zundacast/scripts/2026-08-21-" + number + ".txt");
  }

  @Test
  void writesAScriptInTheCharactersOwnVoice() throws IOException {
    Shell.Result result = shell.run("script", "_posts/2026-08-21-1.md");
    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isZero();
    assertThat(result.out()).startsWith("_zundacast/scripts/2026-08-21-1.txt: new, ");
    assertThat(Files.readString(script(1)))
        .contains("@post _posts/2026-08-21-1.md\n@speaker ずんだもん\n")
        .contains("夕焼け工房ラジオへようこそなのだ！")
        .contains("[a1.01] 時計を作ったのだ。\n[a1.02] 部品は三つなのだ。\n");
  }

  @Test
  void showsTheDifferenceAndWritesNothingOnADryRun() throws IOException {
    shell.run("script", "_posts/2026-08-21-1.md");
    String before = Files.readString(script(1));
    Shell.Result result =
        shell.run("script", "_posts/2026-08-21-1.md", "--style", "dayo", "--dry-run");
    assertThat(result.out())
        .contains("-[a1.01] 時計を作ったのだ。\n")
        .contains("+[a1.01] 時計を作ったんだって。\n")
        .contains("(not written)");
    assertThat(Files.readString(script(1))).isEqualTo(before);
  }

  @Test
  void goesOnWithTheOtherPostsWhenOneIsWrong() throws IOException {
    for (int number = 2; number <= 30; number++) {
      Files.writeString(post(number), number == 7 ? "---\ntitle: [\n---\n" : POST);
    }
    Shell.Result result = shell.run("script", "_posts", "--json");
    assertThat(result.code()).isEqualTo(5);
    assertThat(result.err()).startsWith("_posts/2026-08-21-7.md:");
    assertThat(result.out().lines())
        .hasSize(29)
        .allMatch(line -> line.contains("\"changed\":true"))
        .isSortedAccordingTo(String::compareTo);
  }

  @Test
  void refusesAWrongScriptWithItsPlace() throws IOException {
    Files.createDirectories(script(1).getParent());
    Files.writeString(script(1), "@zundacast 1\n@speaker ずんだもん\n== a1 article\n[つむき] やあ\n");
    Shell.Result result = shell.run("script", "_posts/2026-08-21-1.md");
    assertThat(result.code()).isEqualTo(4);
    assertThat(result.err())
        .contains("scripts/2026-08-21-1.txt:4:2: unknown speaker 'つむき'")
        .contains("  [つむき] やあ\n   ^\n")
        .contains("did you mean 'つむぎ'?");
  }

  @Test
  void takesANarrationFromAFileAFolderAndTheInput() throws IOException {
    String text = "やあ。\n1本目の記事は、小さな時計なのだ。\n時計を作ったのだ。\n部品わ三つなのだよ。\nまた明日なのだ。\n";
    Files.writeString(folder.resolve("n.txt"), text);
    Shell.Result result = shell.run("script", "_posts/2026-08-21-1.md", "--narration", "n.txt");
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).contains("  a1: 3 sentences, ");
    assertThat(Files.readString(script(1))).contains("@narration n.txt ", "部品は三つなのだよ。");
    Files.createDirectories(folder.resolve("said"));
    Files.writeString(folder.resolve("said/2026-08-21.txt"), text.replace("やあ", "ほい"));
    assertThat(shell.run("script", "_posts", "--narration", "said").code()).isZero();
    assertThat(Files.readString(script(1))).contains("@narration 2026-08-21.txt ", "ほい。");
    shell.input(text.replace("やあ", "ねえ"));
    assertThat(shell.run("script", "_posts/2026-08-21-1.md", "--narration", "-").code()).isZero();
    assertThat(Files.readString(script(1))).contains("ねえ。");
    Files.writeString(post(2), POST);
    assertThat(shell.run("script", "_posts", "--narration", "n.txt").code()).isEqualTo(2);
  }

  @Test
  void refusesANarrationOfAnotherPostAndWritesNothing() throws IOException {
    Files.writeString(folder.resolve("n.txt"), "やあ。\n犬が川を渡るお話なのだ。\nまた明日なのだ。\n");
    Shell.Result result = shell.run("script", "_posts/2026-08-21-1.md", "--narration", "n.txt");
    assertThat(result.code()).isEqualTo(4);
    assertThat(result.err()).contains("the narration does not tell article a1", "  a1: ");
    assertThat(script(1)).doesNotExist();
  }

  @Test
  void tellsAModelWhatItHasToMendAndWritesNothing() throws IOException {
    String text = "やあ。\n## a1\n小さな時計を作ったのだ。\n部品は三十個なのだ。\n## ending\nまたね。\n";
    Files.writeString(folder.resolve("n.txt"), text);
    Shell.Result review = review();
    assertThat(review.out())
        .contains("見出し（## opening など）", "- 部品は三十個なのだ。\n  数 三十個が記事にありません\n")
        .doesNotContain("小さな時計を");
    assertThat(script(1)).doesNotExist();
    assertThat(shell.run("script", "_posts/2026-08-21-1.md", "--narration", "n.txt").out())
        .contains("  the number 三十個 is not in the article\n      部品は三十個なのだ。\n");
    Files.writeString(folder.resolve("n.txt"), "やあ。\n犬が川を渡るお話なのだ。\n");
    assertThat(review().out()).contains("- 原稿に記事 a1 '小さな時計' の話がありません");
    Files.writeString(folder.resolve("n.txt"), text.replace("三十個", "三つ"));
    assertThat(review().err()).contains("nothing was found in the narration");
  }

  private Shell.Result review() {
    Shell.Result review =
        shell.run("script", "_posts/2026-08-21-1.md", "--narration", "n.txt", "--narration-review");
    assertThat(review.code()).as(review.err()).isZero();
    return review;
  }

  @Test
  void printsWhatAModelIsAskedForAWholeEpisode() throws IOException {
    Shell.Result result =
        shell.run("script", "_posts/2026-08-21-1.md", "--narration-prompt", "--minutes", "5");
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .contains(
            "ずんだもん",
            "放送日は2026年8月21日（金曜日）。別れのあいさつは「また来週」。",
            "約5分",
            "## opening、## a1、## ending",
            "全部で1本")
        .contains("題名: 小さな時計\n1: 時計を作りました。\n2: 部品は三つです。\n")
        .doesNotContain("{");
    assertThat(script(1)).doesNotExist();
    assertThat(shell.run("script", "_posts/2026-08-21-1.md", "--narration-prompt").out())
        .as("two sentences bear no eight minutes")
        .contains("約2分")
        .doesNotContain("お知らせ");
  }

  @Test
  void tellsAModelWhatTheShowHasToAnnounce() throws IOException {
    Path post = folder.resolve("_posts/2026-08-21-1.md");
    String text = Files.readString(post);
    Files.writeString(
        post, text.replaceFirst("\\ndate:", "\ninformation: 来週は{name}の公開収録なのだ。\ndate:"));
    assertThat(shell.run("script", "_posts/2026-08-21-1.md", "--narration-prompt").out())
        .contains("全部で1本であること、次のお知らせ。", "---\nお知らせ: 来週は{name}の公開収録なのだ。\n---");
  }
}

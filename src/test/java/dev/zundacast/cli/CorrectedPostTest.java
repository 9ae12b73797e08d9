package dev.zundacast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.testkit.TestEngine;
import dev.zundacast.testkit.WrittenPost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A post that is corrected after its script was written, and scripts that are taken back. */
class CorrectedPostTest {
  private static final String POST =
      WrittenPost.of(
          """
          - [小さな時計](https://example.com/clock)\s\s

          この時計の部品は全部で三つです。夜に組み立てます。

          引用元: https://example.com/clock


          - [川の犬](https://example.com/dog)\s\s

          犬が川を渡りました。

          引用元: https://example.com/dog
          """);

  @TempDir Path folder;
  private Shell shell = new Shell(Path.of("."));

  @BeforeEach
  void site() throws IOException {
    shell = Shell.building(folder);
    WrittenPost.on(folder, POST);
    assertThat(update().code()).isZero();
  }

  private Path post() {
    return folder.resolve("_posts/2026-08-21-1.md");
  }

  private Path script() {
    return folder.resolve("scripts/2026-08-21-1.txt");
  }

  private String said() throws IOException {
    return Files.readString(script());
  }

  private void correct(Path file, String wrong, String right) throws IOException {
    String before = Files.readString(file);
    assertThat(before).contains(wrong);
    Files.writeString(file, before.replace(wrong, right));
  }

  private Shell.Result update() {
    return shell.run("script", "_posts/2026-08-21-1.md");
  }

  @Test
  void aCorrectedTitleAndLinkReachTheChapter() throws IOException {
    correct(post(), "[小さな時計]", "[大きな時計]");
    assertThat(update().out()).contains("a1: its title and link follow the post's");
    assertThat(said())
        .contains("@title 大きな時計\n@source https://example.com/clock\n")
        .contains("「大きな時計」という記事")
        .doesNotContain("小さな時計");

    correct(post(), "https://example.com/clock", "https://example.com/watch");
    update();
    assertThat(said())
        .contains("== a1 article\n@title 大きな時計\n@source https://example.com/watch\n")
        .doesNotContain("clock", "投稿では今");
    assertThat(update().out()).contains("up to date");
  }

  @Test
  void aTitleThatAPersonWroteStaysAndTheNewOneIsShownUntilItIsDecided() throws IOException {
    correct(script(), "@title 小さな時計", "@title わたしの時計");
    correct(post(), "[小さな時計]", "[大きな時計]");
    update();
    assertThat(said())
        .contains("@title わたしの時計\n# 投稿では今: @title 大きな時計\n@source https://example.com/clock\n");

    correct(post(), "https://example.com/clock", "https://example.com/watch");
    update();
    assertThat(said()).contains("@title わたしの時計\n", "@source https://example.com/watch\n");
  }

  /** Whoever follows the advice of check must not meet the same finding again. */
  @Test
  void afterTheBuildCheckFindsNothingInChapters() throws IOException {
    try (TestEngine engine = TestEngine.start()) {
      String[] build = {"build", post().toString(), "--engine", engine.url()};
      String[] check = {"check", post().toString(), "--fast", "--select", "tag"};
      assertThat(shell.run(build).code()).isZero();
      assertThat(shell.run(check).out()).endsWith("1 post, 0 findings\n");
      correct(post(), "[小さな時計]", "[大きな時計]");
      assertThat(shell.run(check).out()).contains("the MP3 has no chapter '大きな時計'");
      assertThat(shell.run(build).code()).isZero();
      assertThat(shell.run(check).out()).endsWith("1 post, 0 findings\n");

      correct(script(), "@title 大きな時計", "@title わたしの時計");
      assertThat(shell.run(check).out()).contains("the MP3 has no chapter 'わたしの時計'");
      assertThat(shell.run(build).code()).isZero();
      assertThat(shell.run(check).out()).endsWith("1 post, 0 findings\n");
    }
  }

  @Test
  void aScriptOfAnEarlierVersionShowsATitleThatDiffersOnce() throws IOException {
    Files.writeString(script(), said().replaceAll(" @=\\S+", "").replaceAll("#= @ .*\n", ""));
    correct(post(), "[小さな時計]", "[大きな時計]");
    update();
    assertThat(said()).contains("@title 小さな時計\n# 投稿では今: @title 大きな時計\n");
    correct(script(), "# 投稿では今: @title 大きな時計\n", "");
    update();
    assertThat(said()).doesNotContain("投稿では今");
  }

  @Test
  void titleAndLinkCorrectedAtOnceKeepTheirSection() throws IOException {
    correct(post(), "[川の犬](https://example.com/dog)", "[川の犬](https://example.com/dog2)");
    correct(post(), "川の犬", "海の犬");
    update();
    assertThat(said())
        .contains("== a2 article\n@title 海の犬\n@source https://example.com/dog2\n[a2.t]")
        .doesNotContain("== a3");
  }

  @Test
  void speakerAndTextsChangeTogether() throws IOException {
    correct(post(), "  - ずんだもん\n", "  - 春日部つむぎ\n");
    assertThat(update().out()).contains("春日部つむぎ speaks now instead of ずんだもん");
    assertThat(said()).contains("@speaker 春日部つむぎ\n");
    assertThat(said().lines().filter(row -> !row.startsWith("#")))
        .noneMatch(row -> row.contains("なのだ"));
  }

  @Test
  void whereAPersonChoseTheSpeakerNeitherChanges() throws IOException {
    correct(script(), "@speaker ずんだもん", "@speaker ずんだもん/あまあま");
    String before = said();
    correct(post(), "  - ずんだもん\n", "  - 春日部つむぎ\n");
    assertThat(update().out())
        .contains("@speaker ずんだもん/あまあま is yours, so speaker and texts stay")
        .contains("春日部つむぎ");
    assertThat(said()).isEqualTo(before);

    correct(script(), "@speaker ずんだもん/あまあま", "@speaker 春日部つむぎ");
    update();
    assertThat(said()).contains("@speaker 春日部つむぎ\n");
    assertThat(said().lines().filter(row -> !row.startsWith("#")))
        .noneMatch(row -> row.contains("なのだ"));
  }

  @Test
  void theSecondCharactersLinesChangeTogetherToo() throws IOException {
    correct(post(), "  - ずんだもん\n", "  - ずんだもん\n  - 春日部つむぎ\n");
    update();
    assertThat(said()).contains("[a2.01 春日部つむぎ]");
    correct(post(), "  - 春日部つむぎ\n", "");
    update();
    assertThat(said()).contains("[a2.01] 犬が川を渡ったのだ。");
  }

  @Test
  void aReadingIsCarriedOverToTheCorrectedSentence() throws IOException {
    correct(script(), "この時計の部品は", "この{時計|とけー}の部品は");
    correct(post(), "全部で三つです", "全部で四つです");
    assertThat(update().out()).contains("a1.01: follows the post's change, with your readings");
    assertThat(said()).contains("この{時計|とけー}の部品は全部で四つなのだ。").doesNotContain("投稿では今");
    assertThat(update().out()).contains("up to date");
  }

  @Test
  void aReadingWhoseWordIsGoneIsNamed() throws IOException {
    correct(script(), "この時計の部品は", "この{時計|とけー}の部品は");
    correct(post(), "この時計の部品は全部で三つです", "この置物の部品は全部で三つです");
    assertThat(update().out()).contains("a1.01: follows", "without {時計|とけー}");
    assertThat(said()).contains("この置物の部品は全部で三つなのだ。");
  }

  @Test
  void aLineOfOnesOwnShowsTheLatestSentenceUntilItIsDecided() throws IOException {
    correct(script(), "この時計の部品は全部で三つなのだ。", "時計の部品は全部で三つだけなのだ。");
    correct(post(), "全部で三つです", "全部で四つです");
    update();
    correct(post(), "全部で四つです", "全部で五つです");
    update();
    assertThat(said()).contains("三つだけなのだ。\n# 投稿では今: この時計の部品は全部で五つなのだ。\n").doesNotContain("四つ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"｛時計｜とけえ｝", "｛時計|とけえ｝"})
  void fullWidthBracesAreAReading(String reading) throws IOException {
    correct(script(), "この時計の部品は", "この" + reading + "の部品は");
    try (TestEngine engine = TestEngine.start()) {
      assertThat(shell.run("build", post().toString(), "--engine", engine.url()).code()).isZero();
      assertThat(engine.asked()).anyMatch(text -> text.startsWith("このとけえの部品は"));
    }
  }

  @ParameterizedTest
  @CsvSource({"{時計|とけえ, {", "｛時計｜とけえ, ｛"})
  void aBraceThatIsNotClosedIsRefusedWithItsPlace(String reading, String brace) throws IOException {
    correct(script(), "この時計の部品は", "この" + reading + "の部品は");
    Shell.Result result = update();
    assertThat(result.code()).isEqualTo(4);
    assertThat(result.err())
        .contains("a '" + brace + "' without its '", "この" + reading + "の部品は")
        .contains(" ^\n");
  }

  /** In a post they are no reading that somebody forgot to close. */
  @Test
  void aPostMayHoldBracesThatAreNotClosed() throws IOException {
    correct(post(), "夜に組み立てます", "夜に{朝|昼や｛西｜東を組み立てます");
    assertThat(update().code()).isZero();
    assertThat(update().code()).isZero();
    assertThat(said()).contains("夜に{朝｜昼や｛西・東を組み立てる");
  }

  @Test
  void oneTextIsNotPutIntoTwoLines() throws IOException {
    String before = said();
    Shell.Result result =
        shell.run("regenerate", post().toString(), "a1.01", "a1.02", "--text", "同じなのだ。");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("--text", "one line", "a1.01, a1.02");
    assertThat(said()).isEqualTo(before);
  }

  @Test
  void undoTakesTheLastChangesBackOneByOne() throws IOException {
    String first = said();
    correct(post(), "全部で三つです", "全部で四つです");
    update();
    String second = said();
    correct(post(), "犬が川を渡りました", "犬が川を泳ぎました");
    update();

    Shell.Result undone = shell.run("undo", "_posts/2026-08-21-1.md");
    assertThat(undone.code()).as(undone.err()).isZero();
    assertThat(undone.out()).contains("a2.01: follows the post's change", "+[a2.01] 犬が川を渡ったのだ。");
    assertThat(said()).isEqualTo(second);
    assertThat(shell.run("undo", "_posts/2026-08-21-1.md").code()).isZero();
    assertThat(said()).isEqualTo(first);
    Shell.Result nothing = shell.run("undo", "_posts/2026-08-21-1.md");
    assertThat(nothing.code()).isEqualTo(4);
    assertThat(nothing.err()).contains("nothing to take back");
  }

  @Test
  void undoNeverThrowsAwayWhatAPersonWroteSince() throws IOException {
    correct(post(), "全部で三つです", "全部で四つです");
    update();
    correct(script(), "夜に組み立てる", "朝に組み立てる");
    String mine = said();
    Shell.Result refused = shell.run("undo", "_posts/2026-08-21-1.md");
    assertThat(refused.code()).isEqualTo(4);
    assertThat(refused.err()).contains("was edited since");
    assertThat(said()).isEqualTo(mine);
  }

  @Test
  void aDamagedNoteOfAChangeIsNotBelieved() throws IOException {
    correct(post(), "全部で三つです", "全部で四つです");
    update();
    String now = said();
    try (var notes = Files.list(folder.resolve("out/undo/2026-08-21-1"))) {
      Path note = notes.findFirst().orElseThrow();
      Files.writeString(note, Files.readString(note).replace("三つ", "百個"));
    }
    assertThat(shell.run("undo", "_posts/2026-08-21-1.md").code()).isEqualTo(4);
    assertThat(said()).isEqualTo(now);
  }
}

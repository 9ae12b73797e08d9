package dev.zundacast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.testkit.WrittenPost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A narration is read beside its post. */
class NarrationCheckTest {
  private static final String POST =
      WrittenPost.of(
          """
          - [小さな時計のお話](https://example.com/clock)\s\s

          工房のClockHubが、小さな腕時計を公開しました。価格は3500円で、電池は70%長く持ちます。
          この腕時計は水の中でも使うことができます。ただし、熱いお湯では電池の蓋が外れることがあります。

          引用元: https://example.com/clock
          """);

  /** Lines that say something wrong, and what is said of each. */
  private static final String WRONG =
      """
      電池は80%も長く持つのだ。 | the number 80% is not in the article
      電池は8割も長く持つのだ。 | the number 8割 is not in the article
      電池は4分の1も長く持つのだ。 | the number 4分の1 is not in the article
      値段は35万円なのだ。 | the number 35万円 is not in the article
      WatchLabの作品なのだ。 | the name WatchLab is not in the article
      職人さんは「これで寝坊がなくなるね」と言っているのだ。 | the quote 「これで寝坊がなくなるね」 is not in the article
      この腕時計は水の中では使うことができないのだ。 | the article says otherwise
      ポイントは3つなのだ。1つ目は軽さ、2つ目は音なのだ。 | says 3, but 2 are told
      今日紹介する記事は4本なのだ。 | but the post has 1 articles
      今日は8月22日なのだ。 | but the post is of 2026-08-21
      今日は月曜日なのだ。 | but the post is of 2026-08-21
      また明日なのだ。 | but the post is of a Friday
      餅（もち）を食べるのだ。 | a reading that would be said twice: '餅（もち）'
      watch.start()を呼ぶのだ。 | is nothing that is said
      詳しくは https://example.com/ なのだ。 | is nothing that is said
      はい、承知しました。 | is a model's own talk
      公開しましたのだ。 | is no ending
      お湯を冷ましますのだ。 | is no ending
      とても楽しいだなのだ。 | is no ending
      楽しみだねなのだ。 | is no ending
      """;

  @TempDir Path folder;

  /** What a check says of a narration with one more line in the article. */
  private String checked(String line) throws IOException {
    return checked("ただし、熱いお湯では電池の蓋が外れることがあるのだ。", line);
  }

  private String checked(String caution, String line) throws IOException {
    Shell shell =
        new Shell(folder).env("ZUNDACAST_VOICES", Path.of("voices").toAbsolutePath().toString());
    WrittenPost.on(folder, POST);
    Files.writeString(
        folder.resolve("n.txt"),
        "やあ。\n1つ目の記事は、小さな時計のお話なのだ。\nクロックハブが、小さな腕時計を公開したのだ。\n値段は3500円なのだ。\n"
            + "この腕時計は水の中でも使うことができるのだ。\n"
            + caution
            + "\n"
            + line
            + "\n感想を待っているのだ。\n");
    Shell.Result script = shell.run("script", "_posts/2026-08-21-1.md", "--narration", "n.txt");
    assertThat(script.err()).isEmpty();
    Shell.Result check = shell.run("check", "_posts/2026-08-21-1.md");
    return (check.out() + check.err())
        .lines()
        .filter(row -> row.contains("2026-08-21-1.txt:"))
        .reduce("", (all, row) -> all + row + "\n");
  }

  @Test
  void oneLineSaysHowManyLinesFollowANarration() throws IOException {
    Shell shell =
        new Shell(folder).env("ZUNDACAST_VOICES", Path.of("voices").toAbsolutePath().toString());
    WrittenPost.on(folder, POST);
    assertThat(shell.run("script", "_posts/2026-08-21-1.md").code()).isZero();
    Files.writeString(
        folder.resolve("n.txt"),
        "やあ。\n1つ目の記事は、小さな時計のお話なのだ。\nクロックハブが、小さな腕時計を公開したのだ。\n値段は3500円なのだ。\n感想を待っているのだ。\n");
    Shell.Result told = shell.run("script", "_posts/2026-08-21-1.md", "--narration", "n.txt");
    assertThat(told.out() + told.err())
        .containsPattern("\\d+ lines follow the narration")
        .doesNotContain("new in the post", "kept as a comment", "follows the post's change");
  }

  @Test
  void readsTheLinesThatAPersonChanged() throws IOException {
    Shell shell =
        new Shell(folder).env("ZUNDACAST_VOICES", Path.of("voices").toAbsolutePath().toString());
    WrittenPost.on(folder, POST);
    assertThat(shell.run("script", "_posts/2026-08-21-1.md").code()).isZero();
    String[] check = {"check", "_posts/2026-08-21-1.md", "--select", "narration"};
    assertThat(shell.run(check).out()).doesNotContain("narration:");
    Path script = folder.resolve("_zundacast/scripts/2026-08-21-1.txt");
    String text = Files.readString(script);
    assertThat(text).contains("3500円");
    Files.writeString(script, text.replace("3500円", "5300円"));
    assertThat(shell.run(check).out())
        .containsOnlyOnce("narration: the number 5300円 is not in the article");
  }

  /** The one that docs/narrations.md shows. */
  @Test
  void placesAModelsAnswerAndFindsTheSumsThatItDidItself() throws IOException {
    Shell shell =
        new Shell(folder).env("ZUNDACAST_VOICES", Path.of("voices").toAbsolutePath().toString());
    Path files = Path.of("src/test/resources/narrations");
    Path post = Files.createDirectories(folder.resolve("_posts")).resolve("2026-09-04-1.md");
    Files.copy(files.resolve("library.md"), post);
    Files.copy(files.resolve("library.txt"), folder.resolve("answer.txt"));
    String said = shell.run("script", post.toString(), "--narration", "answer.txt").out();
    assertThat(said)
        .contains("opening: 7 sentences, surely", "a1: 14 sentences, surely")
        .contains("a2: 14 sentences, surely", "a3: 12 sentences, surely", "ending: 7 sentences")
        .contains("the number 1分 is", "the number 4分の1 is", "the number 半分 is", ": new, 55 lines");
    assertThat(said.split("is not in the article", -1)).hasSize(4);
    assertThat(Files.readString(folder.resolve("_zundacast/scripts/2026-09-04-1.txt")))
        .contains("扱えないのだ。\n# rewrite: from 5 (")
        .doesNotContain("[5]");
  }

  @Test
  void readsTheRulesLinesForWhatNobodySaysOnAir() throws IOException {
    Shell shell =
        new Shell(folder).env("ZUNDACAST_VOICES", Path.of("voices").toAbsolutePath().toString());
    WrittenPost.on(folder, POST.replace("価格は3500円で、", "watch_startを呼ぶと、"));
    assertThat(shell.run("script", "_posts/2026-08-21-1.md").code()).isZero();
    Shell.Result checked =
        shell.run("check", "_posts/2026-08-21-1.md", "--select", "wording", "--fail-on", "warning");
    assertThat(checked.out()).contains("wording: 'h_s' is nothing that is said");
    assertThat(checked.code()).as("it is a note").isZero();
    assertThat(shell.run("check", "_posts/2026-08-21-1.md", "--select", "narration").out())
        .doesNotContain("narration:");
  }

  @Test
  void saysNothingOfWhatThePostSays() throws IOException {
    assertThat(checked("電池は70%も長く持つのだ。")).isEmpty();
    assertThat(checked("またねなのだ！")).isEmpty();
    assertThat(
            checked("お湯を冷ますのだ。\n目を覚ましたのだ。\n友だちをはげまし、悪者はだますのだ。\nお茶を冷ました。\n入るのはただなのだ。\n時計はまだまだなのだ。"))
        .isEmpty();
  }

  @Test
  void warnsOfWhatThePostDoesNotSay() throws IOException {
    String lines = WRONG.replaceAll(" \\| .*", "").strip();
    String findings = checked(lines);
    assertThat(findings).doesNotContain("the name https", "the name example.com");
    assertThat(WRONG.lines().map(it -> it.replaceFirst(".* \\| ", "")))
        .allMatch(findings::contains);
  }

  @Test
  void warnsWhereACautionIsGone() throws IOException {
    assertThat(checked("とても便利なのだ。", "みんなも使ってほしいのだ。"))
        .contains("what article a1 warns of is gone: ただし、熱いお湯では");
  }

  @Test
  void warnsOfALineThatIsNoBreath() throws IOException {
    assertThat(checked("豆がころころ、".repeat(20) + "なのだ。")).contains("more than 120");
  }
}

package dev.zundacast.script;

import static dev.zundacast.script.Examples.SHOW;
import static dev.zundacast.script.Examples.article;
import static dev.zundacast.script.Examples.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zundacast.episode.Line;
import dev.zundacast.episode.LineOverrides;
import dev.zundacast.episode.Post;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Script;
import dev.zundacast.episode.Section;
import dev.zundacast.message.Message;
import dev.zundacast.post.Posts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptsTest {
  private static final Scripts SCRIPTS = Examples.scripts();

  @TempDir Path folder;

  private Post example() {
    return post(
        List.of("ずんだもん"),
        List.of(
            article(1, "小さな時計の作りかた", "時計を作ります。部品は三つです。", "組み立ては夜に進みます。"),
            article(2, "川をわたる犬の話", "犬が川を渡りました。")));
  }

  private Path file() {
    return folder.resolve("2026-08-21-550.txt");
  }

  private ScriptUpdate update(Post post) throws IOException {
    return SCRIPTS.of(post, SHOW, file(), ScriptOptions.DEFAULTS).update();
  }

  @Test
  void writesAnEpisodeFromThePostAndReadsItBackAsTheSameScript() throws IOException {
    ScriptUpdate update = update(example());
    SCRIPTS.save(update);

    Script read = SCRIPTS.open(file()).script();
    assertThat(read).isEqualTo(update.script());
    assertThat(read.speaker()).isEqualTo("ずんだもん");
    assertThat(read.sections())
        .extracting(Section::id)
        .containsExactly("opening", "a1", "a2", "recap", "letters", "closing");
    assertThat(read.sections().get(1).title()).isEqualTo("小さな時計の作りかた");
    assertThat(read.sections().get(0).lines().map(Line::written))
        .contains("8月21日、金曜日の放送なのだ。今週もあと少しなのだ！", "今日の記事は、全部で2本なのだ！");
    assertThat(read.sections().get(1).lines().map(Line::id))
        .containsExactly("a1.t", "a1.01", "a1.02", "a1.03");
    assertThat(read.sections().get(1).lines().findFirst().orElseThrow().isTitle()).isTrue();
    assertThat(read.sections().get(1).items()).contains(new Section.Paragraph());
  }

  @Test
  void saysWhatTheShowHasToAnnounceALineASentence() throws IOException {
    Path post = folder.resolve("2026-08-21-550.md");
    Files.writeString(
        post,
        """
        ---
        actor_ids:
          - ずんだもん
        audio_file_path: /audio/550.mp3
        date: 2026-08-21 05:00:00 +0900
        title: 夕焼け工房ラジオ 550
        information: お知らせなのだ。9月3日に公開収録があるのだ。&quot;箱&quot;を持ってきてほしいのだ！
        ---

        ## 関連リンク

        - [川をわたる犬の話](https://example.com/1)

        犬が川を渡りました。

        引用元: https://example.com/1
        """);
    assertThat(update(Posts.read(post)).script().sections().get(0).lines().map(Line::written))
        .containsSubsequence("お知らせなのだ。", "9月3日に公開収録があるのだ。", "\"箱\"を持ってきてほしいのだ！");
    assertThat(update(example()).text()).doesNotContain("information", "お知らせ");
  }

  @Test
  void addsNothingToATitle() throws IOException {
    Post post =
        post(
            List.of("ずんだもん"),
            List.of(article(1, "木製時計と鉄製箱の話", "木製時計と鉄製箱の話です。また、木を切りました。また、紙も折りました。")));
    assertThat(update(post).script().sections().get(1).lines().map(Line::written))
        .anyMatch(line -> line.startsWith("木を切った"))
        .anyMatch(line -> line.startsWith("また、紙も折った"));
  }

  @Test
  void saysALongTitleWithoutWhatOthersSaidToIt() throws IOException {
    String story = "木の時計を屋根の上に置いて三年のあいだ毎朝ていねいに磨いていたら鳥が住みはじめた";
    Post post =
        post(List.of("ずんだもん"), List.of(article(1, story + "→「うちにも来てほしい」「鐘が鳴らない」", "鳥が来ました。")));
    Section article = update(post).script().sections().get(1);
    assertThat(article.lines().map(Line::written))
        .anyMatch(line -> line.contains("「" + story + "」"));
    assertThat(article.title()).contains("うちにも");
  }

  @Test
  void changesNothingWhenItRunsAgain() throws IOException {
    SCRIPTS.save(update(example()));

    ScriptUpdate again = update(example());
    assertThat(again.changes()).isFalse();
    assertThat(again.notes()).isEmpty();
    assertThat(again.text()).isEqualTo(Files.readString(file()));
  }

  @Test
  void leavesAnEditThatCameMeanwhileAlone() throws IOException {
    SCRIPTS.save(update(example()));
    ScriptUpdate late = SCRIPTS.edit(file(), List.of("a1.02"), line -> line.withWritten("部品は四つ。"));
    String edited = Files.readString(file()).replace("三つ", "五つ");
    Files.writeString(file(), edited);
    assertThatThrownBy(() -> SCRIPTS.save(late))
        .isInstanceOf(Problem.class)
        .hasMessage("the script was changed meanwhile; it is left as it is");
    assertThat(file()).hasContent(edited);
  }

  @Test
  void keepsAnEditAndAddsWhatIsNewInThePost() throws IOException {
    SCRIPTS.save(update(example()));
    String edited =
        Files.readString(file()).replaceFirst("\\[a1\\.02\\] .*", "[a1.02 つむぎ] 部品はたった三つ！");
    Files.writeString(file(), edited);
    Post changed =
        post(
            List.of("ずんだもん"),
            List.of(
                article(1, "小さな時計の作りかた", "時計を作ります。部品は三つです。針は紙で足ります。", "組み立ては夜に進みます。"),
                article(2, "川をわたる犬の話", "空が晴れました。星も見えました。")));

    ScriptUpdate update = update(changed);
    assertThat(update.text())
        .contains("[a1.02 つむぎ] 部品はたった三つ！\n[a1.04] 針は紙で足り")
        .contains("# [a2.01] 犬が川を渡")
        .contains("[a2.02] 空が晴れ", "[a2.03] 星も見え");
    assertThat(update.notes())
        .map(Message::toString)
        .contains(
            "a1.04: new in the post, added",
            "a2.01: not said any more, kept as a comment",
            "a2.02: new in the post, added");
    SCRIPTS.save(update);
    assertThat(update(changed).changes()).isFalse();
  }

  @Test
  void tellsWhichLineOfAnArticleThatWentWasAPersons() throws IOException {
    SCRIPTS.save(update(example()));
    String edited = Files.readString(file()).replaceFirst("\\[a1\\.02\\] .*", "[a1.02] 部品はたった三つ！");
    Files.writeString(file(), edited);
    Post left = post(List.of("ずんだもん"), List.of(article(2, "川をわたる犬の話", "犬が川を渡りました。")));
    assertThat(update(left).notes())
        .map(Message::toString)
        .contains("a1.02: not said any more, your text is kept as a comment");
  }

  private Post bakery(String number, String licence) {
    String text = "パンの地図を作りました。参加しているパン屋は" + number + "軒です。ライセンスは" + licence + "です。地図は無料です。";
    return post(List.of("ずんだもん"), List.of(article(1, "パンの地図", text)));
  }

  /** The script's text after a person changed a line and the post a sentence, and what was said. */
  private String changed(String row, String words, Post corrected) throws IOException {
    SCRIPTS.save(update(bakery("8", "MIT")));
    String text = Files.readString(file());
    String line = text.lines().filter(it -> it.contains(row)).findFirst().orElseThrow();
    String own = words.isEmpty() ? "" : line.substring(0, line.indexOf(']') + 2) + words + "\n";
    Files.writeString(file(), text.replace(line + "\n", own));
    ScriptUpdate update = update(corrected);
    SCRIPTS.save(update);
    assertThat(update(corrected).changes()).isFalse();
    return update.text() + update.notes();
  }

  @Test
  void aLineInWordsOfAPersonsOwnStaysBetweenTheSameNeighbours() throws IOException {
    String text = changed("パン屋は8軒", "今は8軒のパン屋が手伝っているのだ。", bakery("9", "MIT"));
    assertThat(text)
        .containsPattern("\n\\[a1\\.02] 今は8軒のパン屋が手伝っているのだ。\n# 投稿では今: .*9軒")
        .contains("a1.02: its sentence changed in the post")
        .doesNotContain("[a1.05]", "kept as a comment");
  }

  @Test
  void aSentenceThatFollowsStandsBehindWhatIsToldOfTheLine() throws IOException {
    changed("パン屋は8軒", "今は8軒のパン屋が手伝っているのだ。", bakery("9", "MIT"));
    String more = "パンの地図を作りました。参加しているパン屋は9軒です。町の犬も手伝いました。ライセンスはMITです。地図は無料です。";
    SCRIPTS.save(update(post(List.of("ずんだもん"), List.of(article(1, "パンの地図", more)))));
    assertThat(Files.readString(file())).containsPattern("# 投稿では今: .*9軒.*\n\\[a1\\.05] .*犬も");
    assertThat(SCRIPTS.open(file()).decisions())
        .singleElement()
        .satisfies(decision -> assertThat(decision.id()).isEqualTo("a1.02"));
  }

  @Test
  void aDeletedLineStaysDeletedWhenItsSentenceChanges() throws IOException {
    assertThat(changed("ライセンスは", "", bakery("8", "Apache 2.0")))
        .contains("its sentence changed in the post; the line that you deleted stays deleted")
        .doesNotContain("ライセンスは", "[a1.05]", "new in the post");
  }

  @Test
  void whatIsNewIsAddedWhereALineWasDeletedBefore() throws IOException {
    changed("地図は無料", "", post(List.of("ずんだもん"), List.of(article(1, "パンの地図", "パンの地図を作りました。"))));
    Post more = post(List.of("ずんだもん"), List.of(article(1, "パンの地図", "パンの地図を作りました。犬も来ました。")));
    assertThat(update(more).text()).containsPattern("\n\\[a1\\.05] 犬も来た");
  }

  @Test
  void whatWaitsForADecisionIsListedUntilItIsDecided() throws IOException {
    SCRIPTS.save(update(example()));
    String edited =
        Files.readString(file()).replaceFirst("\\[a2\\.01\\] .*", "[a2.01] 犬が川を渡ったらしいのだ。");
    Files.writeString(file(), edited);
    Post corrected =
        post(
            List.of("ずんだもん"),
            List.of(example().articles().get(0), article(2, "川をわたる犬の話", "犬が川を泳いで渡りました。")));
    SCRIPTS.save(update(corrected));
    assertThat(SCRIPTS.open(file()).decisions())
        .singleElement()
        .satisfies(
            decision -> {
              assertThat(decision.id()).isEqualTo("a2.01");
              assertThat(decision.now()).matches("犬が川を泳いで渡ったのだ[よ]?。");
              assertThat(Files.readAllLines(file()).get(decision.fileLine() - 1))
                  .startsWith("# 投稿では今: ");
            });

    String decided = Files.readString(file()).replace("犬が川を渡ったらしいのだ。", "犬が川を泳いで渡ったのだ。");
    Files.writeString(file(), decided);
    assertThat(SCRIPTS.open(file()).decisions()).isEmpty();
  }

  private Post turnedAround() {
    List<dev.zundacast.episode.Article> articles = example().articles();
    return post(List.of("ずんだもん"), List.of(articles.get(1), articles.get(0)));
  }

  @Test
  void followsThePostIntoAnotherOrderWithEveryEdit() throws IOException {
    SCRIPTS.save(update(example()));
    String edited =
        Files.readString(file())
            .replaceFirst("\\[a1\\.02\\] .*", "[a1.02] 部品はたった三つ！")
            .replace("== a2 article", "# 犬の話\n== a2 article");
    Files.writeString(file(), edited);

    ScriptUpdate update = update(turnedAround());
    SCRIPTS.save(update);
    assertThat(update.notes())
        .map(Message::toString)
        .contains(
            "the post has another order now; the sections follow: opening, a2, a1, recap, letters,"
                + " closing");
    assertThat(update.text())
        .containsSubsequence("# 犬の話\n== a2 article", "\n\n== a1 article", "部品はたった三つ！");
    assertThat(update(turnedAround()).changes()).isFalse();

    SCRIPTS.save(update(example()));
    assertThat(SCRIPTS.open(file()).script().sections())
        .extracting(Section::id)
        .containsExactly("opening", "a1", "a2", "recap", "letters", "closing");
  }

  private List<String> recap(String text) {
    return text.substring(text.indexOf("== recap"), text.indexOf("== letters"))
        .lines()
        .map(it -> it.replaceFirst("\\[.*?] ", ""))
        .toList();
  }

  private Post ordered(Integer... numbers) {
    List<Integer> order = List.of(numbers);
    String[] titles = {"小さな時計の作りかた", "川をわたる犬の話", "パンの地図", "夜の電車"};
    return post(
        List.of("ずんだもん"),
        order.stream()
            .map(it -> article(order.indexOf(it) + 1, titles[it], titles[it] + "を読みました。"))
            .toList());
  }

  @Test
  void aRecapThatNobodyTouchedIsSpokenInTheOrderOfThePost() throws IOException {
    SCRIPTS.save(update(ordered(0, 1, 2, 3)));
    ScriptUpdate update = update(ordered(3, 0, 2, 1));
    String anew = SCRIPTS.of(ordered(3, 0, 2, 1), SHOW, file(), ScriptOptions.DEFAULTS).anew();
    assertThat(recap(update.text())).isEqualTo(recap(anew));
    SCRIPTS.save(update);
    assertThat(update(ordered(3, 0, 2, 1)).changes()).isFalse();
  }

  @Test
  void aRecapWithCommentsOfAPersonKeepsItsOrder() throws IOException {
    SCRIPTS.save(update(ordered(0, 1, 2, 3)));
    String text = Files.readString(file());
    Files.writeString(file(), text.replace("\n[recap.03]", "\n# 犬の話\n[recap.03]"));
    assertThat(update(ordered(3, 0, 2, 1)).text())
        .containsSubsequence("# 犬の話\n[recap.03]", "[recap.04]");
  }

  @Test
  void keepsAPersonsOrderWhenThePostTakesAnother() throws IOException {
    SCRIPTS.save(update(example()));
    String text = Files.readString(file());
    String recap = text.substring(text.indexOf("== recap"), text.indexOf("== letters"));
    Files.writeString(file(), text.replace(recap, "").replace("== opening", recap + "== opening"));

    ScriptUpdate update = update(turnedAround());
    SCRIPTS.save(update);
    assertThat(update.notes())
        .map(Message::toString)
        .contains(
            "the post has another order now; yours stays: recap, opening, a1, a2, letters,"
                + " closing");
    assertThat(update(turnedAround()).notes()).isEmpty();
  }

  @Test
  void keepsADeletedLineDeletedAndAMovedLineMoved() throws IOException {
    SCRIPTS.save(update(example()));
    String text = Files.readString(file());
    String moved = text.lines().filter(row -> row.startsWith("[a1.01]")).findFirst().orElseThrow();
    String edited =
        text.replace(moved + "\n", "")
            .replaceFirst("\\[a1\\.02\\] .*\n", "")
            .replaceFirst("(\\[a2\\.01\\] .*\n)", "$1" + moved + "\n");
    Files.writeString(file(), edited);

    assertThat(update(example()).text()).isEqualTo(edited);
  }

  @Test
  void givesALineWithoutAnIdTheNextFreeOne() throws IOException {
    SCRIPTS.save(update(example()));
    Files.writeString(
        file(), Files.readString(file()).replaceFirst("(\\[a1\\.01\\] .*\n)", "$1ここで一息なのだ。\n"));

    assertThat(SCRIPTS.open(file()).script().lines().map(Line::id)).contains("a1.04");
    assertThat(update(example()).text()).contains("\n[a1.04] ここで一息なのだ。\n");
  }

  @Test
  void editsOneLine() throws IOException {
    SCRIPTS.save(update(example()));
    ScriptUpdate update =
        SCRIPTS.edit(
            file(),
            List.of("a1.01"),
            line ->
                line.withWritten("時計を\n組み立てるのだ。").withSpoken("とけいをくみたてるのだ。").withSpeaker("つむぎ"));
    assertThat(update.text()).contains("[a1.01 つむぎ] 時計を 組み立てるのだ。\n  > とけいをくみたてるのだ。\n");
    assertThat(update.diff()).contains("+  > とけいをくみたてるのだ。");
  }

  @ParameterizedTest
  @ValueSource(doubles = {9, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void anEditThatNoScriptMaySayIsRefused(double speed) throws IOException {
    SCRIPTS.save(update(example()));
    Optional<Double> none = Optional.empty();
    LineOverrides overrides = new LineOverrides(Optional.of(speed), none, none, none);

    assertThatThrownBy(
            () -> SCRIPTS.edit(file(), List.of("a1.01"), line -> line.withOverrides(overrides)))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("bad speed")
        .extracting(problem -> ((Problem) problem).diagnostics().get(0).next().toString())
        .isEqualTo("write a number from 0.1 to 5.0; the script is left as it is");
  }

  @Test
  void aValueIsWrittenWithTheDigitsThatAreRead() throws IOException {
    SCRIPTS.save(update(example()));
    Optional<Double> none = Optional.empty();
    LineOverrides overrides = new LineOverrides(Optional.of(1.30000001), none, none, none);

    assertThat(SCRIPTS.edit(file(), List.of("a1.01"), line -> line.withOverrides(overrides)).text())
        .contains("[a1.01 speed=1.3] ");
  }

  @Test
  void aLineKeepsItsTextWhenItWouldHaveNone() throws IOException {
    SCRIPTS.save(update(example()));

    assertThatThrownBy(() -> SCRIPTS.edit(file(), List.of("a1.01"), line -> line.withWritten("  ")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("a line without text");
  }
}

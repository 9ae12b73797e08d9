package dev.zundacast.script;

import static dev.zundacast.script.Examples.SHOW;
import static dev.zundacast.script.Examples.article;
import static dev.zundacast.script.Examples.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.episode.Article;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.Post;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the sentences of an article follow each other. */
class ArticleFlowTest {
  private static final Scripts SCRIPTS = Examples.scripts();

  @TempDir Path folder;

  /** What is said of an article's text, and to it. */
  private List<String> said(String text) throws IOException {
    return said(
        text, ScriptOptions.DEFAULTS.with(Optional.empty(), Optional.empty(), Optional.of(0.0)));
  }

  private List<String> said(String text, ScriptOptions options) throws IOException {
    return said(article(1, "木の時計", text), options);
  }

  private List<String> said(Article article, ScriptOptions options) throws IOException {
    Post post = post(List.of("ずんだもん"), List.of(article));
    return SCRIPTS
        .of(post, SHOW, folder.resolve("2026-08-21-550.txt"), options)
        .update()
        .script()
        .lines()
        .filter(line -> line.id().startsWith("a1.") && !line.id().equals("a1.t"))
        .map(Line::written)
        .toList();
  }

  private String text(Article article) throws IOException {
    Post post = post(List.of("ずんだもん"), List.of(article));
    Path file = folder.resolve("2026-08-21-550.txt");
    return SCRIPTS.of(post, SHOW, file, ScriptOptions.DEFAULTS).update().text();
  }

  private String titled(String title, String text) throws IOException {
    return text(article(1, title, text));
  }

  @Test
  void theFirstOfThreeIsSaidWithWhatPromisesThem() throws IOException {
    String text = "町の職人は、早起きです。" + "木箱には、三つの工夫があります。" + "一つ目は、12個の鍵です。" + "最後の一人は、夜に帰ります。";
    ScriptOptions three =
        ScriptOptions.DEFAULTS.with(Optional.empty(), Optional.of(3), Optional.empty());
    assertThat(said(text, three)).noneMatch(it -> it.contains("一つ目"));
    assertThat(said(text, ScriptOptions.DEFAULTS)).anyMatch(it -> it.contains("一つ目"));
  }

  @Test
  void whatIsSaidAgainMakesRoomForWhatIsNot() throws IOException {
    String again = "春祭りの木箱工房では、町内の全員用の赤色木箱を毎朝組み立てる作業を続けています。";
    String text =
        "町の職人は、早起きです。"
            + "春祭りの木箱工房では、町内の全員用の赤色木箱を毎朝組み立てる作業を始めました。"
            + again
            + "隣町では、梅雨になる前から雨傘の骨や布の修理を頼む人の列が広場の外まで続いています。"
            + "最後の一人は、夜に帰ります。";
    ScriptOptions four =
        ScriptOptions.DEFAULTS.with(Optional.empty(), Optional.of(4), Optional.empty());
    assertThat(said(text, four))
        .noneMatch(it -> it.contains("続けて"))
        .anyMatch(it -> it.contains("雨傘"));
  }

  @Test
  void whatAWordIsIsSaidOnceInAnEpisode() throws IOException {
    String first = "工房がPoC（概念実証）を行いました。";
    String second = "町の人はPoC（概念実証）を見ました。";
    Post both = post(List.of("ずんだもん"), List.of(article(1, "箱", first), article(2, "鐘", second)));
    String text =
        SCRIPTS
            .of(both, SHOW, folder.resolve("2026-08-21-550.txt"), ScriptOptions.DEFAULTS)
            .update()
            .text();
    assertThat(text).contains("PoC、つまり概念実証を行ったのだ", "町の人はPoCを見たのだ");
  }

  @Test
  void theHostsOwnWordOfThePostIsSaidInsteadOfAReaction() throws IOException {
    Article plain = article(1, "木の時計", "工房が時計を作ります。");
    Article own = new Article(1, "木の時計", "木の時計", plain.url(), 1, "", plain.blocks(), "針の音が好きなのだ。");
    assertThat(said(own, ScriptOptions.DEFAULTS)).last().isEqualTo("針の音が好きなのだ。");
    assertThat(text(own)).doesNotContain("# ひとこと");
    assertThat(text(plain)).contains("# ひとこと");
  }

  @Test
  void aFirstStepIsOneOnlyWhereAnotherFollows() throws IOException {
    assertThat(said("工房が時計を作ります。まず、木を丸く切ります。空は青いです。")).noneMatch(it -> it.startsWith("まず"));
    assertThat(said("工房が時計を作ります。まず、木を丸く切ります。次に、針を付けます。"))
        .anyMatch(it -> it.startsWith("まず、木"))
        .anyMatch(it -> it.startsWith("次に、針"));
    assertThat(said("工房が時計を作ります。次に、針を付けます。空は青いです。")).anyMatch(it -> it.startsWith("次に、針"));
    assertThat(
            said(
                "工房が時計を作ります。まず、木を切ります。次に、針を3本付けると値段が300円に減りました。",
                ScriptOptions.DEFAULTS.with(Optional.empty(), Optional.of(2), Optional.empty())))
        .hasSize(2)
        .noneMatch(it -> it.startsWith("次に"));
    assertThat(said("工房が時計を作ります。まず、木を丸く切り、次に針を付けます。")).anyMatch(it -> it.startsWith("まず、木"));
  }

  @Test
  void whatIsAddedToSomethingUnsaidStandsForItself() throws IOException {
    String text = "時計の話です。蓋は板です。針は糸です。さらに、鐘は3kgで、値段が300円に減りました。";
    assertThat(said(text)).anyMatch(it -> it.startsWith("さらに、鐘は"));
    assertThat(
            said(
                text,
                ScriptOptions.DEFAULTS.with(Optional.empty(), Optional.of(2), Optional.empty())))
        .noneMatch(it -> it.startsWith("さらに、"));
  }

  @Test
  void aHeadlineIsMadeOfAnyNameAndLength() throws IOException {
    assertThat(titled("US$100ノートの今", "US$100ノートは、町の子どもの学びを支えています。町の人も使っています。"))
        .contains("US$100ノート");
    assertThat(titled("カラクリ", "カラクリは、" + "箱の蓋と".repeat(800) + "鍵を守ります。町の人も使っています。")).isNotEmpty();
    assertThat(titled("工房が" + "箱と猫と".repeat(900) + "鍵を公開", "町の話です。空は青いです。")).isNotEmpty();
    assertThat(titled("İİİİİİİİİİİİカラクリ", "カラクリは、木の箱を守ります。町の人も使っています。")).contains("カラクリ");
  }

  /** A call to the reader is not said, so nothing goes on from it. */
  @Test
  void whatJoinsOntoACallStandsForItself() throws IOException {
    assertThat(said("時計の話です。蓋は板です。ぜひ一度試してみてください。そして、針は糸です。")).anyMatch(it -> it.startsWith("針は糸"));
  }

  /** 箱ではなく names nothing that the sentence tells of, so it is said with the one that does. */
  @Test
  void whatIsDeniedNamesNoTopic() throws IOException {
    ScriptOptions two =
        ScriptOptions.DEFAULTS.with(Optional.empty(), Optional.of(2), Optional.empty());
    assertThat(said("時計の話です。ゆうやけという木の組み方があります。町で一番の箱ではなく、時計を3kgに作って300円で直す組み方です。", two))
        .noneMatch(it -> it.startsWith("町で一番"));
    assertThat(said("時計の話です。ゆうやけという木の組み方があります。町で一番の箱は、時計を3kgに作って300円で直す組み方です。", two))
        .anyMatch(it -> it.startsWith("町で一番"));
  }

  /** この文字盤 means nothing to whoever has not heard of one. */
  @Test
  void whatPointsBackIsSaidWithWhatItPointsAt() throws IOException {
    ScriptOptions two =
        ScriptOptions.DEFAULTS.with(Optional.empty(), Optional.of(2), Optional.empty());
    String before = "時計の話です。林さんは木の文字盤を使います。";
    assertThat(said(before + "森さんは時計を3kgに作り、この文字盤を300円で直しました。", two))
        .noneMatch(it -> it.contains("この文字盤"));
    assertThat(said(before + "森さんは時計を3kgに作り、白い文字盤を300円で直しました。", two))
        .anyMatch(it -> it.contains("白い文字盤"));
  }

  /** What only praises at an end, with all that it leans on, takes no time from what is told. */
  @Test
  void anEndThatTellsLittleTakesLittleTime() throws IOException {
    String told =
        IntStream.range(2, 20)
            .mapToObj(i -> "町の林さんは、%dkgの鉄の鐘を%d00円で作りました。".formatted(i, i))
            .collect(Collectors.joining());
    String end =
        "この工房は、雨の日も雪の日も休まずに鐘を作り続ける町の人たちのくらしを、これからも静かに支えていくでしょう。"
            + "その歩みは、古いものを大切にしながら新しいものを作るすべての人たちにとって、とても大切です。"
            + "これは、これからの時代に鐘を作り、直し、長く使う人たちにとって、重要です。";
    ScriptOptions brief =
        ScriptOptions.DEFAULTS.with(Optional.empty(), Optional.empty(), Optional.of(1.0));
    assertThat(said("工房が木の時計を作りました。" + told + end, brief))
        .filteredOn(it -> it.startsWith("町の林さん"))
        .hasSizeGreaterThan(9);
  }

  @Test
  void aShortNameIsToldWhereItIsUsedLater() throws IOException {
    assertThat(said("時計は夕焼け歯車組合（YHK）が直します。YHKは海辺にあります。空は青いです。").get(0))
        .startsWith("時計は夕焼け歯車組合、いわゆるYHKが直");
    assertThat(said("時計は「夕焼け歯車組合」（YHK）が直します。空は青いです。").get(0)).startsWith("時計は「夕焼け歯車組合」が直");
    assertThat(said("時計は夕焼け歯車組合（YHK）が直します。箱も夕焼け歯車組合（YHK）が作ります。YHKは海辺にあります。"))
        .filteredOn(it -> it.contains("いわゆる"))
        .hasSize(1);
    assertThat(said("時計はGPT-5（Sunset）が直します。Sunsetは海辺にあります。").get(0)).startsWith("時計はGPT-5が直");
    assertThat(said("時計は機械学習（AI）で直します。AIは速いです。").get(0)).startsWith("時計は機械学習で直");
  }

  @Test
  void whatLeansOnASentenceIsSaidWithIt() throws IOException {
    String text = "時計の話です。蓋は板で、針は糸です。もちろん、鐘は3kgで、値段が300円に減りました。";
    assertThat(
            said(
                text,
                ScriptOptions.DEFAULTS.with(Optional.empty(), Optional.of(2), Optional.empty())))
        .noneMatch(it -> it.startsWith("もちろん、"));
    assertThat(
            said(
                text,
                ScriptOptions.DEFAULTS.with(Optional.empty(), Optional.of(3), Optional.empty())))
        .anyMatch(it -> it.startsWith("もちろん、"));
  }

  @Test
  void whatPointsBackBehindAJoinIsSaidWithWhatItPointsTo() throws IOException {
    String text = "時計の話です。蓋は板で、鐘は海辺の工房が作った鉄のものです。さらに、この鐘は3kgで、値段が300円に減りました。";
    assertThat(
            said(
                text,
                ScriptOptions.DEFAULTS.with(Optional.empty(), Optional.of(2), Optional.empty())))
        .noneMatch(it -> it.contains("この鐘"));
    assertThat(
            said(
                text,
                ScriptOptions.DEFAULTS.with(Optional.empty(), Optional.of(3), Optional.empty())))
        .anyMatch(it -> it.startsWith("さらに、この鐘"));
  }

  @Test
  void whatItIsCalledInBracketsIsToldWhereItIsCalledSoLater() throws IOException {
    assertThat(said("時計は鍵で開く木箱（コバコ）に入っています。コバコは海辺で作られます。").get(0))
        .startsWith("時計は鍵で開く木箱、いわゆるコバコに入っ");
    assertThat(said("時計は鍵で開く木箱（コバコ）に入っています。空は青いです。").get(0)).startsWith("時計は鍵で開く木箱に入っ");
    assertThat(said("時計は海辺にある会社（コバコ）が作ります。コバコは古いです。").get(0)).startsWith("時計は海辺にある会社が作");
  }

  @Test
  void aReactionIsToWhatTheArticleIsAbout() throws IOException {
    String free = "時計の道具は無料で使えます。";
    String more = "工房が時計を作ります。蓋は板です。針は糸です。鐘は鉄です。";
    assertThat(said(free + more)).hasSize(6);
    assertThat(said(more + free)).hasSize(5);
  }
}

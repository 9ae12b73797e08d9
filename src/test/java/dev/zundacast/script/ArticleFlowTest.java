package dev.zundacast.script;

import static dev.zundacast.script.Examples.SHOW;
import static dev.zundacast.script.Examples.article;
import static dev.zundacast.script.Examples.paragraph;
import static dev.zundacast.script.Examples.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.episode.Article;
import dev.zundacast.episode.Block;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.Post;
import dev.zundacast.words.Morphology;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the sentences of an article follow each other. */
class ArticleFlowTest {
  private static final Scripts SCRIPTS = new Scripts(Examples.voices(), new Morphology());

  @TempDir Path folder;

  /** What is said of an article's text, and to it. */
  private List<String> said(String text) throws IOException {
    return said(text, ScriptOptions.DEFAULTS.withMinutes(0));
  }

  private List<String> said(String text, ScriptOptions options) throws IOException {
    return said(article(1, "木の時計", text), options);
  }

  private List<String> said(Article article, ScriptOptions options) throws IOException {
    Post post = post(List.of("ずんだもん"), List.of(article));
    return SCRIPTS
        .update(post, SHOW, folder.resolve("2026-08-21-550.txt"), options)
        .script()
        .lines()
        .filter(line -> line.id().startsWith("a1.") && !line.id().equals("a1.t"))
        .map(Line::written)
        .toList();
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
                ScriptOptions.DEFAULTS.withMaxSentences(2)))
        .hasSize(2)
        .noneMatch(it -> it.startsWith("次に"));
    assertThat(said("工房が時計を作ります。まず、木を丸く切り、次に針を付けます。")).anyMatch(it -> it.startsWith("まず、木"));
  }

  @Test
  void nothingExplainsAWordBetweenASentenceAndWhatFollowsFromIt() throws IOException {
    String box = "工房が時計を作ります。弟子は店にHako（部品をまとめて入れておくための木の容器）を渡します。";
    assertThat(said(box + "すると、店が時計を組み立てます。")).noneMatch(it -> it.startsWith("Hakoとは"));
    assertThat(said(box + "店は町の外れにあります。")).anyMatch(it -> it.startsWith("Hakoとは"));
  }

  @Test
  void theFirstHeadingThatIsSaidGoesOnWithNoOther() throws IOException {
    List<Block> blocks =
        List.of(
            paragraph("時計の話です。"),
            new Block(Block.Kind.HEADING, 2, "蓋の直し方", 1),
            paragraph("蓋は板です。"),
            new Block(Block.Kind.HEADING, 2, "針の直し方", 1),
            paragraph("針は糸です。"),
            new Block(Block.Kind.HEADING, 2, "鐘の直し方", 1),
            paragraph("鐘は3kgで、値段も300円に減りました。"));
    for (int title = 0; title < 9; title++) {
      Article article = new Article(1, "時計" + title, "", 1, "", blocks);
      assertThat(said(article, ScriptOptions.DEFAULTS.withMaxSentences(2)))
          .hasSize(3)
          .noneMatch(it -> it.startsWith("続いて") || it.startsWith("今度は"));
    }
  }

  @Test
  void nothingIsCriedOutThatTheNextSentenceTakesBack() throws IOException {
    String news = "工房は、無料で新しい時計を公開しました。";
    assertThat(said(news + "空は青いです。").get(0)).endsWith("！");
    assertThat(said(news + "でも、音は鳴りません。").get(0)).endsWith("のだ。");
  }

  @Test
  void whatAnArticleExplainsLaterBeginsNoOther() throws IOException {
    List<String> said = said("町の工房は木です。本記事では、静かな歯車の作り方について解説します。空は青いです。");
    assertThat(said).anyMatch(it -> it.startsWith("記事では、静かな歯車の作り方が紹介されて"));
    assertThat(said("本記事では、静かな歯車の作り方について解説します。空は青いです。").get(0)).startsWith("静かな歯車の作り方の話");
  }

  @Test
  void whatIsAddedToSomethingUnsaidStandsForItself() throws IOException {
    String text = "時計の話です。蓋は板です。針は糸です。さらに、鐘は3kgで、値段が300円に減りました。";
    assertThat(said(text)).anyMatch(it -> it.startsWith("さらに、鐘は"));
    assertThat(said(text, ScriptOptions.DEFAULTS.withMaxSentences(2)))
        .noneMatch(it -> it.startsWith("さらに、"));
  }

  @Test
  void whoSaysSoIsNobodyWhoIsNotNamed() throws IOException {
    assertThat(said("時計の話です。これは、音を直すのに役立つ可能性があると述べています。")).last().asString().contains("可能性がある");
    assertThat(said("時計の話です。これは、音を直すのに役立つ可能性があると述べています。")).noneMatch(it -> it.contains("言って"));
    assertThat(said("時計の話です。林さんは、音を直せると述べています。")).last().asString().contains("言って");
  }

  @Test
  void aWordThatGrantsGoesWithWhatItGrants() throws IOException {
    String text = "時計の話です。蓋は板で、針は糸です。もちろん、鐘は3kgで、値段が300円に減りました。";
    assertThat(said(text)).anyMatch(it -> it.startsWith("もちろん、"));
    assertThat(said(text, ScriptOptions.DEFAULTS.withMaxSentences(2)))
        .hasSize(2)
        .anyMatch(it -> it.startsWith("鐘は"));
  }

  @Test
  void aWordThatPicksOutGoesWithWhatItPicksFrom() throws IOException {
    String text = "時計の話です。蓋は板で、針は糸です。特に鐘は3kgで、値段も300円に減りました。";
    assertThat(said(text)).anyMatch(it -> it.startsWith("特に鐘は"));
    assertThat(said(text, ScriptOptions.DEFAULTS.withMaxSentences(2)))
        .hasSize(2)
        .anyMatch(it -> it.startsWith("鐘は"));
  }

  @Test
  void aShortNameIsToldWhereItIsUsedLater() throws IOException {
    assertThat(said("時計は夕焼け歯車組合（YHK）が直します。YHKは海辺にあります。空は青いです。").get(0))
        .startsWith("時計は夕焼け歯車組合、略してYHKが直");
    assertThat(said("時計は「夕焼け歯車組合」（YHK）が直します。空は青いです。").get(0)).startsWith("時計は「夕焼け歯車組合」が直");
    assertThat(said("時計は夕焼け歯車組合（YHK）が直します。箱も夕焼け歯車組合（YHK）が作ります。YHKは海辺にあります。"))
        .filteredOn(it -> it.contains("略して"))
        .hasSize(1);
    assertThat(said("時計はGPT-5（Sunset）が直します。Sunsetは海辺にあります。").get(0)).startsWith("時計はGPT-5が直");
    assertThat(said("時計は機械学習（AI）で直します。AIは速いです。").get(0)).startsWith("時計は機械学習で直");
  }

  @Test
  void aShortNameThatIsHeardFirstIsExplained() throws IOException {
    String far =
        "木でできた古い時計の歯車は、町のはずれにある古い工房で毎日少しずつていねいに削られたあと、海辺の「夕焼け歯車会」（YHK）が一つずつ手で確かめてから店に送ります。";
    assertThat(said(far + "YHKは毎週働きます。")).last().asString().startsWith("YHK、つまり夕焼け歯車会は毎週");
    assertThat(said(far + "YHKは毎週働きます。YHKは夜も働きます。"))
        .filteredOn(it -> it.contains("つまり"))
        .hasSize(1);
    assertThat(said(far + "AIの町でYHKは毎週働きます。")).last().asString().startsWith("AIの町でYHK、つまり夕焼け歯車会は");
    assertThat(said(far + "町はYHKの半分を使います。")).last().asString().startsWith("町はYHK、つまり夕焼け歯車会の半分");
    assertThat(said("時計は木の歯車会（YHK）が直します。YHKは毎週働きます。")).noneMatch(it -> it.contains("つまり"));
    Article headed =
        new Article(
            1,
            "時計",
            "https://example.com/1",
            1,
            "",
            List.of(
                paragraph("時計の話です。"),
                new Block(Block.Kind.HEADING, 2, "Yuyake Haguruma Kit (YHK)", 1),
                paragraph("YHKは毎週働きます。YHKは夜も働きます。")));
    assertThat(said(headed, ScriptOptions.DEFAULTS)).anyMatch(it -> it.startsWith("YHK、つまりYuyake"));
    String within = far.replace("海辺の「夕焼け歯車会」（YHK）が", "海辺で「町が夕焼けの歯車（YHK）を守る」人が");
    assertThat(said(within + "YHKは毎週働きます。")).noneMatch(it -> it.contains("つまり"));
    String body = far.replace("海辺の「夕焼け歯車会」（YHK）", "隣の町から夕方歯車組合（YHK）");
    assertThat(said(body + "YHKは毎週働きます。")).last().asString().startsWith("YHK、つまり夕方歯車組合は");
    String latin = far.replace("海辺の「夕焼け歯車会」（YHK）", "隣のYuyake Kai（YuK）");
    assertThat(said(latin + "YuKは毎週働きます。")).last().asString().startsWith("YuK、つまりYuyake Kaiは");
    assertThat(said("これは、  (YHK)です。YHKは毎週働きます。")).noneMatch(it -> it.contains("つまり"));
    String mixed = far.replace("（YHK）", "（YuHK: Yuyake Kai）");
    assertThat(said(mixed + "YuHKは毎週働きます。")).last().asString().startsWith("YuHK、つまり夕焼け歯車会は");
    assertThat(said(far.replace("YHK", "AI") + "AIは毎週働きます。")).last().asString().startsWith("AIは");
  }

  @Test
  void nothingIsSaidToASentenceBeforeItIsFinished() throws IOException {
    String free = "工房が木の時計の図面をオープンソースとして公開しました。";
    assertThat(said(free + "町の人は図面を見ました。")).hasSize(3);
    assertThat(said(free + "同時に、道具の図面も見られます。")).hasSize(2);
    assertThat(said(free + "道具の図面も公開しました。")).hasSize(2);
  }
}

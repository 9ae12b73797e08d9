package dev.zundacast.script.topic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.episode.Article;
import dev.zundacast.episode.Block;
import dev.zundacast.episode.Rewrite;
import dev.zundacast.script.Wording;
import dev.zundacast.script.outline.Outline;
import dev.zundacast.script.outline.Point;
import dev.zundacast.script.speech.SpeechStyles;
import dev.zundacast.words.Morphology;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TitlesTest {
  private static final Path VOICES = Path.of("voices");
  private static final Morphology WORDS = new Morphology();
  private static final Titles TITLES = new Titles(List.of(VOICES));
  private static final Topics TOPICS =
      new Topics(List.of(VOICES), WORDS, new SpeechStyles(List.of(VOICES), WORDS));

  private static final Wording WORDING =
      Wording.load(List.of(VOICES), WORDS, new SpeechStyles(List.of(VOICES), WORDS));

  @ParameterizedTest
  @CsvSource({
    "木の時計を作った話｜夕焼け工房,木の時計を作った話",
    "木の時計を作った話 | Sunset Blog,木の時計を作った話",
    "木の時計を作った話 - Sunset Tech Blog,木の時計を作った話",
    "GitHub - sunset/clock: A wooden clock,A wooden clock",
    "【速報】木の時計が完成,木の時計が完成",
    "木の時計 - 作り方と直し方をまとめた話,木の時計 - 作り方と直し方をまとめた話",
    "木の時計（1/2 ページ）,木の時計",
    "木の時計が鳴る。 Sunset Ch.,木の時計が鳴る。",
    "木の時計の作り方 / How to Build a Wooden Clock out of Things That Everybody Has at Home,木の時計の作り方",
    "木の時計が鳴った（2025年1月2日）,木の時計が鳴った",
    "木の時計が鳴った（夕焼けウィークリー）,木の時計が鳴った",
    "木の時計はどちらか？ 株式会社夕焼け（ゆうやけ）,木の時計はどちらか？",
    "木の時計を直す - 夕焼け工房すこやかブログ,木の時計を直す",
    "木の時計を直す - The Sunset Research and Development Laboratory,木の時計を直す",
    "木の時計で眠れなくなった件について SUN,木の時計で眠れなくなった件について",
  })
  void dropsTheNamesOfSites(String title, String said) {
    assertThat(TITLES.said(title)).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource({
    "夕焼け工房は、木の時計を公開しました。,夕焼け工房が木の時計を公開した話",
    "木の時計の作り方の話です。,木の時計の作り方の話",
    "隣町が作った「Sunset」は、音の小さな時計です。,音の小さな時計、「Sunset」の話",
    "夕焼け工房は、眠りを守る時計の音を集めた歌を公開しました。,'夕焼け工房が、眠りを守る時計の音を集めた歌を公開した話'",
    "「Sunset」は、音の小さな時計です。,音の小さな時計、「Sunset」の話",
    "夕焼け工房は、紙を使いません。,夕焼け工房が紙を使わない話",
    "夕焼け工房は、木の時計「Sunset」が、海の向こうの店でも買えるようになったことを発表しました。,「Sunset」が海の向こうの店でも買えるようになった話",
    "木の時計についての解説記事です。,木の時計の話",
    "2026年3月4日に「Dawn」と同時に海の向こうの小さな町の店で売り出された山の工房の大時計「Sunset」の話です。,山の工房の大時計「Sunset」の話",
    "木の時計を静かに動かす方法について、町の人の声を交えながら解説しています。,木の時計を静かに動かす方法の話",
    "この論文は、木の歯車がすり減る理由について考察した話です。,木の歯車がすり減る理由の話",
    "夕焼け工房の山田氏が、紙の時計について解説しています。,紙の時計の話",
    "歯車の形がとても大事です。,歯車の形がとても大事だという話",
    "木の時計の作り方に挑んだ体験談の話です。,木の時計の作り方に挑んだ話",
    "木の時計を直す方法が紹介されています。,木の時計を直す方法の話",
    "木の時計が町の朝をどのように変えるかについての記事です。,木の時計が町の朝をどのように変えるか、という話",
    "町の鐘の盗難が増えている現状を解説しています。,町の鐘の盗難が増えている話",
    "町の職人が置かれている状況を解説しています。,町の職人が置かれている状況の話",
    "「Hako」の作り手は、工芸組合です。,工芸組合、「Hako」の作り手の話",
    "木の時計を動かせるのか検証した結果についての記事です。,木の時計を動かせるのか検証した話",
    "「Sunset」は、机の上で鐘を鳴らすと、窓の色が少しずつ変わり、歯車の数も見える置き時計です。,置き時計、「Sunset」の話",
    "海と山の工芸組合は、遠い山の鳥の声をよく真似する木の時計をすべて売り切りました。,海と山の工芸組合が遠い山の鳥の声をよく真似する木の時計をすべて売り切った話",
    "隣の町の大工が古い箱を開け、木の時計を直しました。,隣の町の大工が木の時計を直した話",
    "夕焼け工房は、木、紙、糸の扱いに優れています。,夕焼け工房が木、紙、糸の扱いに優れている話",
    "この「Sunset」は、海の向こうでも売り出されました。,「Sunset」が海の向こうでも売り出された話",
    "いま静かな時計の一つが木の時計です。,いま静かな時計の一つが木の時計だという話",
    "木の時計「Sunset」が、鳴るのを忘れないよう、自分で鐘を鳴らしたというニュースです。,木の時計「Sunset」が自分で鐘を鳴らした話",
    "昨年5月、時計台で鐘を鳴らしました。,時計台で鐘を鳴らした話",
    "2026年3月4日、夕焼け工房は木の時計を公開しました。,夕焼け工房が木の時計を公開した話",
    "夕焼け工房は、とても古い山の木と遠い海の白い砂を一緒に使った静かな大時計を公開しました。,夕焼け工房が静かな大時計を公開した話",
    "これまで町の人たちがとても長いあいだ使っていた「Sunset」という時計が、ついに海でも使えるようになりました。,「Sunset」という時計が海でも使えるようになった話",
    "町の大工、山田さんが、古い時計を直しました。,山田さんが古い時計を直した話",
    "今回は、木の時計「Sunset」が公開されたという、うれしいニュースをお届けします。,木の時計「Sunset」が公開された話",
    "夕焼け工房「Sunset」が、木の時計についての調査を報告しています。,木の時計についての調査の話",
    "町で広く使われている「Sunset」と、海のそばの工房が作る静かな木の「時計」が手を結びました。,「Sunset」と「時計」が手を結んだ話",
    "町の人が毎朝ていねいに磨いている「時計」を、あえて鳴らさない方法が生まれました。,「時計」をあえて鳴らさない方法が生まれた話",
    "大工の山田が、町で時計を落としたことが分かり、工房が山田が作ったとても古くて大きな木の箱の絵を全て店から下げました。,工房が山田が作ったとても古くて大きな木の箱の絵を全て店から下げた話",
    "夕焼け工房は、古い木の時計「Sunset」と、町のためのとても小さな時計「Moon」を公開しました。,夕焼け工房が「Sunset」と「Moon」を公開した話",
    "時計をどう直すか、その手順の話です。,時計をどう直すか、その手順の話",
    "町で尋ねると、兄は古い時計を直していたことが判明しました。,兄が古い時計を直していたことが判明した話",
    "夕焼け工房は、この木箱から歯車を取り出しました。,夕焼け工房が木箱から歯車を取り出した話",
    "夕焼け工房は、木と鉄のちがいを整理しています。,夕焼け工房が木と鉄のちがいを整理した話",
    "犬が時計を止めたという出来事が、町で話題になっています。,犬が時計を止めた話",
    "ある大工が、弟子が作った時計をほめつつも、すぐに木槌で直したという出来事が話題になっています。,ある大工がすぐに木槌で直した話",
    "Sunsetでは、鉄に加えて、木の時計「Moon」の全店導入を進めています。,Sunsetが木の時計「Moon」の全店導入を進めている話",
    "山の町の工房、海の町の工房、丘の町の工房が作った「Sunset」は、朝の仕事を速く覚えるための新しい帳面です。,朝の仕事を速く覚えるための新しい帳面の話",
    "Sunsetが、職人が朝の仕事を速く覚えるための新しい帳面を公開しました。,Sunsetが、職人が朝の仕事を速く覚えるための新しい帳面を公開した話",
    "大工の山田が店を去ったことを受け、Sunsetが山田が出演する芝居を全て中止にしました。,Sunsetが山田が出演する芝居を全て中止にした話",
    "2026年4月26日、27日に開かれる町の大きな春の祭りに木の時計「Sunset」が初めて出ます。,「Sunset」が初めて出る話",
    "木の時計「Sunset」は、町の古い歯車の音の聞き分けや、毎朝の大事な油の量の細かい記録を町の人の手を少しも借りずに自分で行えるようにする仕組みです。,木の時計「Sunset」の話",
    "最近はやりの木の時計を町の工房が公開しました。,最近はやりの木の時計を町の工房が公開した話",
    "もはや、紙の時計は町の祭りに使われなくなりました。,紙の時計が町の祭りに使われなくなった話",
    "2025年3月、15万人が町の祭りに集まりました。,15万人が町の祭りに集まった話",
    "夕焼け工房は、木の道具「Sunset」のメジャーアップデートとなるv4のプレビュー版を町の市場で公開しました。,夕焼け工房が「Sunset」のv4のプレビュー版を町の市場で公開した話",
    "最近は木の時計の歯車が狙われやすいという話です。,木の時計の歯車が狙われやすいという話",
    "町の人の77.1％が木の時計を使っています。,町の人の77.1％が木の時計を使っているという話",
    "町の大工のあいだでとても長いこと人気を誇る木の道具「Moon」が、朝の仕事をぐんと速くする新しい技術「Dynamic Gear Set」を発表しました。,「Moon」が「Dynamic Gear Set」を発表した話",
    "「鳴る前の静けさ」を、あえて小さな時計に歌わせることで聞かせるやり方の話です。,「鳴る前の静けさ」を、あえて小さな時計に歌わせることで聞かせるやり方の話",
    "Sunset 9.0で加えられたsilent gearsは、時計の中の音を小さくする新しい仕組みです。,時計の中の音を小さくする新しい仕組み、silent gearsの話",
  })
  void tellsWhatAnArticleIsAbout(String sentence, String about) {
    assertThat(TOPICS.about(sentence, 40)).contains(about);
  }

  @Test
  void whatWasMadeIsToldWithWhatItWasMadeWith() {
    String title = "木の時計の目ざましを3日で設計し、3週間で公開した話";
    String made = "夕焼け工房が木の時計の目ざましを、新しい油を使って3日で設計、3週間で公開した事例を紹介しています。";
    assertThat(recap(title, made)).contains("木の時計の目ざまし");
  }

  @Test
  void tellsNothingOfWhichNobodyHearsWhatItIs() {
    assertThat(recap("木の時計の書き付けと町の牛", "そこには「きよし」という名前や生まれた日が記されています。")).doesNotContain("記されている");
    assertThat(recap("木の時計をたしかめよう", "時計に対しては必ず油を差すべきです。", "軽くて使いやすい「Sunset」を使った方法を紹介します。"))
        .doesNotContain("使った方法");
    assertThat(recap("木の時計を作る人、急な売れ行きに弱気になる", "木の時計の作り手が話題になっています。")).contains("弱気になる");
    assertThat(recap("町の鐘と歯車の話題", "最近の改良では「並んで鳴る鐘」が実現されました。", "鐘の職人が、町の歯車の変わりようを考察しています。"))
        .contains("町の歯車");
    assertThat(recap("町の猫型の時計で人がふえた", "町で働く猫型の時計は、人手を補うために導入されました。", "しかし驚くべきことに、町の店で働く人がふえました。"))
        .doesNotContain("導入");
  }

  @Test
  void namesWhatSomethingIsNewIn() {
    assertThat(recap("Sunset Clock：新しいモーニングベル", "Sunset Clockに、朝の仕事を自分で始める新しい仕組み「モーニングベル」が登場しました。"))
        .startsWith("Sunset Clockに、");
  }

  @Test
  void aNameThatTheTitleDescribesIsNoSite() {
    assertThat(title("木で 時計を作る MoonAgent", "", "「MoonAgent」は、木の時計を作る道具です。").said())
        .isEqualTo("木で 時計を作る MoonAgent");
  }

  @Test
  void theNameOfASiteIsNoTitle() {
    ArticleTitle title =
        title("Sunset - 職人のための話題の置き場", "https://sunset.example/1", "夕焼け工房が木の時計を公開しました。");
    assertThat(title.isForeign()).isTrue();
    assertThat(title.instead()).contains("夕焼け工房が木の時計を公開した話");
  }

  @Test
  void isAboutWhatTheTitleBeginsWithAndNotAboutWhatThatIsOf() {
    assertThat(
            recap(
                "Open-S1: a fully open reproduction of DeepSunset-S1",
                "DeepSunset-S1は、木の音に特化した時計で、特に夜の静けさに優れています。",
                "でも、DeepSunset-S1の歯車は公開されていません。",
                "そこで、夕焼け工房はOpen-S1プロジェクトを始めました。"))
        .contains("Open-S1プロジェクト");
    assertThat(
            recap(
                "LangClock 0.3 Release: Prebuilt Gears",
                "LangClockの基本理念は、木の時計を静かにすることです。",
                "今回の0.3では、木と紙で作られた新しいprebuilt gearsを導入します。"))
        .contains("prebuilt gears");
    assertThat(recap("Moon: A Clock of Sun", "Sunsetは木の時計を公開しました。", "Moonの音は静かです。"))
        .contains("Sunset");
  }

  @Test
  void anItemOfAListIsNotTheStory() {
    Article article =
        new Article(
            1,
            "木の時計 Sunset の針が前より正しく動くようになっていた",
            "",
            1,
            "",
            List.of(
                new Block(Block.Kind.PARAGRAPH, 0, "変わったところは2つあります。", 1),
                new Block(Block.Kind.NUMBERED, 0, "針に「係の人」を活用", 2),
                new Block(Block.Kind.PARAGRAPH, 1, "Sunsetは、針だけを見るための「針の係」を導入しました。", 3),
                new Block(Block.Kind.NUMBERED, 0, "油を「別の人」に頼む", 4),
                new Block(Block.Kind.PARAGRAPH, 1, "油は別の人が差します。", 5)));
    List<Point> points = Outline.of(article, WORDING.ear(), WORDING.headings());
    assertThat(
            new ArticleTitle(article, points, TITLES, TOPICS, WORDING.ear(), Optional.empty())
                .recap())
        .get()
        .asString()
        .doesNotContain("針の係");
  }

  @Test
  void whatIsTurnedFromIsNotTheStory() {
    String recap =
        recap(
            "Clocks Are Doing Too Much",
            "最近の道具の普及によって、木の時計に触れる機会が激増しています。",
            "でも、多くの職人が「針を一本直してほしいと頼んだだけなのに、時計の全体が作り直され、関係のない歯車の名前まで変えられてしまった」という経験をしています。",
            "記事は、この現象を「Over-Clocking」と定義し、その実態を調べています。",
            "「Over-Clocking」とは、必要なものを超えて時計の形を大きく変えてしまう現象です。");
    assertThat(recap).doesNotContain("激増");
  }

  /** All of some is not all. */
  @Test
  void saysOfNoFewThatTheyAreAll() {
    String sentence = "大工の山田が店を去ったことを受け、Sunsetが山田が出演するSunset Boxの芝居を全て中止にしました。";
    assertThat(TOPICS.about(sentence, 60)).get().asString().contains("全て中止");
    assertThat(TOPICS.about(sentence, 40)).contains("SunsetがSunset Boxの芝居を中止にした話");
  }

  @ParameterizedTest
  @CsvSource({
    "夕焼け工房が木の時計を公開した話,true",
    "「Sunset」の話,true",
    "紙の使い方について考察した話,true",
    "歯車駆動時計製造の話,true",
    "割れにくさも上がった話,false",
    "静かに動くことが判明した話,false",
    "破綻させずに運用するための手法の話,false",
    "という考え方の話,false",
    "組み立てに興味がある人も多い話,false",
  })
  void knowsWhatTellsNothingAlone(String about, boolean whole) {
    assertThat(TOPICS.isWhole(about)).isEqualTo(whole);
  }

  @ParameterizedTest
  @CsvSource({
    "町の外れの工房が百年前の木の時計を直したら次の朝から町じゅうの人が早起きになってしまった話「うらやましい」「うちにも」,町の外れの工房が百年前の木の時計を直したら次の朝から町じゅうの人が早起きになってしまった話",
    "町の外れの工房が百年前の木の時計を直したら次の朝から早起きになった→「うらやましい」,町の外れの工房が百年前の木の時計を直したら次の朝から早起きになった→「うらやましい」",
    "町の外れの工房が百年前の木の時計を直したら次の朝から町じゅうの人が早起きになった→「うらやましい」,町の外れの工房が百年前の木の時計を直したら次の朝から町じゅうの人が早起きになった",
    "町の外れの工房が百年前の木の時計を直した。次の朝からは町じゅうの人が早起きになってしまった理由,町の外れの工房が百年前の木の時計を直した",
    "百年前の木の時計をもう一度鳴らしたくて。町の外れの工房が次の朝から町じゅうの人を起こしてしまった理由,百年前の木の時計をもう一度鳴らしたくて。町の外れの工房が次の朝から町じゅうの人を起こしてしまった理由",
    "町の外れの工房が百年前の木の時計を直した日 ―― 次の朝からは町じゅうの人が早起きになってしまったわけ,町の外れの工房が百年前の木の時計を直した日",
    "町の外れの工房が百年前の木の時計を直したらうるさいだろうな〜と思ってたけど町じゅうの人が早起きになった,町の外れの工房が百年前の木の時計を直したらうるさいだろうな〜と思ってたけど町じゅうの人が早起きになった",
    "木の時計の直し方入門 ── 町の外れの工房が次の朝から町じゅうの人を起こしてしまったわけのまとめ,木の時計の直し方入門 ──"
        + " 町の外れの工房が次の朝から町じゅうの人を起こしてしまったわけのまとめ",
    "「鳴るわけがないとみんなが言っていました」町の外れの工房が百年前の木の時計を直したら町じゅうの人が早起きになった,町の外れの工房が百年前の木の時計を直したら町じゅうの人が早起きになった",
    "「鳴るわけがないとみんなが言っていました」と話す町の外れの工房の人が直した百年前の木の時計のその後の長い物語,「鳴るわけがないとみんなが言っていました」と話す町の外れの工房の人が直した百年前の木の時計のその後の長い物語",
    "「鳴るわけがないとみんなが言っていました」問題に悩む町の外れの工房が百年前の木の時計を直した話のその後,「鳴るわけがないとみんなが言っていました」問題に悩む町の外れの工房が百年前の木の時計を直した話のその後",
    "町の外れの工房の人にもすぐにわかる時計の直し方はsunset --repair を使って過去の針の位置を戻すことだった,町の外れの工房の人にもすぐにわかる時計の直し方はsunset"
        + " --repair を使って過去の針の位置を戻すことだった",
    "百年前の木の時計が町じゅうの人を朝早くから起こすことになってしまうまで 〜 町の外れの工房の一年の仕事 〜,百年前の木の時計が町じゅうの人を朝早くから起こすことになってしまうまで",
    "町の外れの工房の木の時計の受け付けが一日三つまでに--「手が足りない」と工房の人,町の外れの工房の木の時計の受け付けが一日三つまでに--「手が足りない」と工房の人",
    "百年前の木の時計のまわりに町じゅうの子どもと大人が朝から集まるようになった理由とは…東の町・時計通り,百年前の木の時計のまわりに町じゅうの子どもと大人が朝から集まるようになった理由",
    "町の外れの小さな工房の去年10月〜12月の木の時計の修理の記録と次の年の春までの仕事の見通しのまとめ,町の外れの小さな工房の去年10月〜12月の木の時計の修理の記録と次の年の春までの仕事の見通しのまとめ",
  })
  void saysOfALongTitleWhatItTells(String title, String said) {
    assertThat(Titles.headline(Titles.withoutAnswers(title))).isEqualTo(said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"工房で古い鐘や重い鐘を使って時を知らせるのは、面倒で損しかありません。", "その鐘を使うのは、丈夫で軽いです。"})
  void howSomethingIsTellsNoStoryWithoutIt(String sentence) {
    assertThat(TOPICS.about(sentence, 40)).isEmpty();
  }

  @Test
  void aHeadingInJapaneseStandsForAForeignTitle() {
    List<Block> blocks =
        List.of(
            new Block(Block.Kind.LABEL, 0, "時計はみんな同じではない！木の時計が合う町", 1),
            new Block(Block.Kind.PARAGRAPH, 0, "町により合う時計は異なります。", 2));
    Article article = new Article(1, "Every Clock Is Its Own", "", 1, "", blocks);
    ArticleTitle title =
        new ArticleTitle(article, List.of(), TITLES, TOPICS, WORDING.ear(), Optional.empty());
    assertThat(title.instead()).contains("「時計はみんな同じではない！」という話");
    assertThat(title.recap()).contains("「時計はみんな同じではない！」という話");
  }

  @Test
  void aSentenceThatOnlyPicksOutOrLimitsTellsNoStory() {
    assertThat(recap("時計の音をどう直すか", "時計の音を直すとき、最も悩ましいのが油です。")).isEqualTo("「時計の音をどう直すか」という話");
    assertThat(recap("時計はどこまで静かか", "今年の調べが終わりました。", "もっとも、今の時計の音は十二デシベル程度です。"))
        .isEqualTo("「時計はどこまで静かか」という話");
    assertThat(recap("木の時計の使われ方、町の人の調べ", "大工の四割が、木の時計を仕事で使ったことがあると回答しました。"))
        .isEqualTo("「木の時計の使われ方、町の人の調べ」の話");
    assertThat(recap("箱を早く作るとき", "試しの箱は捨てるために作る。")).isEqualTo("「箱を早く作るとき」の話");
    assertThat(recap("山の工房が古い時計の文字を読み解く", "静かです。")).isEqualTo("「山の工房が古い時計の文字を読み解く」という話");
  }

  @Test
  void aDeedOrAThingInTheTitlesWordsIsToldInsteadOfTheTitle() {
    assertThat(recap("時計がうるさいので油でなんとかした話", "音の苦情が増えました。", "油と布を使った木の時計の直し方を並べた一覧を作りました。"))
        .isEqualTo("油と布を使った木の時計の直し方を並べた一覧を作った話");
    assertThat(recap("木の時計をしずかにしてみた", "「MOKU」は、木の時計の音を和らげる仕組みです。")).contains("仕組み", "「MOKU」の話");
    assertThat(
            recap(
                "見習いが目をかがやかせて「木の箱を作りました！」と言うから「やるじゃないか！」とほめてその場で古い釘で破壊した",
                "ある大工が、見習いが作った木の箱をほめつつも、すぐに古い釘で破壊したという出来事が話題になっています。"))
        .isEqualTo("「見習いが目をかがやかせて「木の箱を作りました！」と言うから「やるじゃないか！」とほめてその場で古い釘で破壊した」という話");
    assertThat(recap("時計が百円だったのは昔のことですよ", "静かです。")).isEqualTo("「時計が百円だったのは昔のことですよ」という話");
    assertThat(recap("木の時計と私", "町の祭りの日取りをまとめました。")).isEqualTo("「木の時計と私」の話");
  }

  @Test
  void tellsInSomeMoreWordsWhatTheTitleNames() {
    assertThat(
            recap(
                "Sunset makes no noise",
                "夕焼け工房は、町でいちばん静かに時を知らせる時計「Sunset」の五年ぶりの新しい型となる試作品を公開しました。"))
        .contains("「Sunset」", "試作品を公開した話");
    assertThat(recap("歯車と雨の季節", "町の歯車は、雨の季節になると重くなるという声があります。")).endsWith("重くなるという話");
  }

  @Test
  void aForeignTitleThatIsOnlyANameIsLeftToItsArticle() {
    String is = "夕焼け工房が提供するSunset Clock Setは、夜の静けさに特化した木の時計の道具群です。";
    ArticleTitle title = title("Sunset Clock Set", "", is);
    assertThat(title.recap()).contains("夜の静けさに特化した木の時計の道具群の話");
    assertThat(title.instead()).contains("夜の静けさに特化した木の時計の道具群の話");
    // Its name has to be said somewhere.
    assertThat(title.tells(point("Sunset Clock Setは、夜の静けさに特化した木の時計の道具群です。"))).isFalse();
  }

  @Test
  void tellsWithWhatSomethingWasDoneWhereTheTitleNamesIt() {
    assertThat(
            recap(
                "Measuring a morning with Sunset",
                "夕焼け工房が作ったとても小さな木の時計「Sunset」を使って、職人組合が町内会館の早朝の静けさを一年間細かく調べました。"))
        .isEqualTo("時計「Sunset」を使って、職人組合が町内会館の早朝の静けさを一年間細かく調べた話");
    assertThat(
            recap(
                "Measuring a morning with Sunset",
                "木の時計「Sunset」を使っていた職人組合が、町内会館の早朝の静けさを新型で一年間細かく調べました。"))
        .doesNotContain("を使って、");
    assertThat(recap("【Sunset Box】新機能「Hari」について", "町の時計「Sunset Box」に、新機能Hariが追加されました。"))
        .isEqualTo("「Sunset Box」に、新機能Hariが追加された話");
    assertThat(recap("Sunsetがうるさいわけがわかったわ", "静かです。")).isEqualTo("「Sunsetがうるさいわけがわかったわ」という話");
  }

  @Test
  void whatNobodyIsToldToHaveAnnouncedWasAnnounced() {
    assertThat(
            recap(
                "Sunset Box", "夕焼け海岸通りの東のはずれにある古い大きな工房は、町内会館の早朝の静けさを守る木の時計『Sunset Box』の新型を公開しました。"))
        .isEqualTo("町内会館の早朝の静けさを守る木の時計『Sunset Box』の新型が公開された話");
  }

  @Test
  void aRewriteKeepsItsWords() {
    Rewrite rewrite =
        new Rewrite(new Rewrite.Origin("a", "b", "c"), "静かな道具群、Sunsetの話", List.of(), "町の時計を公開した話");
    Article article = new Article(1, "Sunset", "", 1, "", List.of());
    ArticleTitle title =
        new ArticleTitle(article, List.of(), TITLES, TOPICS, WORDING.ear(), Optional.of(rewrite));
    assertThat(title.instead()).contains("静かな道具群、Sunsetの話");
    assertThat(title.recap()).contains("町の時計を公開した話");
  }

  @Test
  void aReasonIsNoStoryWithoutWhatItIsTheReasonOf() {
    String sentence = "町の朝がいつも静かなのは、職人が毎晩ていねいに油を差している仕事の習慣が原因では？という説です。";
    assertThat(recap("町の朝が静かな理由", sentence)).isEqualTo("「町の朝が静かな理由」の話");
  }

  @Test
  void tellsOfWhatSomethingCameToBeSo() {
    assertThat(
            recap(
                "Sunset makes no noise",
                "町の人たちの枕もとでいつも小さな音で時を知らせ続けている木の時計「Sunset」の新しい型で、「静音歯車装置」が大きく強化されました。"))
        .isEqualTo("「Sunset」の新しい型で、「静音歯車装置」が大きく強化された話");
  }

  @Test
  void tellsOfTheWholeSentenceThatIsSaidInTwo() {
    assertThat(
            recap(
                "Sunset",
                "夕焼け工房は、長いあいだ町の広場で使われてきたとても古くて大きな木の時計「Sunset」を三か月かけて直し、町の大勢の人たちと一緒に広場のまんなかの高い台の上に戻しました。"))
        .contains("戻した話")
        .doesNotContain("直した話");
  }

  private static Point point(String text) {
    return new Point(text, text, Point.Kind.SENTENCE, 0, 1, -1, -1, "", "", List.of());
  }

  private static String recap(String title, String... sentences) {
    return title(title, "", String.join("", sentences)).recap().orElse("");
  }

  private static ArticleTitle title(String title, String url, String paragraph) {
    List<Block> blocks = List.of(new Block(Block.Kind.PARAGRAPH, 0, paragraph, 1));
    Article article = new Article(1, title, url, 1, "", blocks);
    List<Point> points = Outline.of(article, WORDING.ear(), WORDING.headings());
    return new ArticleTitle(article, points, TITLES, TOPICS, WORDING.ear(), Optional.empty());
  }

  @Test
  void knowsWhatListenersUnderstand() {
    assertThat(Titles.isJapanese("Clockの話")).isTrue();
    assertThat(Titles.isJapanese("A wooden clock, 2.0")).isFalse();
    assertThat(Titles.tells("夕焼け工房が木の時計を公開した話", "夕焼け工房は、木の時計を公開しました。")).isTrue();
  }
}

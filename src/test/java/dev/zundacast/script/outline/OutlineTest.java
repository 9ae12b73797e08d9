package dev.zundacast.script.outline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.episode.Article;
import dev.zundacast.episode.Block;
import dev.zundacast.episode.Block.Kind;
import dev.zundacast.script.Wording;
import dev.zundacast.script.speech.SpeechStyles;
import dev.zundacast.words.Morphology;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutlineTest {
  private static final Path VOICES = Path.of("voices");
  private static final Morphology WORDS = new Morphology();
  private static final Wording WORDING =
      Wording.load(List.of(VOICES), WORDS, new SpeechStyles(List.of(VOICES), WORDS));

  private static List<Point> points(Block... blocks) {
    Article article = new Article(1, "題", "", 1, "", List.of(blocks));
    return Outline.of(article, WORDING.ear(), WORDING.headings());
  }

  private static List<String> said(Block... blocks) {
    return points(blocks).stream()
        .filter(point -> point.kind() != Point.Kind.SILENT)
        .map(Point::text)
        .toList();
  }

  private static Block block(Kind kind, String text) {
    boolean item = kind == Kind.BULLET || kind == Kind.NUMBERED;
    return new Block(kind, item ? 1 : 0, text, 1);
  }

  private static Block inside(String text) {
    return new Block(Kind.PARAGRAPH, 1, text, 1);
  }

  @Test
  void countsTheItemsOfAnAnnouncedList() {
    assertThat(
            said(
                block(Kind.PARAGRAPH, "良い点は以下の2つです。"),
                block(Kind.NUMBERED, "軽さの向上"),
                inside("箱が薄い板で作られています。"),
                block(Kind.NUMBERED, "静かな動作"),
                inside("歯車が木でできています。")))
        .containsExactly("良い点は2つです。", "1つ目は軽さの向上で、箱が薄い板で作られています。", "2つ目は静かな動作で、歯車が木でできています。");
  }

  @Test
  void saysTheProductsThatAnItemNamesAsWhatTheyAre() {
    assertThat(
            said(
                block(Kind.PARAGRAPH, "おすすめは、こうです。"),
                block(Kind.BULLET, "使うツール: Sunset Pro（新しい版）、Moon 2（速い仕事用）。"),
                block(Kind.BULLET, "軽い板: 板を薄く削ると、一日で組めます。")))
        .contains("まずは、使うツールのSunset Pro、Moon 2。");
  }

  @Test
  void doesNothingByWhatAThingIsLike() {
    assertThat(
            said(
                block(Kind.BULLET, "古い箱: 板を薄く削ると、一日で組めます。"),
                block(Kind.BULLET, "圧倒的なパフォーマンス: 古い箱と同じ「かるい板」を使います。"),
                block(Kind.BULLET, "軽い蓋: 蓋を片手で持てます。")))
        .contains("次は、圧倒的なパフォーマンスです。", "古い箱と同じ「かるい板」を使います。");
  }

  @Test
  void leavesOutWhatAnyArticleCouldSayOfItself() {
    assertThat(
            said(
                block(
                    Kind.PARAGRAPH,
                    "特に、木の時計の歯車の直し方や油の差し方など、町の工房で使われている具体的なやり方が紹介されており、新人エンジニアにとっても理解しやすい内容となっています。")))
        .containsExactly("特に、木の時計の歯車の直し方や油の差し方など、町の工房で使われている具体的なやり方が紹介されています。");
  }

  @Test
  void tellsInAStoryWhatWasDone() {
    assertThat(said(block(Kind.PARAGRAPH, "町の祭りに店を出しました。店では、冷たい水を用意。")))
        .containsExactly("町の祭りに店を出しました。", "店では、冷たい水を用意しました。");
    assertThat(said(block(Kind.PARAGRAPH, "町の祭りに店を出しました。水の味は前の年と同等。")))
        .doesNotContain("水の味は前の年と同等しました。");
    assertThat(said(block(Kind.PARAGRAPH, "町の祭りに店を出しました。いまは、次の水を用意。"))).contains("いまは、次の水を用意。");
  }

  @Test
  void countsTheItemsOfWhatIsDivided() {
    assertThat(
            said(
                block(Kind.PARAGRAPH, "時計は大きく2系統に分かれます。"),
                block(Kind.BULLET, "鳩の時計"),
                inside("紙の鳩が鳴きます。"),
                block(Kind.BULLET, "砂の時計"),
                inside("白い砂が落ちます。")))
        .containsExactly("時計は大きく2系統に分かれます。", "1つ目は鳩の時計で、紙の鳩が鳴きます。", "2つ目は砂の時計で、白い砂が落ちます。");
  }

  @Test
  void countsWhatIsDoneWithoutANameThatOnlySaysItTwice() {
    assertThat(
            said(
                block(Kind.PARAGRAPH, "仕事は以下の2つです。"),
                block(Kind.NUMBERED, "木製歯車の交換"),
                inside("古い木製歯車を新しい歯車に交換します。"),
                block(Kind.NUMBERED, "Sunset時計の点検"),
                inside("古い時計を点検します。")))
        .containsExactly("仕事は2つです。", "1つ目に、古い木製歯車を新しい歯車に交換します。", "2つ目はSunset時計の点検で、古い時計を点検します。");
  }

  @Test
  void countsCasesWithWhatIsDoneInThem() {
    assertThat(
            said(
                block(Kind.PARAGRAPH, "直し方は以下の2つです。"),
                block(Kind.NUMBERED, "歯車の歯が一本だけ欠けていて替えの歯車が工房の箱に残っている場合"),
                inside("歯車を取り替えます。"),
                block(Kind.NUMBERED, "文字盤が日に焼けている場合"),
                inside("白く塗ります。")))
        .containsExactly(
            "直し方は2つです。",
            "1つ目に、歯車の歯が一本だけ欠けていて替えの歯車が工房の箱に残っているときは、歯車を取り替えます。",
            "2つ目に、文字盤が日に焼けているときは、白く塗ります。");
  }

  @Test
  void saysAnItemsNameAloneWhereItsSentenceHasATopicOfItsOwn() {
    assertThat(
            said(
                block(Kind.PARAGRAPH, "良い点は以下の2つです。"),
                block(Kind.NUMBERED, "軽さ"),
                inside("これまでの箱は厚い板で作られていました。"),
                block(Kind.NUMBERED, "木の時計の静かな動作"),
                inside("これは、歯車が木でできているからです。")))
        .containsExactly(
            "良い点は2つです。",
            "1つ目は、軽さです。",
            "これまでの箱は厚い板で作られていました。",
            "2つ目は、木の時計の静かな動作です。",
            "これは、歯車が木でできているからです。");
  }

  @Test
  void whatSomethingIsLikeDoesNothing() {
    assertThat(
            said(
                block(Kind.PARAGRAPH, "猫が好きな箱には、以下の2つの点があります。"),
                block(Kind.NUMBERED, "部品の探しやすさ"),
                inside("暗い場所に置いた部品を嫌います。"),
                block(Kind.NUMBERED, "蓋の軽さ"),
                inside("蓋が3kgから300gになりました。")))
        .contains("1つ目は、部品の探しやすさです。", "暗い場所に置いた部品を嫌います。", "2つ目は蓋の軽さで、蓋が3kgから300gになりました。");
  }

  @Test
  void tellsOfTheOnlyItemOfAListWithoutBeginningToCount() {
    assertThat(
            said(
                block(Kind.NUMBERED, "木の時計の静かな動作"),
                inside("これは、歯車が木でできているからです。"),
                block(Kind.HEADING, "箱の作り方"),
                block(Kind.BULLET, "薄い板が最高の材料"),
                inside("工房の調べによると、箱は軽くなりました。")))
        .contains("木の時計の静かな動作の話です。", "薄い板が最高の材料だという話です。", "工房の調べによると、箱は軽くなりました。");
  }

  @Test
  void namesAnItemAsWhatSomebodyMadeOfIt() {
    assertThat(
            said(
                block(Kind.BULLET, "Hagurum"),
                inside("夕焼け工房が作る、木の歯車で動く新しい時計です。"),
                block(Kind.BULLET, "Nejimak"),
                inside("隣の工房が開発。")))
        .containsExactly("Hagurumは、夕焼け工房が作る、木の歯車で動く新しい時計です。", "Nejimakは、隣の工房が開発。");
  }

  @Test
  void saysAnItemsNameAloneWhereSomebodyElseTellsOfIt() {
    assertThat(
            said(
                block(Kind.BULLET, "古い時計の欠点"),
                inside("工房の調べによると、箱にはすき間があります。"),
                block(Kind.BULLET, "軽い作り"),
                inside("箱を薄い板で作ります。")))
        .containsExactly("まずは、古い時計の欠点です。", "工房の調べによると、箱にはすき間があります。", "次は軽い作りで、箱を薄い板で作ります。");
  }

  @Test
  void saysThatItIsSoWhereAnItemsNameTellsWhatSomethingIsLike() {
    assertThat(
            said(
                block(Kind.PARAGRAPH, "良い点は以下の2つです。"),
                block(Kind.NUMBERED, "簡単"),
                inside("この箱は誰でも開けられます。"),
                block(Kind.NUMBERED, "音の柔軟"),
                inside("この鐘は高くも鳴ります。")))
        .contains("1つ目は、簡単なことです。", "2つ目は、音の柔軟です。");
  }

  @Test
  void tellsWhatIsDoneUnderTheNameThatAnItemGivesIt() {
    assertThat(said(block(Kind.NUMBERED, "やすりがけ：木の箱を磨く"), inside("目の細かい紙を使います。")))
        .containsExactly("やすりがけは、木の箱を磨くことです。", "目の細かい紙を使います。");
  }

  @Test
  void saysOfAnItemWhatIsNewBeforeHowItWas() {
    List<Point> points =
        points(
            block(Kind.PARAGRAPH, "良い点は以下の2つです。"),
            block(Kind.NUMBERED, "静かな動作"),
            inside("鉄の歯車は、音を小さくするのが大変です。新しい時計は、木の歯車で静かに動きます。"),
            block(Kind.NUMBERED, "軽さの向上"),
            inside("箱が薄い板で作られています。"));
    int list = points.get(0).unit();
    assertThat(points)
        .filteredOn(point -> point.unit() == list)
        .extracting(Point::text)
        .containsExactly(
            "良い点は2つです。", "1つ目は、静かな動作です。", "新しい時計は、木の歯車で静かに動きます。", "2つ目は軽さの向上で、箱が薄い板で作られています。");
  }

  @Test
  void saysWhatSomethingIsWithItsNameAlsoWhereSomebodyMadeIt() {
    assertThat(
            said(
                block(Kind.BULLET, "「Sunset」"),
                inside("工房が作った置き時計です。"),
                block(Kind.BULLET, "「Moon」"),
                inside("町で作られた目覚まし時計です。")))
        .containsExactly("「Sunset」は、工房が作った置き時計です。", "「Moon」は、町で作られた目覚まし時計です。");
  }

  @Test
  void aListBelowAQuestionNeedsItsAnswer() {
    List<Point> points =
        points(
            block(Kind.LABEL, "木の時計とは？"),
            block(Kind.PARAGRAPH, "木だけで動く時計です。"),
            block(Kind.BULLET, "得意なこと"),
            inside("夜も静かに動きます。"),
            block(Kind.BULLET, "苦手なこと"),
            inside("雨の日は遅れます。"));
    int answer = points.get(1).unit();
    assertThat(points.subList(2, points.size()))
        .filteredOn(point -> point.kind() == Point.Kind.SENTENCE)
        .isNotEmpty()
        .allMatch(point -> point.needs() == answer);
  }

  @Test
  void whatAThingIsLikeIsANoun() {
    assertThat(
            said(
                block(Kind.PARAGRAPH, "良い点は以下の2つです。"),
                block(Kind.NUMBERED, "歯車の作りやすさ"),
                inside("木は刃物で切れます。"),
                block(Kind.NUMBERED, "静かな動作"),
                inside("歯車が木でできています。")))
        .contains("1つ目は、歯車の作りやすさです。");
  }

  @Test
  void ofAHeadingWithACallTheRestIsSaid() {
    Block text = block(Kind.PARAGRAPH, "歯車は木で作ります。");
    Block heading = block(Kind.HEADING, "鉄はうるさい！静かな町に木の時計が合う理由");
    assertThat(said(text, heading, block(Kind.PARAGRAPH, "木は音を吸います。")).get(1))
        .contains("静かな町に木の時計が合う理由")
        .doesNotContain("！");
  }

  @Test
  void countsNothingThatNobodyAnnounced() {
    assertThat(
            said(
                block(Kind.PARAGRAPH, "工房の時計は音が静かです。"),
                block(Kind.NUMBERED, "軽さの向上"),
                inside("箱が薄い板で作られています。"),
                block(Kind.NUMBERED, "静かな動作"),
                inside("歯車が木でできています。")))
        .containsExactly("工房の時計は音が静かです。", "まずは軽さの向上で、箱が薄い板で作られています。", "次は静かな動作で、歯車が木でできています。");
  }

  @Test
  void saysOfWhatCanBeDoneThatItCan() {
    assertThat(
            said(
                block(Kind.PARAGRAPH, "良い点は以下の2つです。"),
                block(Kind.NUMBERED, "分解可能"),
                inside("これは、ねじのおかげです。"),
                block(Kind.NUMBERED, "静かな動作"),
                inside("これは、木のおかげです。")))
        .contains("1つ目は、分解できることです。");
    assertThat(
            said(
                block(Kind.PARAGRAPH, "良い点は以下の2つです。"),
                block(Kind.NUMBERED, "安全"),
                inside("角を丸く削ります。"),
                block(Kind.NUMBERED, "静かな動作"),
                inside("歯車を木で作ります。")))
        .containsExactly("良い点は2つです。", "1つ目は、安全なことです。", "角を丸く削ります。", "2つ目は静かな動作で、歯車を木で作ります。");
  }

  @Test
  void namesNothingTwice() {
    assertThat(
            said(
                block(Kind.PARAGRAPH, "良い点は以下の2つです。"),
                block(Kind.NUMBERED, "木の時計の歯車の動き"),
                inside("木の時計の歯車が油で静かに動きます。"),
                block(Kind.NUMBERED, "軽さの向上"),
                inside("箱が薄い板で作られています。")))
        .containsExactly("良い点は2つです。", "1つ目に、木の時計の歯車が油で静かに動きます。", "2つ目は軽さの向上で、箱が薄い板で作られています。");
  }

  @Test
  void saysADeedThatNamesAnItemAsADeed() {
    assertThat(
            said(
                block(Kind.PARAGRAPH, "コツは以下の4つです。"),
                block(Kind.NUMBERED, "知恵を帳面に整理"),
                inside("これは、忘れないためです。"),
                block(Kind.NUMBERED, "新しい箱は木の棚に保管"),
                inside("これは、曲がらないためです。"),
                block(Kind.NUMBERED, "検品：傷を毎朝チェック"),
                inside("これは、速く見つけるためです。"),
                block(Kind.NUMBERED, "丈夫な板"),
                inside("工房で、板を三枚重ねます。")))
        .containsExactly(
            "コツは4つです。",
            "1つ目は、知恵を帳面に整理することです。",
            "これは、忘れないためです。",
            "2つ目は、新しい箱は木の棚に保管するということです。",
            "これは、曲がらないためです。",
            "3つ目は、検品、傷を毎朝チェックすることです。",
            "これは、速く見つけるためです。",
            "4つ目は、丈夫な板です。",
            "工房で、板を三枚重ねます。");
  }

  @Test
  void countsSentencesAmongTheNamesOfAnAnnouncedList() {
    assertThat(
            said(
                block(Kind.PARAGRAPH, "コツは以下の2つです。"),
                block(Kind.BULLET, "薄い板の利用"),
                block(Kind.BULLET, "歯車には油を差します")))
        .containsExactly("コツは2つです。", "1つ目は、薄い板の利用です。", "2つ目に、歯車には油を差します。");
  }

  @Test
  void countsWhatWasDoneAndNotWhoDoesIt() {
    assertThat(
            said(
                block(Kind.PARAGRAPH, "よくある失敗は以下の2つです。"),
                block(Kind.NUMBERED, "油を差さない"),
                block(Kind.NUMBERED, "濡れた布で拭く（冬はとくに危ない）")))
        .containsExactly("よくある失敗は2つです。", "1つ目は、油を差さないことです。", "2つ目は、濡れた布で拭くことです。");
    assertThat(
            said(
                block(Kind.PARAGRAPH, "手順は以下の2つです。"),
                block(Kind.NUMBERED, "油を差す"),
                block(Kind.NUMBERED, "布で拭く")))
        .containsExactly("手順は2つです。", "まず、油を差す。", "次に、布で拭く。");
  }

  @Test
  void anItemThatSaysSomethingIsASentence() {
    assertThat(
            said(
                block(Kind.BULLET, "ねじが小さいので手入れが簡単"),
                block(Kind.BULLET, "十二年より長く使い続けられる"),
                block(Kind.BULLET, "重いものを運ぶ人にも扱える仕組み")))
        .containsExactly("ねじが小さいので手入れが簡単です。", "十二年より長く使い続けられる。", "重いものを運ぶ人にも扱える仕組みです。");
    assertThat(
            said(
                block(Kind.BULLET, "とても古い歯車の代わりに新しい板が必須に"),
                block(Kind.BULLET, "夜の見回りには二人の立ち会いを必須に")))
        .containsExactly("とても古い歯車の代わりに新しい板が必須になりました。", "夜の見回りには二人の立ち会いを必須にします。");
  }

  @Test
  void aLabelsWordsAreASentenceWhereTheySaySomething() {
    assertThat(
            said(
                block(Kind.BULLET, "軽さ：箱の重さは十二グラム程度"),
                block(Kind.BULLET, "静けさ：夜の音を箱で処理"),
                block(Kind.BULLET, "目的：夜の音を改善")))
        .containsExactly("まずは、軽さです。", "箱の重さは十二グラム程度です。", "次は静けさで、夜の音を箱で処理。", "目的は、夜の音を改善することです。");
  }

  @Test
  void rowsWithLabelsAreAList() {
    assertThat(
            said(
                block(Kind.PARAGRAPH, "文字盤：白い板を丸く切って作ります。"),
                block(Kind.PARAGRAPH, "歯車：固い木を削って作ります。かみ合わせが大事です。"),
                block(Kind.PARAGRAPH, "町の人はこれを気に入っています。")))
        .containsExactly(
            "まずは文字盤で、白い板を丸く切って作ります。", "次は歯車で、固い木を削って作ります。", "かみ合わせが大事です。", "町の人はこれを気に入っています。");
    assertThat(
            said(
                block(Kind.PARAGRAPH, "背景：時計の音がうるさいという声がありました。"),
                block(Kind.PARAGRAPH, "目的：音を小さくしたいと考えました。"),
                block(Kind.PARAGRAPH, "結果：音は半分になりました。")))
        .containsExactly(
            "まずは、背景からです。",
            "時計の音がうるさいという声がありました。",
            "次は、目的です。",
            "音を小さくしたいと考えました。",
            "結果は、こうです。",
            "音は半分になりました。");
    assertThat(
            said(block(Kind.PARAGRAPH, "大工：「歯車が一つ足りません」"), block(Kind.PARAGRAPH, "弟子：「ここにあります」")))
        .containsExactly("大工：「歯車が一つ足りません」です。", "弟子：「ここにあります」です。");
  }

  @Test
  void saysALabelWithItsFigure() {
    assertThat(
            said(
                block(Kind.PARAGRAPH, "結果は以下の通りです。"),
                block(Kind.BULLET, "古い歯車：2.7倍"),
                block(Kind.BULLET, "丸い文字盤：1.4倍")))
        .containsExactly("結果は、こうです。", "古い歯車は、2.7倍です。", "丸い文字盤は、1.4倍です。");
  }

  @Test
  void tellsStepsOneAfterTheOther() {
    assertThat(
            said(
                block(Kind.HEADING, "全体の流れ"),
                block(Kind.NUMBERED, "朝の八時に札を起動"),
                block(Kind.NUMBERED, "Step 2: 歯車の状態を小さな紙に記録"),
                block(Kind.NUMBERED, "針の向きを親方へ連絡")))
        .containsExactly("まずは、全体像です。", "まず、朝の八時に札を起動。", "次に、歯車の状態を小さな紙に記録。", "最後に、針の向きを親方へ連絡。");
    assertThat(
            said(
                block(Kind.BULLET, "Step 1"),
                inside("札を起動します。"),
                block(Kind.BULLET, "Step 2"),
                inside("針を見ます。")))
        .containsExactly("札を起動します。", "針を見ます。");
  }

  @Test
  void saysWhatAnItemAsksForAsItIs() {
    assertThat(
            said(
                block(Kind.HEADING, "注意点"),
                block(Kind.BULLET, "夜の工房では明るい灯を長いあいだ消さないこと"),
                block(Kind.BULLET, "針の先には決して素手で触れないこと（とても鋭い！）")))
        .containsExactly(
            "気をつけたいこともあります。", "まずは、夜の工房では明るい灯を長いあいだ消さないことです。", "次は、針の先には決して素手で触れないことです。");
  }

  @Test
  void endsTheSentenceThatAListIsAPartOf() {
    assertThat(
            said(
                block(Kind.PARAGRAPH, "工房は再発防止策として、"),
                block(Kind.BULLET, "夜の灯を消す前に針の向きを確かめる"),
                block(Kind.BULLET, "歯車の数を紙に書いておく"),
                block(Kind.PARAGRAPH, "を挙げています。客には代金を返します。")))
        .containsExactly(
            "再発防止策は、こうです。", "1つ目は、夜の灯を消す前に針の向きを確かめることです。", "2つ目は、歯車の数を紙に書いておくことです。", "客には代金を返します。");
  }

  @Test
  void saysEachSentenceOfAListInsideAnItem() {
    Block inner = new Block(Kind.BULLET, 2, "夜のあいだも動き、灯を消しても鐘が継続", 1);
    Block second = new Block(Kind.BULLET, 2, "針の向きの狂いを修正", 1);
    assertThat(said(block(Kind.BULLET, "見張りの箱"), inner, second, block(Kind.BULLET, "見張りの札")))
        .contains("夜のあいだも動き、灯を消しても鐘が継続。", "針の向きの狂いを修正。");
  }

  @Test
  void itemsWithATopicAreSentences() {
    assertThat(
            said(
                block(Kind.HEADING, "注意点"),
                block(Kind.NUMBERED, "町で使われる古い歯車の一部は未対応"),
                block(Kind.NUMBERED, "新しい板は一週間遅れでの提供")))
        .containsExactly("気をつけたいこともあります。", "まず、町で使われる古い歯車の一部は未対応です。", "次に、新しい板は一週間遅れでの提供です。");
    assertThat(
            said(
                block(Kind.NUMBERED, "「なぜ鳴るのですか？」"),
                inside("理由は箱の中にあります。"),
                block(Kind.NUMBERED, "「いつ鳴りますか？」"),
                inside("朝ごとに鳴ります。")))
        .startsWith("まずは、「なぜ鳴るのですか？」です。", "理由は箱の中にあります。");
  }

  @Test
  void aPictureBeforeAHeadingIsNoWordOfIt() {
    assertThat(said(block(Kind.HEADING, "💰 料金"), block(Kind.PARAGRAPH, "無料です。")))
        .containsExactly("値段の話です。", "無料です。");
  }

  @Test
  void anEnglishSentenceKeepsItsEnd() {
    assertThat(said(block(Kind.PARAGRAPH, "A clock is not a box. そう言うのは大工です。")))
        .contains("A clock is not a box.");
  }

  @Test
  void saysWhatAListInTheMiddleOfASentenceBelongsTo() {
    assertThat(
            said(
                block(Kind.PARAGRAPH, "新しい箱には、"),
                block(Kind.BULLET, "油の瓶"),
                block(Kind.BULLET, "木のねじ"),
                block(Kind.PARAGRAPH, "が用意されるため、すぐに始められます。")))
        .containsExactly("新しい箱には、次のものがあります。", "油の瓶、木のねじです。", "これらが用意されるため、すぐに始められます。");
  }

  @Test
  void saysNeitherWhoAsksNorWhoAnswers() {
    assertThat(
            said(
                block(Kind.PARAGRAPH, "Q：鐘を鳴らすのにかかる時間は？"),
                block(Kind.PARAGRAPH, "A：約三分です。紐を引きます。"),
                block(Kind.PARAGRAPH, "「紐は切れません。本当です」")))
        .containsExactly("鐘を鳴らすのにかかる時間は？", "約三分です。", "紐を引きます。", "「紐は切れません。本当です」。");
  }

  @Test
  void saysNoRowOfSigns() {
    assertThat(
            said(
                block(Kind.PARAGRAPH, "^([a-z]+)*@example$"),
                block(Kind.PARAGRAPH, "A small clock")))
        .containsExactly("A small clockです。");
  }

  @Test
  void announcesAListOnce() {
    assertThat(
            said(
                block(Kind.PARAGRAPH, "主な変更点は次の通りです。"),
                block(Kind.HEADING, "新しい部品"),
                block(Kind.BULLET, "薄い板をていねいに磨く道具の箱"),
                block(Kind.BULLET, "丈夫な歯車をそろえる道具の箱")))
        .containsExactly("新しい部品は、薄い板をていねいに磨く道具の箱、丈夫な歯車をそろえる道具の箱です。");
  }

  @Test
  void endsWordsThatAListWouldEnd() {
    assertThat(
            said(
                block(Kind.PARAGRAPH, "裏側では、"),
                block(Kind.BULLET, "薄い板をていねいに磨く作業の手伝い"),
                block(Kind.BULLET, "丈夫な歯車をそろえる作業の手伝い"),
                block(Kind.PARAGRAPH, "などに使います。")))
        .containsExactly("裏側では、こうです。", "1つ目は、薄い板をていねいに磨く作業の手伝いです。", "2つ目は、丈夫な歯車をそろえる作業の手伝いです。");
  }

  @Test
  void saysAnItemsNameAsWhatItsSentenceIsAbout() {
    assertThat(
            said(
                block(Kind.BULLET, "とびら"),
                inside("部屋を静かに仕切る板です。"),
                block(Kind.BULLET, "まど"),
                inside("光を部屋へ通すガラスです。")))
        .containsExactly("とびらは、部屋を静かに仕切る板です。", "まどは、光を部屋へ通すガラスです。");
    assertThat(said(block(Kind.BULLET, "目的：部屋を明るく照らす"), block(Kind.BULLET, "色：赤と青")))
        .containsExactly("目的は、部屋を明るく照らすことです。", "色は、赤と青です。");
  }

  @Test
  void joinsNamesToOneSentence() {
    assertThat(
            said(
                block(Kind.PARAGRAPH, "材料は以下の通りです："),
                block(Kind.BULLET, "木の板"),
                block(Kind.BULLET, "紙"),
                block(Kind.BULLET, "のり")))
        .containsExactly("材料は、木の板、紙、のりです。");
  }

  @Test
  void countsAListToItsEnd() {
    assertThat(
            said(
                block(Kind.PARAGRAPH, "部品は以下の2つです。"),
                block(Kind.BULLET, "歯車：音がしません。木でできています。"),
                block(Kind.BULLET, "振り子：長さを変えられます。")))
        .anyMatch(it -> it.startsWith("2つ目は"));
  }

  @Test
  void joinsNamesThatAreExplainedInBrackets() {
    assertThat(
            said(
                block(Kind.PARAGRAPH, "材料は以下の通りです："),
                block(Kind.NUMBERED, "木の板（乾かしてから、薄く削って使うもの）"),
                block(Kind.NUMBERED, "紙（色はどれでもかまいません）")))
        .containsExactly("材料は、木の板、紙です。");
  }

  @Test
  void leavesWhatFollowsALongerListAlone() {
    assertThat(
            said(
                block(Kind.BULLET, "赤い紐"),
                block(Kind.BULLET, "青い紐"),
                block(Kind.PARAGRAPH, "色は選べます。")))
        .containsExactly("赤い紐、青い紐です。", "色は選べます。");
  }

  @Test
  void namesBelowASentenceThatDoesNotAnnounceThemAreWhatItMeans() {
    assertThat(
            said(
                block(Kind.PARAGRAPH, "色は店で選べます。"),
                block(Kind.BULLET, "赤い紐"),
                block(Kind.BULLET, "青い紐")))
        .containsExactly("色は店で選べます。", "具体的には、赤い紐、青い紐です。");
  }

  @Test
  void aStepIsWhatIsDoneWithoutANameThatSaysItTwice() {
    assertThat(
            said(
                block(Kind.HEADING, "手順"),
                block(Kind.BULLET, "準備"),
                inside("板と釘を用意。"),
                block(Kind.BULLET, "Hakoの導入"),
                inside("台の上にHakoを置きます。")))
        .containsExactly("やり方は、こうです。", "まずは、準備です。", "板と釘を用意します。", "次に、台の上にHakoを置きます。");
  }

  @Test
  void tellsOfAnItemsNameWhoseItIsAndWhatItMeans() {
    assertThat(
            said(
                block(Kind.PARAGRAPH, "良い点は以下の3つです。"),
                block(Kind.NUMBERED, "蓋の直し方（林さん）"),
                inside("薄い板で直します。"),
                block(Kind.NUMBERED, "Rasp（木のやすり）"),
                inside("歯車が木でできています。"),
                block(Kind.NUMBERED, "Sawの選び方"),
                inside("大きさの決め方など。")))
        .containsExactly(
            "良い点は3つです。",
            "1つ目は林さんの蓋の直し方で、薄い板で直します。",
            "2つ目はRasp、つまり木のやすりで、歯車が木でできています。",
            "3つ目はSawの選び方で、大きさの決め方などです。");
  }

  @Test
  void quotesAnItemThatLacksItsVerbAndJoinsNoPlaceToWhatIsDone() {
    assertThat(
            said(
                block(Kind.PARAGRAPH, "良い点は以下の2つです。"),
                block(Kind.NUMBERED, "小さな箱から大きな箱へ"),
                inside("板を足します。"),
                block(Kind.NUMBERED, "広い仕事の現場"),
                inside("薄い板で直します。")))
        .containsExactly(
            "良い点は2つです。", "1つ目は、「小さな箱から大きな箱へ」です。", "板を足します。", "2つ目は、広い仕事の現場です。", "薄い板で直します。");
  }

  @Test
  void joinsNoPlaceOrMeansToASentenceWithOneOfItsOwn() {
    assertThat(
            said(
                block(Kind.PARAGRAPH, "良い点は以下の2つです。"),
                block(Kind.NUMBERED, "使う場所"),
                inside("職人が油と布を渡します。"),
                block(Kind.NUMBERED, "部品の分離"),
                inside("木の道具で部品を分けます。")))
        .containsExactly(
            "良い点は2つです。", "1つ目は、使う場所です。", "職人が油と布を渡します。", "2つ目は、部品の分離です。", "木の道具で部品を分けます。");
  }

  @Test
  void hintsAreCountedAndNoSteps() {
    assertThat(
            said(
                block(Kind.PARAGRAPH, "静かに直すコツは以下の2点です。"),
                block(Kind.NUMBERED, "板に薄い油を差す。"),
                block(Kind.NUMBERED, "朝に前もって順番を決める。")))
        .containsExactly("静かに直すコツは2点です。", "1つ目は、板に薄い油を差すことです。", "2つ目は、朝に前もって順番を決めることです。");
    assertThat(
            said(
                block(Kind.PARAGRAPH, "直す手順は以下の2つです。"),
                block(Kind.NUMBERED, "板に薄い油を差す。"),
                block(Kind.NUMBERED, "朝に前もって順番を決める。")))
        .contains("まず、板に薄い油を差す。");
    assertThat(
            said(
                block(Kind.PARAGRAPH, "静かに直すコツは以下の2点です。"),
                block(Kind.NUMBERED, "板に薄い油を差しましょう。"),
                block(Kind.NUMBERED, "布で拭きましょう。")))
        .contains("まず、板に薄い油を差しましょう。");
  }

  @Test
  void claimsNothingThatSomebodyElseHasMade() {
    assertThat(said(block(Kind.PARAGRAPH, "古い箱を使った時計を自作。音が静かです。")))
        .containsExactly("古い箱を使った時計を自作した話です。", "音が静かです。");
  }

  @Test
  void leadsToAListByWhatItIsMadeOf() {
    Block text = block(Kind.PARAGRAPH, "歯車は木で作ります。");
    assertThat(
            said(
                text,
                block(Kind.HEADING, "箱の値段と届け方"),
                block(Kind.BULLET, "一つ百円です。"),
                block(Kind.BULLET, "船で届きます。")))
        .contains("箱の値段と届け方の話です。");
    assertThat(
            said(
                text,
                block(Kind.HEADING, "箱の特徴"),
                block(Kind.BULLET, "一つ百円です。"),
                block(Kind.BULLET, "船で届きます。")))
        .contains("箱の特徴は、こうです。");
    assertThat(said(text, block(Kind.HEADING, "箱を動かす3つの歯車"), block(Kind.PARAGRAPH, "木の歯車です。")))
        .anyMatch(it -> it.contains("箱を動かす歯車"));
  }

  @Test
  void explainsNothingBeforeWhatGoesOnAtTheSameTime() {
    assertThat(
            said(block(Kind.PARAGRAPH, "工房の話です。箱が届きます。ハーネス（細かく磨いて油を塗ってから組むこと）を配ります。同時に、蓋も届きます。")))
        .contains("ハーネスを配ります。", "同時に、蓋も届きます。")
        .noneMatch(it -> it.contains("とは"));
  }

  @Test
  void makesSentencesOfHeadings() {
    Block text = block(Kind.PARAGRAPH, "歯車は木で作ります。");
    assertThat(said(text, block(Kind.HEADING, "1. 静かに動く理由"), block(Kind.PARAGRAPH, "木は音を吸います。")))
        .containsExactly("歯車は木で作ります。", "さて、静かに動く理由の話です。", "木は音を吸います。");
    assertThat(
            said(text, block(Kind.HEADING, "鐘の音も静かに"), block(Kind.PARAGRAPH, "木は音を吸います。")).get(1))
        .contains("鐘の音も静かになる話");
    assertThat(
            said(text, block(Kind.HEADING, "鐘の直し方：三つの道具"), block(Kind.PARAGRAPH, "木は音を吸います。"))
                .get(1))
        .contains("鐘の直し方の");
    assertThat(
            said(text, block(Kind.HEADING, "ポイント2：鐘の直し方"), block(Kind.PARAGRAPH, "木は音を吸います。"))
                .get(1))
        .contains("鐘の直し方の");
    assertThat(said(text, block(Kind.HEADING, "鐘の音が激減"), block(Kind.PARAGRAPH, "木は音を吸います。")).get(1))
        .contains("鐘の音が激減する話");
    assertThat(
            said(text, block(Kind.HEADING, "工房ができる対策"), block(Kind.PARAGRAPH, "木は音を吸います。")).get(1))
        .contains("工房ができる対策")
        .doesNotContain("という");
    assertThat(
            said(text, block(Kind.HEADING, "静かな時計の町へ"), block(Kind.PARAGRAPH, "木は音を吸います。")).get(1))
        .contains("静かな時計の町へ向かう話");
    assertThat(said(text, block(Kind.HEADING, "まとめ"), block(Kind.PARAGRAPH, "音の小さな時計です。")))
        .containsExactly("歯車は木で作ります。", "音の小さな時計です。");
    assertThat(said(text, block(Kind.HEADING, "なぜ木を使うのか"), block(Kind.PARAGRAPH, "音が小さくなります。")))
        .contains("なぜ木を使うのか？");
    assertThat(said(text, block(Kind.HEADING, "背景：なぜ木を使うのか"), block(Kind.PARAGRAPH, "音が小さくなります。")))
        .contains("なぜ木を使うのか？");
    assertThat(points(text, block(Kind.LABEL, "木の歯車の利点"), block(Kind.PARAGRAPH, "木の歯車には利点があります。")))
        .filteredOn(point -> point.kind().isHead())
        .extracting(Point::kind)
        .containsExactly(Point.Kind.COVERED);
  }

  @Test
  void tellsOfWhatAHeadingSaysAndLooksOnlyAtThings() {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      blocks.add(block(Kind.HEADING, i + 1 + ". 棚の中で「箱」がするする動く"));
      blocks.add(block(Kind.PARAGRAPH, "木は音を吸います。"));
    }
    assertThat(said(blocks.toArray(Block[]::new)))
        .filteredOn(it -> it.contains("「箱」"))
        .hasSize(6)
        .allMatch(it -> it.endsWith("動く話です。"));
  }

  @Test
  void givesEachPointASourceOfItsOwn() {
    Block same = block(Kind.PARAGRAPH, "同じです。同じです。");
    assertThat(points(same, same)).extracting(Point::source).doesNotHaveDuplicates().hasSize(4);
  }
}

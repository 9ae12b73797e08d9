package dev.zundacast.script.outline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SelectionTest {
  private static final List<Point> POINTS =
      List.of(
          sentence(1, 0, "箱の話です。"),
          sentence(2, 0, "空は青いです。"),
          head(3, 1, "次は、中身です。"),
          sentence(4, 1, "中身は12個で、重さは3kgに減りました。"),
          sentence(5, 1, "これは前の半分です。"),
          head(6, 2, "続いて、余談の話です。"),
          sentence(7, 2, "ちなみに、犬がいます。"));

  private static Point sentence(int unit, int paragraph, String text) {
    return new Point(text, text, Point.Kind.SENTENCE, paragraph, unit, -1, -1, "", "", List.of());
  }

  private static Point heard(int unit, String source, String text) {
    return new Point(source, text, Point.Kind.SENTENCE, 0, unit, -1, -1, "", "", List.of());
  }

  private static Point head(int unit, int paragraph, String text) {
    return new Point(text, text, Point.Kind.HEAD, paragraph, unit, -1, -1, "", "", List.of());
  }

  private static List<String> said(List<Point> points, int limit, double time) {
    return Selection.choose(points, limit, time, point -> 4, new HashSet<>()).said().stream()
        .mapToObj(i -> points.get(i).text())
        .toList();
  }

  @Test
  void beginsWithTheFirstSentenceAndTakesWhatTellsMost() {
    assertThat(said(POINTS, 99, 4)).containsExactly("箱の話です。");
    assertThat(said(POINTS, 99, 8)).containsExactly("箱の話です。", "次は、中身です。", "中身は12個で、重さは3kgに減りました。");
    assertThat(said(POINTS, 99, 1000)).hasSize(POINTS.size());
    assertThat(said(POINTS, 2, 1000)).hasSize(3);
  }

  @Test
  void bringsAlongTheSentenceThatAnotherLeansOn() {
    List<Point> points =
        List.of(
            sentence(1, 0, "箱の話です。"),
            sentence(2, 0, "中身は木です。"),
            sentence(3, 0, "これは3kgで、前より5割軽くなり、値段も300円に減りました。"));
    List<String> said = said(points, 99, 12);
    assertThat(said).hasSize(3);
    assertThat(said(points, 99, 8)).containsExactly("箱の話です。", "中身は木です。");
  }

  @Test
  void tellsOnlyOnceWhatANameStandsFor() {
    List<Point> points =
        List.of(
            sentence(1, 0, "Hakoは、町が配る、音を消すための新しい道具です。"),
            sentence(2, 0, "Hakoは、夜の静けさを目的とした、町の職人の技を使った新しい道具です。"),
            sentence(3, 0, "Hakoは、箱の中で眠る小さな時計です。"),
            sentence(4, 0, "Hakoは、朝の油差しが必要です。"),
            sentence(5, 0, "Hakoは、夜の掃除も必要です。"));
    assertThat(said(points, 99, 1000)).hasSize(4).doesNotContain(points.get(1).text());
  }

  @Test
  void whatOnlyNamesSomethingIsSaidWithWhatIsToldOfIt() {
    for (String named :
        List.of(
            "新しい時計が3つの町で300円で手に入るわけではありません。",
            "新しい時計を3つの町で300円の板と比較しました。",
            "300円の新しい時計の朝を3つの板で支えるのが「Hako」です。",
            "新しい300円の箱では、「弟子箱」という考え方が3人に役立ちます。")) {
      List<Point> points =
          List.of(sentence(1, 0, "箱の話です。"), sentence(2, 0, named), sentence(3, 0, "その結果、板が集まります。"));
      assertThat(said(points, 99, 8)).doesNotContain(named);
      assertThat(said(points, 99, 12)).hasSize(3);
    }
    Point plain = heard(2, "3つの新しい時計が300円で町を起こす。", "3つの新しい時計が300円で町を起こします。");
    List<Point> points = List.of(sentence(1, 0, "箱の話です。"), plain, sentence(3, 0, "そんな朝が来ます。"));
    assertThat(said(points, 99, 8)).doesNotContain(plain.text());
    assertThat(said(points, 99, 12)).hasSize(3);
  }

  @Test
  void whatHasNoSubjectBringsAlongWhatItIsSaidOf() {
    for (String of :
        List.of(
            "重い3つの鐘には300円の油が新しく選ばれる仕組みです。",
            "新しい鐘の重さ3kgを300円で破る良い事例となるでしょう。",
            "料金は、300円で3つの鐘が付きます。")) {
      List<Point> points =
          List.of(sentence(1, 0, "箱の話です。"), sentence(2, 0, "歯車が板を選びます。"), sentence(3, 0, of));
      assertThat(said(points, 99, 8)).doesNotContain(of);
      assertThat(said(points, 99, 12)).hasSize(3);
    }
  }

  @Test
  void takesASentenceOfAnyLength() {
    String endless = "朝を https://example.com/" + "a".repeat(9000) + " から開く仕組みです。";
    List<Point> points = List.of(sentence(1, 0, "箱の話です。"), sentence(2, 0, endless));
    assertThat(said(points, 99, 4)).containsExactly("箱の話です。");
  }

  @Test
  void bringsAlongTheTroubleThatSomethingIsSaidToEnd() {
    List<Point> points =
        List.of(
            sentence(1, 0, "箱の話です。"),
            sentence(2, 0, "蓋が重いです。"),
            sentence(3, 0, "「Sunset」は、この課題を解決し、新しく3kgになり、値段も300円に減りました。"));
    assertThat(said(points, 99, 8)).doesNotContain(points.get(2).text());
    assertThat(said(points, 99, 12)).hasSize(3);
  }

  @Test
  void bringsAlongWhatASentenceWithoutATopicIsAbout() {
    List<Point> points =
        List.of(
            sentence(1, 0, "箱の話です。"),
            sentence(2, 0, "「Sunset」は、蓋の重い木の箱です。"),
            sentence(3, 0, "新しく「かるい板」を使い、重さを3kgに、値段を300円に減らしました。"));
    assertThat(said(points, 99, 8)).containsExactly("箱の話です。", points.get(1).text());
    assertThat(said(points, 99, 12)).hasSize(3);
  }

  @Test
  void bringsAlongWhereSomebodyOrAShortNameIsIntroduced() {
    for (String named :
        List.of(
            "工房のチームは、新しく300円の鍵を3つ使っています。", "HDKは、新しく300円の鍵を3つ使います。", "鍵は、この段階で300円になり、3つ減りました。")) {
      Point introduced = heard(2, "夕焼け工房のチームが「箱の時計」（HDK）を直します。", "夕焼け工房のチームが「箱の時計」を直します。");
      String text = named.startsWith("工房の") ? named.substring(3) : named;
      List<Point> points = List.of(sentence(1, 0, "箱の話です。"), introduced, sentence(3, 0, text));
      assertThat(said(points, 99, 8)).doesNotContain(text);
      assertThat(said(points, 99, 12)).hasSize(3);
    }
  }

  @Test
  void bringsAlongWhatMakesTheNextOnePossible() {
    List<Point> points =
        List.of(
            sentence(1, 0, "箱の話です。"),
            sentence(2, 0, "工房の歯車を使っています。"),
            sentence(3, 0, "これによって、町の時計と箱を直につなぐことができます。"),
            sentence(4, 0, "手で「かるい板」を運ぶ手間を3kg省き、新しく300円に減らします。"));
    assertThat(said(points, 99, 8)).doesNotContain(points.get(3).text());
    assertThat(said(points, 99, 16)).hasSize(4);
  }

  @Test
  void promisesNothingThatDoesNotCome() {
    for (String promise :
        List.of(
            "試験では、驚くべき結果が出ています。", "直し方が三つ紹介されています。", "特に注目したいのは、蓋の軽さです。", "仕事は2つの段階に分かれています。")) {
      List<Point> points =
          List.of(
              sentence(1, 0, "箱の話です。"),
              sentence(2, 0, promise),
              sentence(3, 0, "蓋がとても重い箱も、同じ人が一人で何度でも開けることができたのです。"));
      assertThat(said(points, 99, 8)).doesNotContain(promise);
      assertThat(said(points, 99, 12)).hasSize(3);
    }
  }

  @Test
  void saysWhatSomethingIsBeforeWhatElseIsTold() {
    List<Point> points =
        List.of(
            sentence(1, 0, "箱の話です。"),
            sentence(2, 1, "「Sunset」とは、何でしょうか？"),
            sentence(3, 1, "蓋の軽い箱です。"),
            sentence(4, 2, "箱は、新しく木で作られています。"));
    assertThat(said(points, 99, 12))
        .containsExactly(points.get(0).text(), points.get(1).text(), points.get(2).text());
  }

  @Test
  void bringsAlongWhatAnotherGivesTheReasonOrTheKindOf() {
    for (String leaning :
        List.of(
            "形はいいですが、新しく300円で買える鍵を3つしか持てない点です。",
            "新しい鍵を3つ、300円で買えるためです。",
            "新しい鍵が3つ、300円で買えるからです。")) {
      List<Point> points =
          List.of(
              sentence(1, 0, "箱の話です。"), sentence(2, 0, "でも、蓋の弱みもあります。"), sentence(3, 0, leaning));
      assertThat(said(points, 99, 8)).doesNotContain(leaning);
      assertThat(said(points, 99, 12)).hasSize(3);
    }
  }

  @Test
  void saysWhatStandsForItselfWithoutTheSentenceBeforeIt() {
    for (String own : List.of("新しい特徴は、鍵を3つ持てて300円な点です。", "新しい鍵は3つ、300円で買えるとのことです。")) {
      List<Point> points =
          List.of(sentence(1, 0, "箱の話です。"), sentence(2, 0, "蓋があります。"), sentence(3, 0, own));
      assertThat(said(points, 99, 8)).contains(own).hasSize(2);
    }
  }

  @Test
  void bringsAlongTheSentenceThatAnotherGoesOnWith() {
    List<Point> points =
        List.of(
            sentence(1, 0, "箱の話です。"),
            sentence(2, 0, "中身は木です。"),
            sentence(3, 0, "また、蓋は3kgで、前より5割軽くなり、値段も300円に減りました。"));
    assertThat(said(points, 99, 8)).doesNotContain(points.get(2).text());
    assertThat(said(points, 99, 12)).hasSize(3);
  }

  @Test
  void saysAConcessionWithWhatIsSaidAgainstIt() {
    List<Point> points =
        List.of(
            sentence(1, 0, "箱の話です。"),
            sentence(2, 0, "これまで3種類の箱が12個の新しい鍵で開けられました。"),
            sentence(3, 0, "でも、手間がかかります。"));
    assertThat(said(points, 99, 8)).containsExactly("箱の話です。");
    assertThat(said(points, 99, 12)).hasSize(3);
  }

  @Test
  void tellsFirstOfAllWhatItIs() {
    List<Point> points =
        List.of(
            sentence(1, 0, "箱の話です。"),
            sentence(2, 0, "これは、木の枝や古い紙や糸や布などを朝から晩まで入れておいても、雨や風や雪や日の光にさらされず、ずっと静かに仕事を待つための入れ物です。"),
            sentence(3, 0, "新しい「箱」は3kgで、値段も300円に減りました。"));
    assertThat(said(points, 99, 8)).contains(points.get(1).text());
  }

  @Test
  void namesWhatItTellsOf() {
    List<Point> points =
        List.of(
            sentence(1, 0, "箱の話です。"),
            sentence(2, 0, "蓋は木です。"),
            sentence(3, 0, "2026年に新しく登場したのが「Sunset」です。"),
            sentence(4, 0, "これは、蓋の無い箱です。"));
    assertThat(said(points, 99, 8)).doesNotContain(points.get(2).text());
    assertThat(said(points, 99, 12)).contains(points.get(2).text(), points.get(3).text());
  }

  @Test
  void leadsToNothingThatIsNotRightBelow() {
    List<Point> points =
        List.of(
            sentence(1, 0, "箱の話です。"),
            head(2, 1, "次は、色の話です。"),
            sentence(3, 1, "空は青いです。"),
            sentence(4, 2, "新しい「箱」は3kgで、値段も300円に減りました。"));
    assertThat(said(points, 99, 8)).containsExactly("箱の話です。", points.get(3).text());
    assertThat(said(points, 99, 12)).hasSize(4);
  }

  @Test
  void aHeadingPromisesOnlyWhatIsSaidBelowIt() {
    for (String heading : List.of("木蓋と留金", "今の課題", "これからの展望", "木蓋の制約")) {
      List<Point> points =
          List.of(
              sentence(1, 0, "箱の話です。"),
              new Point(heading, heading, Point.Kind.HEAD, 1, 2, -1, -1, "", "", List.of()),
              sentence(3, 1, "新しい木蓋は3kgで、値段も300円に減りました。"));
      assertThat(said(points, 99, 12)).containsExactly("箱の話です。", points.get(2).text());
    }
    assertThat(HeadingTopics.areMet(head(1, 0, "木蓋とSunset"), "木蓋はSunsetの板です。")).isTrue();
    assertThat(HeadingTopics.areMet(head(1, 0, "木蓋の制約"), "今は北の町でしか使えません。")).isTrue();
    assertThat(HeadingTopics.areMet(head(1, 0, "木蓋の選び方"), "")).isTrue();
  }

  @Test
  void anArticleEndsWithItsLastSentence() {
    List<Point> points =
        List.of(
            sentence(1, 0, "箱の話です。"),
            sentence(2, 0, "蓋は3kgで、値段も300円に減りました。"),
            sentence(3, 1, "空は青いです。"),
            sentence(4, 2, "工房は、来年も箱を作ります。"));
    assertThat(ended(points, 99))
        .containsExactly("箱の話です。", points.get(1).text(), points.get(3).text());
    assertThat(ended(points, 2)).hasSize(2);
    List<Point> leaning =
        List.of(points.get(0), points.get(1), points.get(2), sentence(4, 2, "これは、空の色です。"));
    assertThat(ended(leaning, 99)).hasSize(2);
    List<Point> general =
        List.of(points.get(0), points.get(1), points.get(2), sentence(4, 2, "箱を作るきっかけになります。"));
    assertThat(ended(general, 99)).hasSize(2);
    List<Point> listed =
        List.of(
            sentence(1, 0, "箱の話です。"),
            sentence(1, 0, "1つ目は、蓋です。"),
            sentence(3, 1, "空は青いです。"),
            sentence(4, 2, "箱を作るきっかけになります。"));
    assertThat(ended(listed, 99)).contains(listed.get(3).text());
  }

  private static List<String> ended(List<Point> points, int limit) {
    return Selection.choose(points, limit, 8, point -> 4, new HashSet<>()).ended().said().stream()
        .mapToObj(i -> points.get(i).text())
        .toList();
  }

  @Test
  void halfOfAPairAndAKindOfSomethingNeedWhatStandsBeforeThem() {
    for (String leaning : List.of("箱の側は、2024年に3kgから300円になりました。", "12個の鍵が新しく3kgで届く仕組みです。")) {
      List<Point> points =
          List.of(sentence(1, 0, "箱の話です。"), sentence(2, 0, "蓋は板です。"), sentence(3, 0, leaning));
      assertThat(said(points, 99, 8)).containsExactly("箱の話です。", points.get(1).text());
    }
  }

  @Test
  void explainsNoWordThatNothingSays() {
    for (String before : List.of("箱の話です。", "Hakoの話です。")) {
      List<Point> points =
          List.of(
              sentence(1, 0, before),
              new Point("a", "1つ目は、鍵です。", Point.Kind.SENTENCE, 1, 2, -1, 0, "", "", List.of()),
              new Point(
                  "b",
                  "2つ目は、Hakoです。",
                  Point.Kind.SENTENCE,
                  2,
                  2,
                  -1,
                  1,
                  "Hakoは、木で作られた小さな箱です。",
                  "",
                  List.of()));
      Selection.Choice choice = Selection.choose(points, 99, 9, point -> 4, new HashSet<>());
      assertThat(choice.alone().get(2)).isEqualTo(before.startsWith("Hako"));
    }
  }

  @Test
  void addsNothingToWhatIsNotSaid() {
    List<Point> points =
        List.of(
            sentence(1, 0, "箱の話です。"),
            sentence(2, 0, "蓋の板が減りました。"),
            sentence(3, 0, "鍵の値段も2024年に3kgから300円になりました。"));
    assertThat(said(points, 99, 8)).containsExactly("箱の話です。", points.get(1).text());
    assertThat(said(points, 99, 12)).hasSize(3);
  }

  @Test
  void tellsOfATroubleWithWhatIsDoneAboutIt() {
    List<Point> points =
        List.of(
            sentence(1, 0, "箱の話です。"),
            sentence(2, 0, "2024年の「Sunset」は、3kgの蓋が大きな課題でした。"),
            sentence(3, 0, "そこで、工房は板を薄く削りました。"));
    assertThat(said(points, 99, 8)).containsExactly("箱の話です。");
    assertThat(said(points, 99, 12)).hasSize(3);
  }

  @Test
  void whatStandsBeforeTherefore() {
    List<Point> points =
        List.of(
            sentence(1, 0, "箱の話です。"),
            sentence(2, 0, "2024年の「Sunset」は、3kgの蓋をよく落としました。"),
            sentence(3, 0, "これを防ぐため、工房は板を薄く削りました。"));
    assertThat(said(points, 99, 8)).containsExactly("箱の話です。");
    assertThat(said(points, 99, 12)).hasSize(3);
  }

  @Test
  void theRemedyMayStandBelowAHeading() {
    List<Point> points =
        List.of(
            sentence(1, 0, "箱の話です。"),
            sentence(2, 0, "2024年の「Sunset」は、3kgの蓋をよく落としました。"),
            head(3, 1, "次は、取っ手の話です。"),
            sentence(4, 1, "この課題を解決するのが、木の取っ手です。"));
    assertThat(said(points, 99, 8)).containsExactly("箱の話です。");
    assertThat(said(points, 99, 16)).contains(points.get(1).text(), points.get(3).text());
  }

  @Test
  void endsWithTheConclusionOfWhatItEndsWith() {
    List<Point> points =
        List.of(
            sentence(1, 0, "箱の話です。"),
            sentence(2, 0, "でも、2024年の3kgの箱には新しい鍵がありませんでした。"),
            sentence(3, 0, "だから、蓋が大事です。"),
            sentence(4, 0, "また、" + "板と釘と紐と布と糸と紙と".repeat(7) + "炭もあります。"));
    assertThat(ended(points, 99)).last().asString().startsWith("だから、");
    assertThat(ended(points, 2)).last().asString().startsWith("でも、");
    assertThat(ended(points.subList(0, 2), 99)).last().asString().startsWith("でも、");
  }

  @Test
  void bringsAlongWhatIsLikenedToSomething() {
    for (String leaning :
        List.of(
            "まるで、3kgの新しい「Sunset」が2024年に歌うようです。",
            "また、新しい「Sunset」についても、2024年に3kg減りました。",
            "フェーズ2では、「Sunset」を2024年に3kgの新しい板で組みます。",
            "そんな「Sunset」の3kgの朝が、2024年に新しくなります。",
            "ちょうど、3kgの新しい「Sunset」が2024年に歌うようなものです。",
            "もし「Sunset」が2024年に鳴るときは、3kgの新しい板を足します。")) {
      List<Point> points =
          List.of(sentence(1, 0, "箱の話です。"), sentence(2, 0, "蓋が朝に鳴ります。"), sentence(3, 0, leaning));
      assertThat(said(points, 99, 8)).containsExactly("箱の話です。", "蓋が朝に鳴ります。");
      assertThat(said(points, 99, 12)).hasSize(3);
    }
  }

  @Test
  void bringsAlongTheTroubleThatAnotherPointsAt() {
    List<Point> points =
        List.of(
            sentence(1, 0, "箱の話です。"),
            sentence(2, 0, "蓋がとても重いです。"),
            sentence(3, 0, "「Sunset」は、この蓋のとても大きな課題を新しく3kgの板で解決しました。"));
    assertThat(said(points, 99, 8)).containsExactly("箱の話です。", points.get(1).text());
    assertThat(said(points, 99, 12)).hasSize(3);
    List<Point> inside =
        List.of(
            points.get(0),
            points.get(1),
            sentence(3, 0, "ふだんの町ではこの蓋を気にせず、2024年の「Sunset」が3kg減ります。"));
    assertThat(said(inside, 99, 8)).containsExactly("箱の話です。", points.get(1).text());
  }

  @Test
  void whoDoesWhatOfANounIsNoTopicOfTheSentence() {
    List<Point> points =
        List.of(
            sentence(1, 0, "箱の話です。"),
            sentence(2, 0, "「Sunset」は、蓋の重い木の箱です。"),
            sentence(3, 0, "12個の鍵が要る場面で、3kgから300gへの大きな効果を新しく発揮します。"));
    assertThat(said(points, 99, 8)).containsExactly("箱の話です。", points.get(1).text());
    assertThat(said(points, 99, 12)).hasSize(3);
  }

  @Test
  void saysAHeadingWhereTheSentenceThatRepeatsItIsNotSaid() {
    Point heading =
        new Point("木箱の防水加工", "次は、木箱の防水加工です。", Point.Kind.COVERED, 1, 2, -1, -1, "", "", List.of());
    List<Point> points =
        List.of(
            sentence(1, 0, "木工の話です。"),
            heading,
            sentence(3, 1, "木箱の防水加工が工房の誇りです。"),
            sentence(4, 1, "わずか3kgで、新しく12種類の鍵が付きました。"));
    assertThat(said(points, 99, 8))
        .containsExactly("木工の話です。", heading.text(), points.get(3).text());
    assertThat(said(points, 99, 1000)).doesNotContain(heading.text());
  }

  @Test
  void saysAHeadingThatTellsWhatIsCounted() {
    Point heading =
        new Point("木箱の防水加工", "次は、木箱の防水加工です。", Point.Kind.COVERED, 1, 9, -1, -1, "", "", List.of());
    String covers = "木箱の防水加工が工房の誇りです。";
    List<Point> counted =
        List.of(
            sentence(1, 0, "木工の話です。"),
            heading,
            sentence(3, 1, covers),
            item(0, "1つ目は、油です。"),
            item(1, "2つ目は、蝋です。"));
    assertThat(said(counted, 99, 1000)).contains(heading.text());
  }

  @Test
  void saysNoPathsAndNoCodeWhereThereIsSomethingElse() {
    List<String> unsayable =
        List.of(
            "部品はhako配下にあります。",
            "部品はhako.dougubakoNoNakaに全部あります。",
            "部品は/hako/dougu/boxにあります。",
            "部品は--zenbuで出せます。");
    for (String text : unsayable) {
      List<Point> points =
          List.of(sentence(1, 0, "箱の話です。"), sentence(2, 0, text), sentence(3, 0, "部品は箱の中に全部あります。"));
      assertThat(said(points, 99, 8)).containsExactly("箱の話です。", points.get(2).text());
    }
  }

  @Test
  void whatIsTakenTogetherIsToldBefore() {
    List<Point> points =
        List.of(
            sentence(1, 0, "箱の話です。"),
            sentence(2, 0, "蓋を磨きました。"),
            sentence(3, 0, "鍵も付けました。"),
            sentence(4, 0, "これらの工夫によって、2024年の「Sunset」は3kgから300gに減りました。"));
    assertThat(said(points, 99, 8)).containsExactly("箱の話です。", "蓋を磨きました。");
    assertThat(said(points, 99, 16)).hasSize(4);
  }

  @Test
  void asksOnlyWhatTheItemsOfAListAnswer() {
    Point label = new Point("薄い板", "薄い板", Point.Kind.SILENT, 1, 5, -1, 0, "", "", List.of());
    String long1 = "薄い板では、" + "銅と鉄と油と土と砂と灰と".repeat(7) + "鉛が使えます。";
    List<Point> points =
        List.of(
            sentence(1, 0, "箱の話です。"),
            sentence(2, 1, "では、どうすれば2024年の「Sunset」を3kg軽くできるでしょうか？"),
            sentence(3, 1, "板の厚さに合わせて、最適な方法があると考えます。"),
            label,
            new Point(long1, long1, Point.Kind.SENTENCE, 1, 5, -1, 0, "", "", List.of()));
    assertThat(said(points.subList(0, 4), 99, 99)).contains(points.get(2).text());
    assertThat(said(points, 99, 8)).noneMatch(it -> it.contains("方法があると") || it.endsWith("？"));
    assertThat(said(points, 99, 20)).contains("板の厚さに合わせて、最適な方法があると考えます。", long1);
  }

  @Test
  void saysLongSentencesWhereLittleElseIsSaid() {
    String one = "箱は、" + "板と釘と紐と布と糸と紙と".repeat(7) + "炭で作られます。";
    String other = "蓋は、" + "銅と鉄と油と土と砂と灰と".repeat(7) + "鉛で作られます。";
    List<Point> points =
        List.of(
            sentence(1, 0, "箱の話です。"),
            sentence(2, 0, one),
            sentence(3, 0, "色は赤です。"),
            sentence(4, 0, other));
    assertThat(said(points, 99, 40)).hasSize(4);
    assertThat(said(points, 99, 17)).doesNotContain(one);
  }

  @Test
  void countsWhatACharactersEndingAdds() {
    List<Point> points =
        List.of(
            sentence(1, 0, "箱の話です。"),
            sentence(2, 0, "中身は12個です。"),
            sentence(3, 0, "重さは3kgです。"),
            sentence(4, 0, "12人の大工が" + "木".repeat(78 - 12) + "を切ります。"));
    assertThat(points.get(3).text()).hasSize(79);
    assertThat(said(points, 99, 16)).hasSize(3);
  }

  @Test
  void asksOnlyWhatItAnswers() {
    List<Point> points =
        List.of(
            sentence(1, 0, "箱の話です。"),
            sentence(2, 0, "なぜ12個の新しい「箱」が3kgに減ったのでしょうか？"),
            sentence(3, 0, "木が軽いからです。"));
    assertThat(said(points, 99, 8)).doesNotContain(points.get(1).text());
    assertThat(said(points, 99, 12)).hasSize(3);
  }

  @Test
  void bringsAlongNothingThatNobodyFollows() {
    String endless = "箱は、" + "板と釘と紐と布と糸と紙と".repeat(10) + "炭で作られます。";
    List<Point> points =
        List.of(
            sentence(1, 0, "箱の話です。"),
            sentence(2, 0, "蓋は木です。"),
            sentence(3, 0, "色は赤です。"),
            sentence(4, 0, endless),
            sentence(5, 0, "これは3kgで、前より5割軽くなり、値段も300円に減りました。"));
    assertThat(said(points, 99, 99)).doesNotContain(points.get(4).text());
  }

  @Test
  void saysTheSecondOfSeveralWithTheFirst() {
    List<Point> points =
        List.of(
            sentence(1, 0, "箱の話です。"),
            sentence(2, 0, "色は二つです。"),
            sentence(3, 0, "一つ目は、赤い色で、蓋が似合います。"),
            sentence(4, 0, "二つ目は「青」です。"),
            sentence(5, 0, "新しい顔料が3gで、値段も300円に減りました。"));
    assertThat(said(points, 99, 8)).containsExactly("箱の話です。", "新しい顔料が3gで、値段も300円に減りました。");
    assertThat(said(points, 99, 20)).hasSize(5);
  }

  @Test
  void beginsWithTheNewsAndNotWithTheTimes() {
    List<Point> points =
        List.of(
            sentence(1, 0, "木工の技術は日々進化しています。"),
            sentence(2, 0, "夕焼け工房が箱を売り出しました。"),
            sentence(3, 0, "これは音がしません。"));
    assertThat(said(points, 99, 4)).containsExactly("夕焼け工房が箱を売り出しました。");
    assertThat(said(points, 99, 12)).hasSize(3);
  }

  @Test
  void saysNothingTwice() {
    List<Point> points =
        List.of(
            sentence(1, 0, "箱を開けるには、木工組合への登録が必要で、順番を待ちます。"),
            sentence(2, 1, "箱を開けるには、木工組合への登録が必要です。"));
    assertThat(said(points, 99, 99)).hasSize(1);
  }

  @Test
  void leadsToAListOnlyWhereItIsSaid() {
    List<Point> points =
        List.of(
            sentence(1, 0, "箱の話です。"),
            head(2, 1, "箱の色は、こうです。"),
            sentence(2, 1, "1つ目は、赤です。"),
            sentence(2, 1, "2つ目は、青です。"),
            sentence(3, 2, "鍵は12個で、重さは3kgに減りました。"));
    assertThat(said(points, 99, 8)).containsExactly("箱の話です。", "鍵は12個で、重さは3kgに減りました。");
  }

  @Test
  void saysAtOnceWhatItIsAboutEvenWhereThatTakesTwoSentences() {
    List<Point> points =
        List.of(
            sentence(1, 0, "新しい箱、「静かな箱」の話です。"),
            sentence(2, 0, "これは、夜に鳴ります。"),
            sentence(2, 0, "音を消す箱です。"),
            sentence(3, 0, "木工組合の箱は、3kgで12円に減りました。"));
    assertThat(said(points, 99, 12)).containsExactly("新しい箱、「静かな箱」の話です。", "これは、夜に鳴ります。", "音を消す箱です。");
  }

  @Test
  void bringsAlongWhatIsSaidToGoFurther() {
    List<Point> points =
        List.of(
            sentence(1, 0, "箱の話です。"),
            sentence(2, 0, "箱には蓋を数える機能があります。"),
            sentence(3, 0, "いずれ、12の店の3kgの箱にもこの機能が広がる予定です。"));
    assertThat(said(points, 99, 12)).hasSize(3);
    assertThat(said(points, 99, 8)).doesNotContain(points.get(2).text());
  }

  @Test
  void tellsOfANameOnlyWhereItIsIntroduced() {
    List<Point> points =
        List.of(
            sentence(1, 0, "箱の話です。"),
            sentence(2, 0, "箱の音を消す「SilentBox」の試作が進んでいます。"),
            sentence(3, 0, "蓋を動かします。"),
            sentence(4, 0, "SilentBoxには、12の釘と3kgの蓋が使われます。"));
    assertThat(said(points, 99, 12)).contains(points.get(1).text(), points.get(3).text());
    assertThat(said(points, 99, 8)).doesNotContain(points.get(3).text());
  }

  @Test
  void tellsThatSomethingBeginsOnlyWhereItDoes() {
    List<Point> points =
        List.of(
            sentence(1, 0, "箱の話です。"),
            sentence(2, 1, "板がそろい、いよいよ組み立てです。"),
            sentence(3, 1, "釘を打ちます。"));
    assertThat(said(points, 99, 8)).doesNotContain(points.get(1).text());
    assertThat(said(points, 99, 12)).hasSize(3);
  }

  @Test
  void bringsAListTheSentenceThatLeadsToIt() {
    List<Point> points =
        List.of(
            sentence(1, 0, "箱の話です。"),
            sentence(2, 0, "箱を選ぶ人は、いくつかのことを考えます。"),
            sentence(3, 1, "まずは、重さです。"),
            sentence(3, 1, "木工組合の箱は、3kgに減りました。"));
    assertThat(said(points, 99, 12)).containsExactly("箱の話です。", "箱を選ぶ人は、いくつかのことを考えます。");
    assertThat(said(points, 99, 16)).hasSize(4);
  }

  @Test
  void saysAPhraseOnlyOnceAnEpisode() {
    Point formula =
        new Point("a", "今後が期待されます。", Point.Kind.SENTENCE, 0, 9, -1, -1, "", "closing", List.of());
    List<Point> points = List.of(POINTS.get(0), formula);
    Set<String> had = new HashSet<>();
    assertThat(Selection.choose(points, 99, 99, p -> 4, had).said().cardinality()).isEqualTo(2);
    assertThat(Selection.choose(points, 99, 99, p -> 4, had).said().cardinality()).isEqualTo(1);
  }

  private static Point item(int item, String text) {
    return new Point(text, text, Point.Kind.SENTENCE, 1, 2, -1, item, text, "", List.of());
  }

  @Test
  void saysOfAListThatIsTooLongWhatStandsForItself() {
    List<Point> points =
        List.of(
            sentence(1, 0, "箱の話です。"),
            item(1, "部品表は、釘と板を並べたものです。"),
            item(2, "「Sunset」は、釘の数を12本に減らします。"),
            item(3, "蓋の重さは、前の半分です。"));
    assertThat(said(points, 99, 8)).containsExactly("箱の話です。", points.get(2).text());
    assertThat(said(points, 99, 12)).doesNotContain(points.get(1).text());
    assertThat(said(points, 99, 16)).hasSize(4);
  }

  @Test
  void saysNoLastStepWithoutTheOthers() {
    List<Point> points =
        List.of(
            sentence(1, 0, "箱の話です。"),
            item(1, "「Sunset」は、釘の数を12本に減らします。"),
            item(2, "最終的には12人の「工房の人」と話し、2024年に蓋を閉じます。"));
    assertThat(said(points, 99, 8)).containsExactly("箱の話です。", points.get(1).text());
  }

  @Test
  void saysNoPartOfAWholeThatIsNotNamed() {
    List<Point> points =
        List.of(
            sentence(1, 0, "箱の話です。"),
            item(0, "箱は、3つの部品でできています。"),
            item(1, "「Sunset」は、釘の数を12本に減らします。"),
            item(2, "蓋の重さは、前の半分です。"));
    assertThat(said(points, 99, 12)).containsExactly("箱の話です。");
  }
}

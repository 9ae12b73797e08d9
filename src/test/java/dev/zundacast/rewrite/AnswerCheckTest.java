package dev.zundacast.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.episode.RewriteSource;
import dev.zundacast.episode.Voice;
import dev.zundacast.words.Facts;
import dev.zundacast.words.Morphology;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a model may say of an article, and what is refused. */
class AnswerCheckTest {
  private static final Morphology WORDS = new Morphology();
  private static final Voice ZUNDAMON =
      new Voice(
          "ずんだもん",
          List.of(),
          "ずんだもん",
          "ノーマル",
          "nanoda",
          "zundamon.txt",
          "",
          new Voice.Parameters(1, 0, 1, 1, 1),
          new Voice.Pauses(0, 0, 0, 0, 0, 0),
          7,
          new Voice.Draft("", 0),
          "",
          new Voice.Profile("ずんだの妖精", "ぼく", List.of("のだ")));

  static final RewriteSource CLOCK =
      new RewriteSource(
          "https://example.com/clock",
          1,
          "Wood Clock 2 を作る",
          List.of(
              "町の工房が、木の時計「こだま」を公開しました。",
              "重さは350グラムで、前の型より20%軽くなりました。",
              "電池は1年持ちます。",
              "防水には対応していません。",
              "値段は1万2,000円です。"),
          List.of("p1", "p2", "p3", "p4", "p5"),
          ZUNDAMON,
          "nanoda",
          60,
          "0123456789ab",
          Optional.empty());

  private static final Answer GOOD =
      new Answer(
          1,
          "木でできた時計こだま",
          new Answer.Sentence("町の工房が、木の時計「こだま」を公開したのだ！", List.of(1)),
          List.of(
              new Answer.Point(List.of("重さは350グラムで、前より20%軽いのだ。"), List.of(2)),
              new Answer.Point(List.of("電池は1年持つのだ。", "でも、防水には対応していないのだ。"), List.of(3, 4))),
          "ぼくのずんだ餅を手に持つくらい楽ちんなのだ。",
          "ぼくもひとつ欲しいのだ！",
          "木の時計こだまの話");

  private static List<String> findings(Answer answer) {
    return AnswerCheck.findings(answer, CLOCK, WORDS);
  }

  private static Answer withLead(String text, Integer... from) {
    return new Answer(
        1,
        GOOD.title(),
        new Answer.Sentence(text, List.of(from)),
        GOOD.points(),
        GOOD.comparison(),
        GOOD.reaction(),
        GOOD.recap());
  }

  private static Answer withReaction(String text) {
    return new Answer(
        1, GOOD.title(), GOOD.lead(), GOOD.points(), GOOD.comparison(), text, GOOD.recap());
  }

  private static Answer withPhrases(String title, String recap) {
    return new Answer(
        1, title, GOOD.lead(), GOOD.points(), GOOD.comparison(), GOOD.reaction(), recap);
  }

  @Test
  void whatTheArticleSaysMayBeSaid() {
    assertThat(findings(GOOD)).isEmpty();
    assertThat(findings(withLead("重さは350グラムで、前の型より5分の1軽い時計なのだ。", 2))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      quoteCharacter = '"',
      value = {
        "重さは250グラムの木の時計なのだ。@2@the number 250グ",
        "前の型より20倍軽い木の時計なのだ。@2@the number 20倍",
        "前の型より三割も軽い時計なのだ。@2@the number 三割",
        "重さが半分になった時計なのだ。@2@the number 半分",
        "工房が木の時計「やまびこ」を公開したのだ。@1@the quote 「やまびこ」",
        "工房がCuckooという木の時計を公開したのだ。@1@the name Cuckoo",
        "値段は1万2,000円なのだ。@1@the number 1万2,000円",
        "防水に対応しているのだ。@4@'対応' is negated",
        "町の工房は、木の時計を公開していないのだ。@1@'公開' is not negated",
        "大阪の工房が木の時計を公開したのだ。@1@the name 大阪",
        "来月からどの店でもたくさん買えるのだ。@3@says what its sentences",
        "木の時計を公開しました。@1@'ました。' is no ending",
        "木の時計を公開した。@1@ends with none of のだ",
        "木の時計を公開したのだ@1@does not end with",
        "工房が時計を公開したのだ。電池は1年持つのだ。@1@more than one sentence",
        "木の時計（こだま）を公開したのだ。@1@marks that nobody hears",
        "木の時計を公開したのだ⌚。@1@marks that nobody hears",
        "**木の時計**を公開したのだ。@1@marks that nobody hears",
        "{木|き}の時計を公開したのだ。@1@marks that nobody hears",
        "本記事では木の時計を公開したのだ。@1@speaks about the text",
        "この工房わ、木の時計を公開したのだ。@1@written as it sounds",
        "木の時計を公開したのだ。@7@names [7]",
        "\"\"@1@is empty",
      })
  void whatItDoesNotSayIsRefused(String lead, int from, String finding) {
    assertThat(findings(withLead(lead, from))).anyMatch(it -> it.contains(finding));
  }

  @Test
  void aLineWithoutASourceIsRefused() {
    assertThat(findings(withLead("木の時計を公開したのだ。"))).anyMatch(it -> it.contains("names no sentence"));
  }

  @Test
  void anOpinionStatesNothing() {
    assertThat(findings(withReaction("50人が並んだのだ！")))
        .contains("reaction: the number 50人 is not in the article");
    assertThat(findings(withReaction("Appleより良いのだ！")))
        .contains("reaction: the name Apple is not in the article");
  }

  @Test
  void titleAndRecapAreShortPhrases() {
    assertThat(findings(withPhrases("木の時計が出たのだ。", GOOD.recap())))
        .anyMatch(it -> it.startsWith("title: is a sentence"));
    assertThat(findings(withPhrases("Wooden Clock", GOOD.recap())))
        .contains("title: is not Japanese: Wooden Clock");
    assertThat(findings(withPhrases(GOOD.title(), "木の時計こだまが町の工房から出て前より軽くなったというとても良いお話")))
        .anyMatch(it -> it.startsWith("recap: has more than 29 characters"));
  }

  @Test
  void theShapeIsChecked() {
    Answer bare =
        new Answer(2, GOOD.title(), GOOD.lead(), List.of(), "", GOOD.reaction(), GOOD.recap());
    assertThat(findings(bare))
        .contains("article: is 2, expected 1", "points: are 0, expected 2 to 3");
  }

  @Test
  void wordsThatNegateNothingTurnNothing() {
    Facts.Statements source = Facts.of("軽いだけでなく安いです。壊れるかもしれません。直さなければなりません。").statements(WORDS);
    Facts.Statements said = Facts.of("軽くて安いのだ。壊れるかもなのだ。直すのだ。").statements(WORDS);
    assertThat(said.turned(source)).isEmpty();
  }
}

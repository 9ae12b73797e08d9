package dev.zundacast.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.zundacast.episode.Article;
import dev.zundacast.episode.Block;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Section;
import dev.zundacast.script.file.ScriptDraft;
import dev.zundacast.script.file.ScriptDraft.Chapter;
import dev.zundacast.script.file.ScriptDraft.DraftLine;
import dev.zundacast.script.speech.EndingVariation;
import dev.zundacast.script.speech.Reactions;
import dev.zundacast.script.speech.SpeechStyles;
import dev.zundacast.words.Morphology;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {
  private static final String TEMPLATE =
      """
      # for people
      == opening
      @title はじまり
      {show}、{date}、{weekday}。
      [only] 1本だけ。
      [first middle last] 全部で{count}本。

      {guests}

      == article
      [title first] 最初、{ordinal}「{title}」。
      [title middle] 次、{ordinal}「{title}」。
      [title last] 最後、{ordinal}「{title}」。
      [title only] 今日は「{title}」。

      {body}
      [code] {language}のコード。
      [code] コード。
      [image] 「{text}」の絵。
      #+ ひとこと

      == recap
      [each] {index}は「{title}」。

      == guest
      {name}です。
      """;

  private static final Path VOICES = Path.of("voices");
  private static final Morphology WORDS = new Morphology();
  private static final SpeechStyles STYLES = new SpeechStyles(List.of(VOICES), WORDS);

  private static Template template(String text) {
    return Template.read(Path.of("voices/a.txt"), text);
  }

  private static ScriptDraft draft(int articles, int cast, Block... blocks) {
    List<Article> list = new ArrayList<>();
    for (int i = 1; i <= articles; i++) {
      list.add(
          new Article(i, "題" + i, "題" + i, "https://example.com/" + i, 1, "", List.of(blocks), ""));
    }
    List<Speaker> speakers = new ArrayList<>();
    for (int i = 0; i < cast; i++) {
      String label = i == 0 ? "" : Examples.voices().all().get(i).name();
      speakers.add(
          new Speaker(
              label,
              Examples.voices().all().get(i),
              template(TEMPLATE),
              text -> STYLES.styled(text, SpeechStyles.AS_WRITTEN),
              EndingVariation.of(List.of(VOICES), SpeechStyles.AS_WRITTEN),
              new Reactions(List.of(VOICES), SpeechStyles.AS_WRITTEN)));
    }
    return new PostDraft(
            EpisodeFrame.of(
                Examples.post(List.of(), list),
                Examples.SHOW,
                speakers,
                SpeechTables.load(Examples.voices(), WORDS)),
            ScriptOptions.DEFAULTS)
        .build();
  }

  private static List<String> texts(ScriptDraft draft, Section.Kind kind) {
    return draft.chapters().stream()
        .filter(chapter -> chapter.kind() == kind)
        .flatMap(chapter -> chapter.lines().stream())
        .map(DraftLine::text)
        .toList();
  }

  @Test
  void speaksOfFirstMiddleLastAndOnlyArticles() {
    assertThat(texts(draft(3, 1), Section.Kind.ARTICLE))
        .containsExactly("最初、1本目「題1」。", "次、2本目「題2」。", "最後、3本目「題3」。");
    assertThat(texts(draft(1, 1), Section.Kind.ARTICLE)).containsExactly("今日は「題1」。");
    assertThat(texts(draft(1, 1), Section.Kind.OPENING))
        .containsExactly("夕焼け工房ラジオ、8月21日、金曜日。", "1本だけ。");
    assertThat(texts(draft(2, 1), Section.Kind.RECAP)).containsExactly("1は「題1」。", "2は「題2」。");
  }

  @Test
  void letsGuestsSayHelloAndTakeTurns() {
    ScriptDraft draft = draft(3, 2);
    Chapter opening = draft.chapters().get(0);
    assertThat(opening.lines().get(2).speaker()).isEqualTo("春日部つむぎ");
    assertThat(opening.lines().get(2).text()).isEqualTo("春日部つむぎです。");
    assertThat(draft.chapters().subList(1, 4))
        .extracting(chapter -> chapter.lines().get(0).speaker())
        .containsExactly("", "春日部つむぎ", "");
  }

  @Test
  void namesCodeAndPictures() {
    ScriptDraft draft =
        draft(
            1,
            1,
            new Block(Block.Kind.CODE, 0, "bash", 1),
            new Block(Block.Kind.CODE, 0, "", 1),
            new Block(Block.Kind.IMAGE, 0, "灯台", 1));
    assertThat(texts(draft, Section.Kind.ARTICLE)).endsWith("bashのコード。", "コード。", "「灯台」の絵。");
    assertThat(draft.chapters().get(1).remarks()).containsExactly("ひとこと");
  }

  @Test
  void refusesAWrongTemplateWithAllFindings() {
    String text =
        """
        やあ
        == opneing
        == article
        [frist] {titel}
        """;
    Problem problem = catchThrowableOfType(Problem.class, () -> template(text));
    assertThat(problem.diagnostics())
        .extracting(d -> d.line() + ":" + d.column() + ": " + d.message().toString().split(";")[0])
        .containsExactly(
            "1:1: a line before the first part",
            "2:4: unknown part 'opneing'",
            "4:9: unknown placeholder '{titel}'",
            "4:2: unknown label 'frist'",
            "1:0: the template has no place for an article's text");
  }

  @Test
  void variesByDayAndSeason() {
    Template template =
        template(
            """
            == opening
            {vary} やあ。 | こんにちは。 | おはよう。
            [friday] 金曜です。
            [monday] 月曜です。
            [summer friday] 夏の金曜です。
            [winter] 冬です。

            == article
            {body}
            """);
    List<Template.Row> rows = template.part("opening").rows();
    java.time.LocalDate date = java.time.LocalDate.of(2026, 8, 21);
    assertThat(rows.get(0).wordings()).containsExactly("やあ。", "こんにちは。", "おはよう。");
    assertThat(rows.get(0).fill(7, Map.of())).isNotEqualTo(rows.get(0).fill(8, Map.of()));
    assertThat(rows.stream().filter(row -> row.suits(date)).map(Template.Row::text))
        .contains("金曜です。", "夏の金曜です。")
        .doesNotContain("月曜です。", "冬です。");
  }
}

package dev.zundacast.script.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.zundacast.episode.Line;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Script;
import dev.zundacast.episode.Section;
import dev.zundacast.script.Examples;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScriptDocumentTest {
  private static final Path FILE = Path.of("550.txt");
  private static final String HEADER = "@zundacast 1\n@speaker ずんだもん\n";

  private static ScriptDocument parse(String text) {
    return ScriptDocument.parse(FILE, text, Examples.voices());
  }

  private static List<String> findings(String text) {
    Problem problem = catchThrowableOfType(Problem.class, () -> parse(text));
    return problem.diagnostics().stream()
        .map(d -> d.line() + ":" + d.column() + ": " + d.message() + " | " + d.next())
        .toList();
  }

  @Test
  void aLineHoldsItsAccents() {
    String text = HEADER + "\n== a1 article\n[a1.01] 餅の緑は\n  >> モチ'ノ/ミド'リワ\n";
    assertThat(parse(text).script().lines().findFirst().orElseThrow().spoken())
        .isEqualTo("モチ'ノ/ミド'リワ");
    ScriptDocument document = parse(text);
    document.set(document.lines().get("a1.01").withSpoken("モ'チノ"));
    assertThat(document.text()).contains("\n  >> モ'チノ\n");
    document.set(document.lines().get("a1.01").withSpoken("もちの"));
    assertThat(document.text()).contains("\n  > もちの\n");
  }

  @Test
  void whatIsToldOfALeftOutLineIsNotTheLineAbove() {
    String left = "# [a1.02] 豆の白は\n# 投稿では今: 豆の青は\n";
    ScriptDocument document = parse(HEADER + "\n== a1 article\n[a1.01] 餅の緑は\n" + left);
    assertThat(document.content().decisions()).isEmpty();
    document.setNote("a1.01", ScriptDocument.DECISION, "餅の黒は");
    assertThat(document.text()).contains("餅の緑は\n# 投稿では今: 餅の黒は\n" + left);
    new ScriptChange(document).delete(List.of("a1.01"));
    assertThat(document.text()).contains("== a1 article\n" + left);
  }

  @Test
  void theHostsPlaceIsOfTheSectionThatItStandsIn() {
    ScriptDocument document =
        parse(
            HEADER
                + "\n== a1 article\n[a1.01] 餅の緑は\n# ひとこと:\n== a2 article\n[a2.01] 豆の白は\n# ひとこと:\n");
    assertThat(document.content().slots()).containsExactlyInAnyOrder("a1", "a2");
    new ScriptChange(document).word("a2", "豆の青は");
    assertThat(document.content().slots()).containsExactly("a1");
    new ScriptChange(document).word("a1", "餅の黒は");
    assertThat(document.text()).contains("餅の緑は\n[] 餅の黒は\n== a2").doesNotContain("ひとこと");
  }

  @Test
  void whatWasApprovedWithAnEarlierVersionStaysSo() {
    String line = "[a1.02 speed=0.9] 箱を開けるのだ。\n# 確認済み: 855g13\n";
    assertThat(parse(HEADER + "\n== a1 article\n" + line).content().approved())
        .containsExactly("a1.02");
  }

  @Test
  void badNotationIsRefusedAtItsPlace() {
    assertThat(findings(HEADER + "\n== a1 article\n[a1.01] 餅\n  >> モ'チノ/ミドリワ\n"))
        .containsExactly(
            "6:11: an accent phrase without its accent"
                + " | put a ' behind the mora that it falls from, or behind the last one");
  }

  @Test
  void readsEveryKindOfRow() {
    Script script =
        parse(
                """
                # comment
                @zundacast 1
                @post _posts/2026-08-21-550.md
                @speaker つむぎ/ひそひそ

                == a1 article
                @title Up to 3x [fast] = #1
                @source https://example.com/?a=b#c
                [a1.t] まず1本目なのだ。

                [a1.01] 今日の話なのだ。
                  > きょうのはなしなのだ。
                # between
                [a1.02 ずんだもん +0.5s speed=1.1 pitch=-0.05 intonation=1.5 volume=0.8] 速いのだ。
                ~ 1.0s

                [つむぎ] だよ。
                \\[x] と \\# と \\
                [a1.09]\\\\ で始まる。
                """)
            .script();

    assertThat(script.speaker()).isEqualTo("つむぎ/ひそひそ");
    Section section = script.sections().get(0);
    assertThat(section.title()).isEqualTo("Up to 3x [fast] = #1");
    assertThat(section.source()).isEqualTo("https://example.com/?a=b#c");
    assertThat(section.items())
        .filteredOn(item -> !(item instanceof Line))
        .containsExactly(new Section.Paragraph(), new Section.Pause(1000), new Section.Paragraph());
    List<Line> lines = section.lines().toList();
    assertThat(lines).extracting(Line::written).contains("[x] と \\# と \\", "\\ で始まる。");
    assertThat(lines.get(1).spoken()).isEqualTo("きょうのはなしなのだ。");
    assertThat(lines.get(2).extraPauseMillis()).isEqualTo(500);
    assertThat(lines.get(2).overrides().pitch()).isEqualTo(Optional.of(-0.05));
    assertThat(lines.get(3).speaker()).isEqualTo("つむぎ");
    assertThat(lines.get(3).fileLine()).isEqualTo(17);
  }

  @Test
  void keepsEveryByteThatItDoesNotChange() {
    String text =
        "\uFEFF# 見出し\r\n  @zundacast   1\r\n@speaker ずんだもん \r\n\r\n\r\n==  a1   article\t\r\n"
            + "　[a1.01]   字下げ\r\n\t>  よみ\r\n#  メモ\r\n~   1.0s\r\n最後の行";
    assertThat(parse(text).text()).isEqualTo(text);
  }

  @Test
  void writesNewRowsWithTheLineEndsOfTheFile() {
    ScriptDocument document = parse("@zundacast 1\r\n@speaker ずんだもん\r\n== a article\r\nあ");
    document.giveIds();
    new ScriptChange(document).add("a", "", "い");
    document.giveIds();
    assertThat(document.text())
        .isEqualTo("@zundacast 1\r\n@speaker ずんだもん\r\n== a article\r\n[a.01] あ\r\n[a.02] い\r\n");
  }

  @Test
  void refusesAWrongScriptWithAllFindingsAtOnce() {
    String text =
        """
        @zundacast 1
        @speaker ずんだもん
        @titel x
        外の行
        == a1 artcle
        == a2 article
        [a2.01] 一つ
        [a2.01] 二つ
        [a2.02 つむき] 三つ
        [a2.03 +abc] 四つ
        [a2.04 sped=1] 五つ
        [a2.05 speed=fast] 六つ
        ~ abc
        [a2.06 七つ
        @souce x
        == a2 closing
        > よみ
        """;
    assertThat(findings(text))
        .containsExactly(
            "3:1: unknown key '@titel'; known here are @zundacast, @post, @speaker, @style,"
                + " @max-sentences, @minutes, @wording, @narration | begin a text with '\\@' when"
                + " it is no key",
            "4:1: a line outside a section | begin one with '== opening opening'",
            "5:7: unknown kind of section 'artcle'; known are opening, article, recap, letters,"
                + " closing, section | did you mean 'article'?",
            "8:2: duplicate id 'a2.01', first in line 7 | remove the id of the newer line: it gets"
                + " a free one",
            "9:8: unknown speaker 'つむき'; known are ずんだもん、春日部つむぎ、お嬢様ずんだもん |"
                + " did you mean 'つむぎ'?",
            "10:8: bad pause '+abc' | write seconds up to 60, like 1.0s",
            "11:8: unknown setting 'sped'; known are speed, pitch, intonation, volume | did you"
                + " mean 'speed'?",
            "12:14: bad speed 'fast' | write a number from 0.1 to 5.0",
            "13:3: bad pause 'abc' | write seconds up to 60, like 1.0s",
            "14:1: a '[' without its ']' | begin a text with '\\['",
            "15:1: unknown key '@souce'; known here are @title, @source | did you mean 'source'?",
            "16:4: duplicate section 'a2', first in line 6 | give one of them another id",
            "17:1: '>' without a line above it | write it right under the line that it changes, one"
                + " a line");
  }

  @Test
  void tellsASpeakersRowFromALineWithBrackets() {
    assertThat(findings("@zundacast 1\n@speaker だれか\n== a article\n[だれか] あ\n"))
        .containsExactly(
            "2:10: unknown speaker 'だれか'; known are ずんだもん、春日部つむぎ、お嬢様ずんだもん | ",
            "4:2: unknown speaker 'だれか'; known are ずんだもん、春日部つむぎ、お嬢様ずんだもん |"
                + " name one of these, or begin a text with '\\[' when it is no speaker");
  }

  @Test
  void refusesAScriptWithoutItsVersionAndSpeaker() {
    assertThat(findings("== a article\nあ\n"))
        .containsExactly(
            "1:0: '@zundacast' is missing | write '@zundacast 1' in the first line",
            "1:0: '@speaker' is missing | write '@speaker NAME' before the first section; known:"
                + " ずんだもん、春日部つむぎ、お嬢様ずんだもん");
    assertThat(findings("@zundacast 2\n@speaker ずんだもん\n"))
        .containsExactly(
            "1:12: version '2' of the script format is not known | this zundacast reads version 1");
  }

  @Test
  void neverGivesAnIdTwice() {
    ScriptDocument document =
        parse(
            HEADER
                + "== a1 article\n[a1.02] 二\n新しい\n# [a1.07 つむぎ] 消えた\n"
                + "#= a1 next=05 source=x a1.01=abc/def\n");
    document.giveIds();
    assertThat(document.lines().keySet()).containsExactly("a1.02", "a1.08");
  }
}

package dev.zundacast.script;

import static dev.zundacast.script.Examples.SHOW;
import static dev.zundacast.script.Examples.article;
import static dev.zundacast.script.Examples.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.episode.Line;
import dev.zundacast.episode.Post;
import dev.zundacast.message.Message;
import dev.zundacast.script.file.ScriptDraft.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left out of a script, and how it comes back. */
class LeftOutTest {
  private static final Scripts SCRIPTS = Examples.scripts();
  private static final ScriptOptions SHORT =
      ScriptOptions.DEFAULTS.with(Optional.empty(), Optional.of(2), Optional.empty());
  private static final Post POST =
      post(List.of("ずんだもん"), List.of(article(1, "木の時計", "時計を作ります。空は青いです。犬がいます。部品は30個です。")));

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("2026-08-21-550.txt");
  }

  private ScriptUpdate update(ScriptOptions options) throws IOException {
    ScriptUpdate update = SCRIPTS.of(POST, SHOW, file(), options).update();
    SCRIPTS.save(update);
    return update;
  }

  private List<String> said(ScriptUpdate update) {
    return update.script().lines().map(Line::written).toList();
  }

  private void edit(String from, String to) throws IOException {
    String text = Files.readString(file());
    assertThat(text).contains(from);
    Files.writeString(file(), text.replace(from, to));
  }

  @Test
  void standsInTheScriptAsCommentsInItsPlace() throws IOException {
    String text = update(SHORT).text();
    assertThat(text)
        .containsSubsequence(
            "[a1.01] 時計を作", "\n# [a1.02] 空は青い", "\n# [a1.03] 犬がい", "\n[a1.04] 部品は30個");
    assertThat(update(SHORT).changes()).isFalse();
  }

  /** What the file notes of so many sentences is longer than a line may be. */
  @Test
  void hundredsOfSentencesAreReadAgain() throws IOException {
    String text =
        IntStream.range(0, 320)
            .mapToObj(i -> "時計" + i + "の部品は" + i + "個です。")
            .collect(Collectors.joining());
    Post post = post(List.of("ずんだもん"), List.of(article(1, "木の時計", text)));
    SCRIPTS.save(SCRIPTS.of(post, SHOW, file(), SHORT).update());
    assertThat(SCRIPTS.of(post, SHOW, file(), SHORT).update().changes()).isFalse();
  }

  @Test
  void staysWhenAPersonTakesItBack() throws IOException {
    update(SHORT);
    edit("# [a1.03]", "[a1.03]");
    ScriptUpdate again = update(SHORT);
    assertThat(again.changes()).isFalse();
    assertThat(again.script().lines().map(Line::id)).contains("a1.03");
    assertThat(
            update(SHORT.with(Optional.empty(), Optional.of(99), Optional.empty()))
                .script()
                .lines()
                .map(Line::id))
        .contains("a1.02", "a1.03");
  }

  @Test
  void comesBackInItsPlaceWhenThereIsTime() throws IOException {
    update(SHORT);
    ScriptUpdate all = update(SHORT.with(Optional.empty(), Optional.of(99), Optional.empty()));
    assertThat(all.text()).doesNotContain("# [a1.");
    assertThat(said(all)).anyMatch(line -> line.startsWith("空は青い"));
    assertThat(all.notes())
        .map(Message::toString)
        .contains("a1.02: said now, there is time for it");
    assertThat(update(SHORT).text()).contains("\n# [a1.02] 空は青い");
  }

  @Test
  void aLineThatAPersonChangedIsNeverLeftOut() throws IOException {
    update(ScriptOptions.DEFAULTS.with(Optional.empty(), Optional.empty(), Optional.of(0.0)));
    String row =
        Files.readString(file()).lines().filter(it -> it.startsWith("[a1.02]")).findFirst().get();
    edit(row, "[a1.02] 空はとても青いのだ！");
    assertThat(update(SHORT).text()).contains("\n[a1.02] 空はとても青いのだ！\n");
  }

  @Test
  void scriptsOfTheVersionBeforeKeepEditsAndFollowInOneLine() throws IOException {
    update(ScriptOptions.DEFAULTS.with(Optional.empty(), Optional.empty(), Optional.of(0.0)));
    String wording = row("@wording ");
    edit(row("[opening.02]"), "[opening.02] 今日は、ぼくのおばさんも来ているのだ。");
    // As the version before wrote it: without its wording, in words and with rows of its own.
    edit(wording + "\n", "");
    String old = Files.readString(file()).replaceAll("(opening\\.0[23])=\\w+/", "$1=abcdef/");
    Files.writeString(file(), old);

    ScriptUpdate update = update(ScriptOptions.DEFAULTS);
    assertThat(update.text()).contains("\n[opening.02] 今日は、ぼくのおばさんも来ているのだ。\n", wording + "\n");
    assertThat(update.text()).doesNotContain("# [opening.");
    assertThat(update.notes()).hasSize(1);
    assertThat(update.notes().get(0).toString())
        .startsWith("the program says things otherwise now: ");
    assertThat(update(ScriptOptions.DEFAULTS).changes()).isFalse();
  }

  /** The row of the script that begins so. */
  private String row(String start) throws IOException {
    return Files.readString(file()).lines().filter(it -> it.startsWith(start)).findFirst().get();
  }

  private static final String NEWS = "夕焼け工房は、木の箱「Box 3.0」を公開しました。";

  /** The script of an article of which the title tells the first sentence, where more is said. */
  private String foreign(String text) throws IOException {
    Post post = post(List.of("ずんだもん"), List.of(article(1, "Box 3.0 Preview", text)));
    ScriptUpdate update = SCRIPTS.of(post, SHOW, file(), ScriptOptions.DEFAULTS).update();
    SCRIPTS.save(update);
    return update.text();
  }

  /** The first sentence was said; then a person changed the row with this in it, if any. */
  private List<String> changed(String row, String words) throws IOException {
    String said = foreign(NEWS);
    assertThat(said).contains("] 夕焼け工房は、木の箱「Box 3.0」を公開したのだ");
    String line = said.lines().filter(it -> it.contains(row)).findFirst().orElseThrow();
    edit(line, words.isEmpty() ? line : line.substring(0, line.indexOf(']') + 2) + words);
    return foreign(NEWS + "箱は町にあります。鍵は銅です。").lines().filter(it -> it.startsWith("[a1.")).toList();
  }

  @Test
  void whatTheTitleTellsIsNotSaidAgain() throws IOException {
    assertThat(changed("[a1.t]", ""))
        .anyMatch(it -> it.contains("夕焼け工房が、木の箱「Box 3.0」を公開した話なのだ。"))
        .noneMatch(it -> it.contains("公開したのだ"));
  }

  @Test
  void whatTheTitleTellsStaysInAPersonsWords() throws IOException {
    assertThat(changed("公開したのだ", "なんと、箱が公開されたのだよ！")).anyMatch(it -> it.endsWith("なんと、箱が公開されたのだよ！"));
  }

  @Test
  void aTitleInAPersonsWordsTellsNothingForTheLines() throws IOException {
    assertThat(changed("[a1.t]", "ぼくの大好きな箱の記事なのだ！")).anyMatch(it -> it.contains("公開したのだ"));
  }

  @Test
  void tellsTheRulesOfEachLine() throws IOException {
    assertThat(SCRIPTS.of(POST, SHOW, file(), SHORT).explain())
        .anyMatch(
            it ->
                it.role() == Role.TEXT
                    && it.text().startsWith("時計を作る")
                    && it.rules().contains("verb"))
        .anyMatch(it -> it.role() == Role.LEFT_OUT && it.text().startsWith("犬がいる"));
  }
}

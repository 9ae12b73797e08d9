package dev.zundacast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.testkit.WrittenPost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An episode says once that its voice is artificial; what people wrote is left as it is. */
class DisclosureTest {
  private static final String SAID = "この番組は、合成音声でお送りしているのだ。";

  /** Episodes that have been out for a week are looked at no more. */
  private static final LocalDate TODAY = LocalDate.now();

  @TempDir Path folder;
  private Shell shell = new Shell(Path.of("."));

  @BeforeEach
  void site() throws IOException {
    shell = Shell.building(folder);
    WrittenPost.on(
        folder,
        WrittenPost.of(
                """
                - [小さな時計のお話](https://example.com/clock)\s\s

                工房が、小さな腕時計を公開しました。この腕時計は水の中でも使うことができます。

                引用元: https://example.com/clock
                """)
            .replace("2026-08-21", TODAY.toString()));
  }

  private String script(String... options) throws IOException {
    String[] command = new String[options.length + 2];
    command[0] = "script";
    command[1] = "_posts/2026-08-21-1.md";
    System.arraycopy(options, 0, command, 2, options.length);
    Shell.Result result = shell.run(command);
    assertThat(result.code()).as(result.err()).isZero();
    return Files.readString(file());
  }

  private Path file() {
    return folder.resolve("scripts/2026-08-21-1.txt");
  }

  private String checked() {
    return shell.run("check", "_posts/2026-08-21-1.md", "--fast", "--select", "disclosure").out();
  }

  private void set(String setting) throws IOException {
    Files.writeString(folder.resolve("zundacast.yaml"), setting + "\n");
  }

  /** The script as a version wrote it that said nothing of its voice. */
  private void writtenBefore() throws IOException {
    set("disclosure: none (written before)");
    assertThat(script()).doesNotContain("合成音声");
    set("");
  }

  @Test
  void aNewEpisodeSaysItOnceAndPasses() throws IOException {
    assertThat(script()).containsOnlyOnce(SAID).containsOnlyOnce("合成音声");
    assertThat(checked()).doesNotContain("disclosure:");
    assertThat(script()).containsOnlyOnce("合成音声");
  }

  @Test
  void theSettingsSayWhere() throws IOException {
    script();
    set("disclosure: closing");
    String moved = script();
    assertThat(moved.substring(moved.indexOf("== closing"))).contains("合成音声でお送りしたのだ。");
    assertThat(moved.lines().filter(row -> row.startsWith("[") && row.contains("合成音声"))).hasSize(1);
    set("disclosure: none");
    assertThat(shell.run("script", "_posts/2026-08-21-1.md").err())
        .contains("zundacast.yaml:1:13")
        .contains("none with its reason");
    set("disclosure: none（ジングルで言う）");
    assertThat(script().lines().filter(row -> row.startsWith("[")))
        .noneMatch(row -> row.contains("合成音声"));
    assertThat(checked()).doesNotContain("disclosure:");
  }

  @Test
  void anEpisodeOfEarlierFollowsWhereNobodyTouchedIt() throws IOException {
    writtenBefore();
    assertThat(checked()).contains("no line says that the voice is artificial").contains(SAID);
    assertThat(script()).containsOnlyOnce(SAID);
  }

  @Test
  void anEditedOpeningIsOfferedTheLine() throws IOException {
    writtenBefore();
    String edited = Files.readString(file()).replaceFirst("(\\[opening.01\\]) .*", "$1 やあ。");
    Files.writeString(file(), edited);
    assertThat(script()).contains("やあ。").doesNotContain("合成音声");
    assertThat(checked()).contains(SAID);
    Files.writeString(file(), Files.readString(file()).replaceFirst("やあ。", "AIの声でお届けするのだ。"));
    assertThat(checked()).doesNotContain("disclosure:");
    assertThat(script()).doesNotContain("合成音声");
  }

  @Test
  void aDeletedLineStaysDeletedAndWhatAClosingSaysIsEnough() throws IOException {
    Files.writeString(file(), script().replaceFirst(".*合成音声.*\n", ""));
    assertThat(script()).doesNotContain("] この番組は");
    assertThat(checked()).contains("disclosure:");

    Files.delete(file());
    writtenBefore();
    String own =
        Files.readString(file())
            .replace("== closing", "== bye section\nこの番組の声は合成音声なのだ。\n\n== closing");
    Files.writeString(file(), own);
    assertThat(script()).containsOnlyOnce("合成音声");
    assertThat(checked()).doesNotContain("disclosure:");
  }

  @Test
  void aNarrationGetsItBehindItsGreeting() throws IOException {
    String article = "1つ目の記事は、小さな時計のお話なのだ。\n工房が、小さな腕時計を公開したのだ。\n";
    Path narration = folder.resolve("n.txt");
    Files.writeString(narration, "やあ、みんな。\n始まるのだ。\n" + article + "感想を待っているのだ。\nまたなのだ。\n");
    assertThat(script("--narration", "n.txt"))
        .contains("[opening.01] やあ、みんな。\n[opening.02] " + SAID + "\n[opening.03] 始まるのだ。")
        .containsOnlyOnce("合成音声");
    assertThat(script("--narration", "n.txt")).containsOnlyOnce("合成音声");
    assertThat(
            shell.run("check", "_posts/2026-08-21-1.md", "--fast", "--select", "narration").out())
        .doesNotContain("narration:");
    Files.delete(file());
    Files.writeString(narration, "やあ。この番組はAI音声でお届けするのだ。\n" + article + "感想を待っているのだ。\n");
    assertThat(script("--narration", "n.txt")).doesNotContain("合成音声").contains("AI音声でお届け");
    assertThat(checked()).doesNotContain("disclosure:");
  }
}

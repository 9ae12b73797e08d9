package dev.zundacast.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.episode.Show;
import dev.zundacast.post.Shows;
import dev.zundacast.script.ScriptOptions;
import dev.zundacast.testkit.SampleSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What makes a script be brought up to date, and what does not. */
class ScriptInputsTest {
  private static final String SCRIPT =
      """
      @zundacast 1
      @speaker ずんだもん

      == a1 article
      [a1.01 つむぎ] 枝豆なのだ。
        > えだまめなのだ。
      # 覚え書き
      [a1.02] 豆なのだ。
      #= a1 next=3
      """;

  @TempDir Path folder;
  private Path post;
  private Workspace workspace;
  private ScriptInputs before;

  @BeforeEach
  void make() throws IOException {
    post = SampleSite.in(folder.resolve("site")).post(1, 1);
    Path voices = Files.createDirectories(folder.resolve("voices"));
    try (Stream<Path> files = Files.list(SampleSite.voices())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, voices.resolve(file.getFileName()));
      }
    }
    Path scripts = Files.createDirectories(folder.resolve("scripts"));
    workspace = new Workspace(voices, scripts, folder.resolve("out"));
    Files.writeString(workspace.script(post), SCRIPT);
    before = inputs("1", ScriptOptions.DEFAULTS).orElseThrow();
  }

  private Optional<ScriptInputs> inputs(String program, ScriptOptions options) throws IOException {
    Show show = Shows.find(post, Optional.empty());
    return ScriptInputs.of(program, PostOnDisk.read(post), show, workspace, options);
  }

  private void replace(Path file, String from, String to) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
  }

  private void assertSame() throws IOException {
    assertThat(inputs("1", ScriptOptions.DEFAULTS)).contains(before);
  }

  private void assertOther() throws IOException {
    assertThat(inputs("1", ScriptOptions.DEFAULTS).orElseThrow()).isNotEqualTo(before);
  }

  @Test
  void otherWordsInALineAreNoReason() throws IOException {
    Path script = workspace.script(post);
    replace(script, "枝豆なのだ", "さやえんどうなのだ");
    replace(script, "[a1.01 つむぎ]", "[a1.01 +0.5s]");
    replace(script, "  > えだまめなのだ。\n", "");
    replace(script, "# 覚え書き", "# 別の覚え書き");
    assertSame();
  }

  @Test
  void aLineMoreOrLessIsAReason() throws IOException {
    replace(workspace.script(post), "#= a1", "新しい行なのだ。\n#= a1");
    assertOther();
    replace(workspace.script(post), "新しい行なのだ。\n", "");
    assertSame();
    replace(workspace.script(post), "[a1.02] 豆なのだ。\n", "");
    assertOther();
  }

  @Test
  void whatIsRememberedOfASectionIsAReason() throws IOException {
    replace(workspace.script(post), "next=3", "next=4");
    assertOther();
  }

  @Test
  void thePostIsAReasonButForTheValuesThatABuildPutsIn() throws IOException {
    replace(post, "audio_file_size: 0", "audio_file_size: 123");
    replace(post, "duration: \"00:00\"", "duration: \"02:10\"");
    assertSame();
    replace(post, "豆の話その1", "豆の話その2");
    assertOther();
  }

  @Test
  void theTemplateIsAReasonAndTheReadingListIsNone() throws IOException {
    replace(workspace.readingList(), "\n", "\n# 覚え書き\n");
    assertSame();
    replace(workspace.voices().resolve("zundamon.txt"), "なのだ", "なのだよ");
    assertOther();
  }

  @Test
  void theOrderOfActorsIsTheSameInEveryRun() throws IOException {
    // The order of an immutable map of Java's changes from run to run.
    Path config = folder.resolve("site/_config.yml");
    Files.writeString(
        config, Files.readString(config) + "  つむぎ:\n    name: つむぎ\n  あおい:\n    name: あおい\n");
    assertThat(Shows.find(post, Optional.empty()).toString())
        .containsSubsequence("actors={", "あおい", "ずんだもん", "つむぎ");
  }

  @Test
  void anotherProgramOrAnotherWishIsAReason() throws IOException {
    assertThat(inputs("2", ScriptOptions.DEFAULTS).orElseThrow()).isNotEqualTo(before);
    assertThat(inputs("1", ScriptOptions.DEFAULTS.withStyle("dayo")).orElseThrow())
        .isNotEqualTo(before);
    assertThat(inputs("", ScriptOptions.DEFAULTS)).isEmpty();
  }
}

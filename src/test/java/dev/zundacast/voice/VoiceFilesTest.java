package dev.zundacast.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Voice;
import dev.zundacast.episode.Voices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VoiceFilesTest {
  private static final String GOOD =
      "name: ずんだもん\ncharacter: ずんだもん\nstyle: ノーマル\nspeech: nanoda\n"
          + "template: zundamon.txt\ncredit: VOICEVOX:ずんだもん\n";

  @TempDir Path folder;

  @Test
  void theVoicesOfTheProjectAreReadable() throws IOException {
    Voices voices = VoiceFiles.load(List.of(Path.of("voices")));
    assertThat(voices.all()).extracting(Voice::name).contains("ずんだもん", "春日部つむぎ", "お嬢様ずんだもん");
    assertThat(voices.find("つむぎ").orElseThrow().credit()).isEqualTo("VOICEVOX:春日部つむぎ");
    assertThat(voices.find("お嬢様").orElseThrow().character()).isEqualTo("ずんだもん");
    assertThat(voices.find("ずんだもん").orElseThrow().pauses().sentence()).isEqualTo(750);
  }

  @Test
  void whatIsLeftOutHasTheUsualValue() throws IOException {
    Voice voice = load(GOOD).all().get(0);
    assertThat(voice.parameters()).isEqualTo(new Voice.Parameters(1, 0, 1, 1, 1));
    assertThat(voice.pauses()).isEqualTo(new Voice.Pauses(1000, 750, 1300, 1000, 1800, 1500));
    assertThat(voice.aliases()).isEmpty();
  }

  @Test
  void everyMistakeIsNamedWithItsPlace() throws IOException {
    List<Diagnostic> found =
        problems(
            GOOD + "parameters:\n  sped: 1.1\n  volume: loud\n  intonation: 3\naliases: ずんだ\n");
    assertThat(found)
        .extracting(d -> d.line() + ":" + d.column() + ": " + d.message() + " / " + d.next())
        .containsExactlyInAnyOrder(
            "11:10: aliases: expected a list like [一, 二] but found 'ずんだ' / ",
            "9:11: parameters.volume: expected a number but found 'loud' / ",
            "10:15: parameters.intonation: expected a number from 0 to 2 but found '3' / ",
            "8:3: unknown field 'parameters.sped' / did you mean 'speed'?");
  }

  @Test
  void aMissingFieldIsNamed() throws IOException {
    assertThat(problems(GOOD.replace("style: ノーマル\n", "")))
        .extracting(it -> it.message().toString())
        .containsExactly("the field 'style' is missing");
  }

  @Test
  void brokenYamlIsNamedWithItsPlace() throws IOException {
    Diagnostic broken = problems("name: [ずんだもん\nstyle: x\n").get(0);
    assertThat(broken.line()).isEqualTo(2);
    assertThat(broken.message().toString()).startsWith("broken YAML: ");
  }

  @Test
  void aliasBombsAndTagsAreNotFollowed() throws IOException {
    assertThat(problems("name: !!java.io.File [/etc/passwd]\n"))
        .extracting(it -> it.message().toString())
        .containsExactly("broken YAML: Global tag is not allowed: tag:yaml.org,2002:java.io.File");
    assertThat(problems("a: &a [x, x]\nb: &b [*a, *a]\nname: *b\n"))
        .extracting(it -> it.message().toString())
        .contains("name: expected a text but found a list", "unknown field 'a'");
  }

  @Test
  void aNameThatTwoFilesClaimIsRefused() throws IOException {
    Files.writeString(folder.resolve("a.yaml"), GOOD);
    Files.writeString(folder.resolve("b.yaml"), GOOD);
    Problem problem = catchThrowableOfType(Problem.class, () -> VoiceFiles.load(List.of(folder)));
    assertThat(problem).hasMessage("the name 'ずんだもん' is taken by a.yaml already");
  }

  private Voices load(String yaml) throws IOException {
    Files.writeString(folder.resolve("voice.yaml"), yaml);
    return VoiceFiles.load(List.of(folder));
  }

  private List<Diagnostic> problems(String yaml) throws IOException {
    Files.writeString(folder.resolve("voice.yaml"), yaml);
    return catchThrowableOfType(Problem.class, () -> VoiceFiles.load(List.of(folder)))
        .diagnostics();
  }
}

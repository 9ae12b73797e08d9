package dev.zundacast.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.episode.Line;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.episode.Tuning;
import dev.zundacast.episode.Voice;
import dev.zundacast.words.Morphology;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final Voice VOICE =
      new Voice(
          "ずんだもん",
          List.of(),
          "ずんだもん",
          "ノーマル",
          "nanoda",
          "zundamon.txt",
          "VOICEVOX:ずんだもん",
          Voice.Parameters.NEUTRAL,
          new Voice.Pauses(0, 0, 0, 0, 0, 0),
          7,
          new Voice.Draft("ノーマル", 0));

  private final Readings readings;

  ComparisonTest() throws IOException {
    readings = Readings.open(Path.of("voices/readings.tsv"), new Morphology());
  }

  private List<String> found(String written, String... phrases) {
    Line line = new Line("a1.01", "", written, "", Tuning.NONE, 0, 0);
    SpokenLine spoken = readings.read(line, VOICE);
    return readings.misreadings(spoken, List.of(phrases)).stream().map(Misreading::found).toList();
  }

  @Test
  void whatIsHeardAsMeantIsNoFinding() {
    assertThat(found("Dockerで豆を茹でる", "ドッカアデ", "マメオ", "ユデル")).isEmpty();
  }

  @Test
  void aSignOfRepetitionInAWordIsHeard() {
    assertThat(found("様々な豆", "サマザマナ", "マメ")).isEmpty();
  }

  @Test
  void aTermThatTheEngineReadsOtherwiseIsFound() {
    assertThat(found("Dockerで茹でる", "ディイオオシイケエイイアアルデ", "ユデル"))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("'Docker' should be heard as ドッカー");
  }

  @Test
  void aPhraseOfTooManyMorasIsFound() {
    assertThat(found("長い", "ア".repeat(48))).first().asString().contains("is cut");
  }

  @Test
  void aParticleReadHaIsFoundWithWhatToWrite() {
    Line line = new Line("a1.01", "", "これはね", "", Tuning.NONE, 0, 0);
    SpokenLine spoken = new SpokenLine(line, VOICE, "これはね", List.of());
    assertThat(readings.misreadings(spoken, List.of("コレ", "ハネ")))
        .contains(new Misreading("the particle は is read ハ; a build mends it", "これワね"));
  }

  @Test
  void longVowelsSoundAlikeHoweverTheyAreWritten() {
    assertThat(Comparison.folded("オウエイー")).isEqualTo(Comparison.folded("オーエエエ"));
  }
}

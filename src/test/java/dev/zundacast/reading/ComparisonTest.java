package dev.zundacast.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.episode.Line;
import dev.zundacast.episode.Sound;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.reading.piece.LoanwordAccent;
import dev.zundacast.words.Morphology;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private final Readings readings;

  ComparisonTest() throws IOException {
    readings = Readings.open(List.of(Path.of("voices/readings.tsv")), new Morphology());
  }

  private List<String> found(String written, String... phrases) {
    Line line = SampleLines.line(written, "");
    SpokenLine spoken = readings.read(line, SampleLines.VOICE);
    return readings.misreadings(spoken, List.of(phrases)).stream()
        .map(it -> it.found().toString())
        .toList();
  }

  @Test
  void whatIsHeardAsMeantIsNoFinding() {
    assertThat(found("Dockerで豆を茹でる", "ドッカアデ", "マメオ", "ユデル")).isEmpty();
  }

  @Test
  void aWordThatBeginsWithAVowelIsHeardBehindALikeOne() {
    assertThat(found("普通のWebサイト", "フツウノ", "ウェブサイト")).isEmpty();
    assertThat(found("これでInputする", "コレデインプット", "スル")).isEmpty();
    assertThat(found("このWindow", "コノウィンドオ")).isEmpty();
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
  void aNameThatTheEngineReadsOtherwiseIsDoubtful() {
    assertThat(found("田中さんが来た", "デンナカサンガ", "キタ")).first().asString().startsWith("'田中' may be");
    assertThat(found("田中さんが来た", "タナカサンガ", "キタ")).isEmpty();
  }

  @Test
  void aPhraseOfTooManyMorasIsFound() {
    assertThat(found("長い", "ア".repeat(48))).first().asString().contains("is cut");
  }

  @Test
  void aGuessedWordThatTheEngineCutsIsMendedByAWordOfItsDictionary() {
    SpokenLine spoken = readings.read(SampleLines.line("Henlokuを", ""), SampleLines.VOICE);
    String kana = spoken.spoken().replace("を", "");
    assertThat(readings.misreadings(spoken, List.of("エンロクヲ")))
        .flatExtracting(misreading -> misreading.entry().stream().toList())
        .extracting(ReadingEntry::line)
        .containsExactly("Henloku\t" + kana + "\t" + LoanwordAccent.of(kana));
  }

  @Test
  void longVowelsSoundAlikeHoweverTheyAreWritten() {
    assertThat(Sound.folded("オウエイー")).isEqualTo(Sound.folded("オーエエエ"));
  }
}

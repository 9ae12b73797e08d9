package dev.zundacast.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.episode.DictionaryWord;
import dev.zundacast.episode.Line;
import dev.zundacast.reading.piece.PieceReading;
import dev.zundacast.words.Morphology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingsTest {
  @TempDir static Path folder;
  private static Readings readings;

  @BeforeAll
  static void open() throws IOException {
    Path list = folder.resolve("readings.tsv");
    Files.writeString(list, "CodeRabbit\tコードラビット\t4\n🍡\tダンゴ\n");
    readings = Readings.open(List.of(list), new Morphology());
  }

  @Test
  void theListComesBeforeEveryRule() {
    assertThat(readings.read("CodeRabbitが🍡を")).isEqualTo("コードラビットがダンゴを");
  }

  @Test
  void anInlineReadingIsSpokenAsItStands() {
    assertThat(readings.read("{生成AI|せいせいえーあい}の話")).isEqualTo("せいせいえーあいの話");
  }

  @ParameterizedTest
  @CsvSource({
    "**太字**と`印`, 太字と印",
    "[案内](https://example.com/a)を見て, 案内を見て",
    "詳しくは https://example.com/a?b=1。, 詳しくは。",
    "春🌸が来た♪, 春が来た",
    "髙橋と﨑田, 高橋と崎田",
    "ｶﾞｲﾄﾞ, ガイド",
    "「」だけ（）, だけ",
    "A&amp;B, エーアンドビー",
    "## 見出し, 見出し",
    "「○年○月○日」と書く, 「マル年マルガツマルニチと書く",
    "第○回は○人以上, 第マル回はマル人以上",
    "○日時です, 日時です",
    "約○時間かかる, 約マル時間かかる",
    "○をつける, をつける"
  })
  void whatIsForTheEyeAloneNeverReachesTheEngine(String written, String spoken) {
    assertThat(readings.read(written)).isEqualTo(spoken);
  }

  @Test
  void anExplanationJoinsToTheReading() {
    assertThat(readings.explain("CodeRabbitで"))
        .extracting(piece -> piece.written() + "=" + piece.spoken() + " " + piece.source().label())
        .containsExactly("CodeRabbit=コードラビット reading list", "で=で as written");
  }

  @Test
  void wordsThatAnEngineWouldDropAreNamed() {
    assertThat(readings.vanished("한국の汉字とПриветと鱻")).containsExactly("한국", "汉", "Привет", "鱻");
    assertThat(readings.vanished("髙橋さんの絵文字🎉と普通の文、AIと①")).isEmpty();
  }

  @Test
  void abbreviationsAndListedWordsBringTheirAccents() {
    assertThat(readings.explain("CodeRabbitのSDK"))
        .flatExtracting(PieceReading::words)
        .containsExactly(
            new DictionaryWord("コードラビット", "コードラビット", 4),
            new DictionaryWord("エスディーケー", "エスディーケー", 5));
  }

  @Test
  void curatedTermsBringAnAccentByRule() {
    assertThat(readings.explain("HerokuとMongoDBとGPT-4o mini"))
        .flatExtracting(PieceReading::words)
        .contains(
            new DictionaryWord("ヘロク", "ヘロク", 1), new DictionaryWord("モンゴディービー", "モンゴディービー", 6));
  }

  @Test
  void aLongEnglishTitlePausesBeforeAnAccentPhraseOverflows() {
    assertThat(
            readings.read(
                "Introducing a new open model for long running agents with better memory"))
        .isEqualTo("イントロデューシングアニューオープンモデル、フォーロングランニングエージェンツウィズベターメモリー");
  }

  @Test
  void aSpokenLineTakesTheOverrideOfThePerson() {
    Line line = SampleLines.line("GPTの話", "ジーピーティーの話");
    assertThat(readings.read(line, SampleLines.VOICE).spoken()).isEqualTo("ジーピーティーの話");
  }

  @ParameterizedTest
  @CsvSource({
    "びるどは VS Code で３分の１に, びるどはブイエスコードで3分の1に",
    "Slack Codeを7Bで, スラックコードを7ビーで",
    "CodeRabbit は３Dだよ, コードラビットはスリーディーだよ",
    "これはね、えーあい, これはね、えーあい"
  })
  void latinLeftInAnOverrideIsReadAndTheRestSentAsItStands(String override, String spoken) {
    Line line = SampleLines.line("何か", override);
    assertThat(readings.read(line, SampleLines.VOICE).spoken()).isEqualTo(spoken);
    assertThat(readings.read("まず{何か|" + override + "}")).isEqualTo("まず" + spoken);
  }

  @Test
  void anOverrideBringsTheDictionaryWordsOfItsLatinWords() {
    Line line = SampleLines.line("何か", "CodeRabbitのやつ");
    assertThat(readings.read(line, SampleLines.VOICE).words())
        .containsExactly(new DictionaryWord("コードラビット", "コードラビット", 4));
  }
}

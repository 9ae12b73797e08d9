package dev.zundacast.reading.kanji;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.episode.DictionaryWord;
import dev.zundacast.reading.piece.PieceReading;
import dev.zundacast.words.Morphology;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KanjiReaderTest {
  private final KanjiReader reader = new KanjiReader(new Morphology());

  private String read(String text) {
    StringBuilder read = new StringBuilder();
    Map<Integer, PieceReading> respellings = reader.respellings(text);
    for (int at = 0; at < text.length(); ) {
      PieceReading one = respellings.get(at);
      read.append(one == null ? text.substring(at, at + 1) : one.spoken());
      at += one == null ? 1 : one.written().length();
    }
    return read.toString();
  }

  @ParameterizedTest
  @CsvSource({
    // A word that the engine's dictionary does not have.
    "対話に特化したモデル, 対話にトッカしたモデル",
    "テストの安定性を, テストのアンテーセーを",
    // Two words that it cuts in another place.
    "検出する新手法, 検出するシンシュホー",
    "自由形式の質問, ジユーケーシキの質問",
    // A long vowel, and a vowel of its own.
    "精霊馬に乗る, ショーリョーウマに乗る",
    "町への道標だ, 町へのミチシルベだ",
    // A single kanji read in the Chinese way.
    "誤検知を防ぐ, ゴケンチを防ぐ",
    "表データの抽出, ヒョーデータの抽出",
    "一つの理想形だ, 一つの理想ケーだ",
    "親プロセスが, オヤプロセスが",
    // The family of a surname.
    "田中家の猫, 田中けの猫",
    // An old province.
    "武蔵国の武将, ムサシノクニの武将",
    // A verb's other reading.
    "概要に留まらない, 概要にとどまらない",
    // What stands beside decides.
    "理解する上で役立つ, 理解するうえで役立つ",
    "効率的に行っている, 効率的におこなっている",
    "2週間で検討まで行った, 2週間で検討までおこなった",
    "この値を変える, このアタイを変える",
    "興味のある方は, 興味のあるかたは"
  })
  void whatEnginesMisreadIsSentInKana(String written, String sent) {
    assertThat(read(written)).isEqualTo(sent);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "人気の市場で上手に一日を過ごす",
        "学校に行って、電車で行った",
        "その他の方法と東京の方へ",
        "戻り値の型を抽出し、同じように扱う",
        "今日の大手企業の側で開く",
        "世界中の人が空気中で",
        "次の作業が665日目に",
        "ストデータの中から車や自転車を",
        "高橋家具の棚と吉野家の丼",
        "在宅勤務の方が集中できる",
        "会話の間、黙っていた",
        "坂本真綾の歌",
        "宮崎駿吾の歌",
        "4年生と三年生の教室",
        "武蔵国分寺の跡で人気のない商品を売る",
        "日焼した肌と今使っている水着",
        "駅まで歩くんです",
        "今愛している人と皆損した話",
        "最大字数は400字で、拡大字幕が出る",
        "二ラウンド目、2ページ目に",
        "人気のない野菜と人気のない方法",
        "後ろの方から声がして、選んだ方は正解だった",
        "虎の巻を開くと、表が出る",
        "トマトの種の保存方法とあの子の音",
        "膝は床につくまで下げ、通路も開けてください",
        "アメリカ市場で果物を売った",
        "職人の頭を悩ませる仏の道路網の、朝の便に混雑が出た",
        "佳子さまと内耳の蝸牛と紀伊国屋書店",
        "都道府県と市区町村の東西南北",
        "高速走行の後で手品を見た大人気無い人と、不満の捌け口",
        "代表に出る選手はいい線を行った",
        "守護と地頭が置かれ、右手の方に城があった"
      })
  void whatEnginesReadRightStays(String text) {
    assertThat(read(text)).isEqualTo(text);
  }

  @Test
  void aNounBringsItsAccentAlong() {
    assertThat(reader.respellings("微調整").get(0).words())
        .containsExactly(new DictionaryWord("ビチョーセー", "ビチョーセー", 2));
  }
}

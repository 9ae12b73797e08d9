package dev.zundacast.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeardHaTest {
  /** Every は is surely ワ, or surely a word's own. */
  @ParameterizedTest
  @CsvSource({
    "今日は枝豆の話です, キョオワエダマメノハナシデス",
    "豆は、100グラムで八十円になる, マメワヒャクグラムデハチジュウエンニナル",
    "はい、豆は甘い, ハイマメワアマイ",
    "「はい」と豆は言う, ハイトマメワユウ",
    "葉っぱは緑だ, ハッパワミドリダ",
    "LLMは強く、箱は軽い, エルエルエムワツヨクハコワカルイ",
    "九ヶ月は長い半年, キュウカゲツワナガイハントシ",
    "東京へは花の話をいう, トオキョオエワハナノハナシオユウ",
    "ズッキーニは春, ズッキイニワハル",
    "つづりは八つ, ツズリワハチツ",
  })
  void whereEveryOneIsSureNobodyNeedsToAsk(String text, String heard) {
    assertThat(HeardHa.mayBeIn(text, heard)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "記事はさんざんだった, キジハサンザンダッタ",
    "これはできるのだ, コレハデキルノダ",
    "朝は歯を磨くが、夜は寝る, アサワハオミガクガヨルハネル",
    "「笑み男」は売れた, エミオトコハウレタ",
    "'1,008は高い', センハチハタカイ",
    "母は母, ハハハハハ",
    "夜は寝る, ヨルハネル",
    "豆とはなにか, マメトハナニカ",
    "枝豆祭！は人気です, エダマメマツリハニンキデス",
    "それ…は違います, ソレハチガイマス",
    "AI　は便利です, エエアイハベンリデス",
    "私、は思う, ワタシハオモウ",
    "は便利です, ハベンリデス",
    "はい豆は甘い, ハイマメハアマイ",
  })
  void aHaThatMayBeAParticleIsSeen(String text, String heard) {
    assertThat(HeardHa.mayBeIn(text, heard)).isTrue();
  }

  @Test
  void whereTextAndMorasDoNotFitNothingIsKnown() {
    assertThat(HeardHa.mayBeIn("豆は甘い", "マメワハカラシ")).isTrue();
    assertThat(HeardHa.mayBeIn("豆は", "ハ")).isTrue();
    assertThat(HeardHa.mayBeIn("", "ハ")).isTrue();
  }

  @Test
  void aLongTextTakesNoLongerThanItsSizeAsksFor() {
    String text = "今日は豆と花と箱は葉の話を12個はする".repeat(200);
    String heard = "キョオワマメトハナトハコワハノハナシオジュウニコワスル".repeat(200);
    assertThat(HeardHa.mayBeIn(text, heard)).isFalse();
  }

  /** Whatever an engine makes of the particles of a text, each that it read ハ may be one. */
  @ParameterizedTest
  @CsvSource({
    "この豆は、はたして花の葉か, コノマメ*ハタシテハナノハカ",
    "はい、母は鳩と箱は春に運ぶ, ハイハハ*ハトトハコ*ハルニハコブ",
    "「ゆで豆」は版8.5が速い, ユデマメ*バンハチテンゴガハヤイ",
    "ではまた。畑では葉物は育つ, デ*マタハタケデ*ハモノ*ソダツ",
    "トウフへは花は要らない, トオフエ*ハナ*イラナイ",
  })
  void noParticleThatWasReadHaIsMissed(String text, String moras) {
    List<Integer> particles = new ArrayList<>();
    for (int at = moras.indexOf('*'); at >= 0; at = moras.indexOf('*', at + 1)) {
      particles.add(at);
    }
    for (int read = 1; read < 1 << particles.size(); read++) {
      StringBuilder heard = new StringBuilder(moras);
      for (int i = 0; i < particles.size(); i++) {
        heard.setCharAt(particles.get(i), (read & 1 << i) == 0 ? 'ワ' : 'ハ');
      }
      assertThat(HeardHa.mayBeIn(text, heard.toString())).as(heard.toString()).isTrue();
    }
  }
}

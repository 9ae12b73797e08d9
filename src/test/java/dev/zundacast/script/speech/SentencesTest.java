package dev.zundacast.script.speech;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "一つ目です。|二つ目です。",
        "彼は「終わった。帰ろう。」と言いました。|それだけです。",
        "速さは3.5倍です。|Next.jsの例（e.g. Node.js）もあります。",
        "本当ですか？！|はい、本当です！",
        "結果（三回の平均。）を示します。|次へ進みます。",
        "できました（前の年の2倍）。|（編集部）",
        "そう…。|それから……どうなる？",
        "Yahoo!知恵袋で聞きました。|終わりです",
        "「どこ？」と聞く。|『ここ！』",
        "閉じない「かぎ。|次の文です。",
        "曲名「あつまれ！」の話。|アプリはわくわく！の公式です。",
        "短い文!|次の文?|終わり",
        "木が軽いから？という説です。|本当です。",
        "楽しみです。😊|また明日！🎉✨",
        "a ? b : c という式です。",
      })
  void splitsBehindTheMarksThatEndASentence(String sentences) {
    assertThat(Sentences.split(sentences.replace("|", " ")))
        .containsExactly(sentences.split("\\|", -1));
  }

  @Test
  void leavesAnEmojiWithTheSentenceBeforeIt() {
    assertThat(Sentences.split("終わりです。 😊")).containsExactly("終わりです。😊");
  }

  @Test
  void losesAndDoublesNothing() {
    String text = "あ」い。？」「う。（え！お）か…！」き";
    assertThat(String.join("", Sentences.split(text))).isEqualTo(text);
  }
}

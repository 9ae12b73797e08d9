package dev.zundacast.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ja.tokenattributes.BaseFormAttribute;
import org.apache.lucene.analysis.ja.tokenattributes.InflectionAttribute;
import org.apache.lucene.analysis.ja.tokenattributes.PartOfSpeechAttribute;
import org.apache.lucene.analysis.ja.tokenattributes.ReadingAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.junit.jupiter.api.Test;

/** Whether the lattice finds the words that Lucene's own tokenizer finds. */
class LatticeTest {
  private static final String TEXT =
      "町の工房は、2026年3月に新しい枝豆のアプリ「Zunda-Note 3.0」を公開しました。これまでの版より約1.5倍速く、"
          + "メモリーは(64GB から)半分になります！使い方が分からない方のために、動画もすぐに用意するそうです…\n"
          + "すもももももももものうち？ 髙﨑さんは𠮷野家で①番を頼んだ。ｶﾀｶﾅとＡＢＣ、Ёлка、αβγ、一二三、〜★※ 　\uE000食べ";

  private final Lattice lattice = new Lattice();

  @Test
  void findsTheWordsOfTheTokenizer() throws IOException {
    assertThat(lattice.analyse(TEXT)).isEqualTo(tokens(TEXT));
    assertThat(lattice.analyse("")).isEmpty();
  }

  @Test
  void findsThemInEveryPieceOfText() throws IOException {
    Random random = new Random(17);
    for (int i = 0; i < 2000; i++) {
      StringBuilder text = new StringBuilder();
      for (int piece = random.nextInt(4); piece >= 0; piece--) {
        int from = random.nextInt(TEXT.length());
        text.append(TEXT, from, Math.min(TEXT.length(), from + random.nextInt(20)));
      }
      assertThat(lattice.analyse(text.toString())).isEqualTo(tokens(text.toString()));
    }
  }

  private static List<Morpheme> tokens(String text) throws IOException {
    List<Morpheme> tokens = new ArrayList<>();
    try (JapaneseTokenizer tokenizer =
        new JapaneseTokenizer(null, false, JapaneseTokenizer.Mode.NORMAL)) {
      CharTermAttribute term = tokenizer.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = tokenizer.addAttribute(OffsetAttribute.class);
      BaseFormAttribute base = tokenizer.addAttribute(BaseFormAttribute.class);
      PartOfSpeechAttribute pos = tokenizer.addAttribute(PartOfSpeechAttribute.class);
      InflectionAttribute inflection = tokenizer.addAttribute(InflectionAttribute.class);
      ReadingAttribute reading = tokenizer.addAttribute(ReadingAttribute.class);
      tokenizer.setReader(new StringReader(text));
      tokenizer.reset();
      while (tokenizer.incrementToken()) {
        tokens.add(
            new Morpheme(
                term.toString(),
                offset.startOffset(),
                base.getBaseForm() == null ? term.toString() : base.getBaseForm(),
                pos.getPartOfSpeech(),
                inflection.getInflectionType() == null ? "" : inflection.getInflectionType(),
                inflection.getInflectionForm() == null ? "" : inflection.getInflectionForm(),
                reading.getReading() == null ? "" : reading.getReading()));
      }
      tokenizer.end();
    }
    return tokens;
  }
}

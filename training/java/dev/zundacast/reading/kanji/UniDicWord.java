package dev.zundacast.reading.kanji;

import com.atilika.kuromoji.dict.TokenInfoDictionary;
import com.atilika.kuromoji.unidic.kanaaccent.Tokenizer;
import com.atilika.kuromoji.util.SimpleResourceResolver;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A word of UniDic as it is written.
 *
 * @param cost the lower the commoner
 * @param speech part of speech, levels joined by "-"
 * @param form 終止形-一般 and so on, * for what does not inflect
 * @param kana how this form is read
 * @param said the same with long vowels written as they are said (ー)
 * @param base the dictionary form as it is written
 * @param baseKana how that is read
 * @param origin 漢 Chinese, 和 Japanese, 外 foreign, 混 mixed
 * @param accent its mora, -1 where UniDic has none
 */
record UniDicWord(
    int cost,
    String speech,
    String form,
    String surface,
    String kana,
    String said,
    String base,
    String baseKana,
    String origin,
    int accent) {

  private static final int FORM = 5;
  private static final int SURFACE = 8;
  static final int SAID = 9;
  private static final int BASE = 10;
  private static final int ORIGIN = 12;

  /** How the form is read, in katakana. */
  static final int KANA = 19;

  private static final int BASE_KANA = 20;
  static final int ACCENT = 23;

  /** All words by their surface. */
  static Map<String, List<UniDicWord>> all() throws IOException {
    Map<String, List<UniDicWord>> words = new TreeMap<>();
    TokenInfoDictionary dictionary =
        TokenInfoDictionary.newInstance(new SimpleResourceResolver(Tokenizer.class));
    try {
      for (int source = 0; ; source++) {
        for (int id : dictionary.lookupWordIds(source)) {
          UniDicWord word = of(dictionary.getAllFeaturesArray(id), dictionary.getWordCost(id));
          words.computeIfAbsent(word.surface(), surface -> new ArrayList<>()).add(word);
        }
      }
    } catch (ArrayIndexOutOfBoundsException e) {
      // The dictionary does not tell its size: this is how its end shows.
      return words;
    }
  }

  private static UniDicWord of(String[] features, int cost) {
    String accent = features[ACCENT].split(",", -1)[0];
    return new UniDicWord(
        cost,
        String.join("-", features[0], features[1], features[2]),
        features[FORM],
        features[SURFACE],
        features[KANA],
        features[SAID],
        features[BASE],
        features[BASE_KANA],
        features[ORIGIN],
        accent.matches("\\d+") ? Integer.parseInt(accent) : -1);
  }

  boolean isCommonNoun() {
    return speech.startsWith("名詞-普通名詞");
  }

  boolean isProperNoun() {
    return speech.startsWith("名詞-固有名詞");
  }
}

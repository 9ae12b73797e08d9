package dev.zundacast.reading.kanji;

import dev.zundacast.episode.Sound;
import dev.zundacast.words.Morpheme;
import dev.zundacast.words.Morphology;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.ja.dict.TokenInfoDictionary;
import org.apache.lucene.analysis.ja.dict.TokenInfoFST;
import org.apache.lucene.util.IntsRef;
import org.apache.lucene.util.fst.FST;
import org.apache.lucene.util.fst.IntsRefFSTEnum;

/**
 * Words that the analyser's dictionary reads in one way alone, and UniDic or Open JTalk in another.
 */
final class DoubtfulWords {
  private static final String WITH_KANJI = ".*\\p{IsHan}.*";

  private final Heard heard;
  private final UniDicReader unidic;
  private final Morphology morphology = new Morphology();

  DoubtfulWords(Heard heard, UniDicReader unidic) {
    this.heard = heard;
    this.unidic = unidic;
  }

  List<String> all() throws IOException, ReflectiveOperationException {
    return spellings().parallelStream()
        .filter(word -> word.length() > 1 && word.matches(WITH_KANJI) && isDoubtful(word))
        .sorted()
        .toList();
  }

  private boolean isDoubtful(String word) {
    Set<String> readings = morphology.readings(word);
    if (readings.size() != 1 || isName(word)) {
      return false;
    }
    String reading = Sound.folded(readings.iterator().next());
    return !reading.equals(Sound.folded(unidic.kana(word))) || !reading.equals(heard.of(word));
  }

  /** Names are never sure. */
  private boolean isName(String word) {
    List<Morpheme> morphemes = morphology.analyse(word);
    return morphemes.size() == 1 && morphemes.get(0).is("名詞-固有名詞");
  }

  /** Every spelling of the analyser's dictionary, which offers no list of them. */
  @SuppressWarnings("unchecked")
  private static List<String> spellings() throws IOException, ReflectiveOperationException {
    Method words = TokenInfoFST.class.getDeclaredMethod("getInternalFST");
    words.setAccessible(true);
    FST<Long> spellings = (FST<Long>) words.invoke(TokenInfoDictionary.getInstance().getFST());
    IntsRefFSTEnum<Long> all = new IntsRefFSTEnum<>(spellings);
    List<String> found = new ArrayList<>();
    for (var next = all.next(); next != null; next = all.next()) {
      found.add(text(next.input));
    }
    return found;
  }

  private static String text(IntsRef letters) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < letters.length; i++) {
      text.append((char) letters.ints[letters.offset + i]);
    }
    return text.toString();
  }
}

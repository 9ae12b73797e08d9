package dev.zundacast.words;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.analysis.ja.dict.TokenInfoDictionary;
import org.apache.lucene.analysis.ja.dict.TokenInfoFST;
import org.apache.lucene.util.IntsRef;
import org.apache.lucene.util.fst.FST;
import org.jspecify.annotations.Nullable;

/** Looks a spelling up in the analyser's dictionary. */
final class Spellings {
  private Spellings() {}

  static Set<String> readings(String surface) throws IOException {
    TokenInfoDictionary dictionary = TokenInfoDictionary.getInstance();
    Set<String> readings = new TreeSet<>();
    IntsRef words = new IntsRef();
    int source = source(dictionary.getFST(), surface);
    if (source >= 0) {
      dictionary.lookupWordIds(source, words);
      char[] letters = surface.toCharArray();
      for (int i = 0; i < words.length; i++) {
        String reading =
            dictionary.getReading(words.ints[words.offset + i], letters, 0, letters.length);
        if (reading != null) {
          readings.add(reading);
        }
      }
    }
    return readings;
  }

  /** Where the dictionary has the words of a spelling, -1 for none. */
  private static int source(TokenInfoFST spellings, String surface) throws IOException {
    FST.BytesReader reader = spellings.getBytesReader();
    FST.Arc<Long> arc = spellings.getFirstArc(new FST.Arc<>());
    long source = 0;
    for (int i = 0; i < surface.length(); i++) {
      FST.@Nullable Arc<Long> next =
          spellings.findTargetArc(surface.charAt(i), arc, arc, i == 0, reader);
      if (next == null) {
        return -1;
      }
      source += next.output();
    }
    return arc.isFinal() ? (int) (source + arc.nextFinalOutput()) : -1;
  }
}

package dev.zundacast.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.analysis.ja.dict.TokenInfoDictionary;
import org.apache.lucene.analysis.ja.dict.TokenInfoFST;
import org.apache.lucene.util.IntsRef;
import org.apache.lucene.util.fst.FST;
import org.jspecify.annotations.Nullable;

/**
 * Japanese text to morphemes by the IPA dictionary of Lucene's Kuromoji. Safe for many threads; the
 * dictionary is loaded by the first call.
 */
public final class Morphology {
  /**
   * Sentences of an episode and their parts: rules and styles ask for the same ones again. With 128
   * scripts take a tenth longer.
   */
  private static final int KNOWN = 1024;

  private final ThreadLocal<Analyser> analysers = ThreadLocal.withInitial(Analyser::new);

  /** One whose dictionary is there, which takes 0.4 s; all share it. */
  public static Morphology loaded() {
    Morphology words = new Morphology();
    words.analysers.get();
    return words;
  }

  /** The morphemes of {@code text} in order; they cover it but for white space. */
  public List<Morpheme> analyse(String text) {
    try {
      return analysers.get().analyse(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every reading that the dictionary has for a word of just this spelling, in katakana. */
  public Set<String> readings(String surface) {
    try {
      return Spellings.readings(surface);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Analyser {
    private final Lattice lattice = new Lattice();
    private final Map<String, List<Morpheme>> recent =
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, List<Morpheme>> eldest) {
            return size() > KNOWN;
          }
        };

    /** The text's morphemes, which stay known for a while: stages look at a sentence in turn. */
    List<Morpheme> analyse(String text) throws IOException {
      List<Morpheme> known = recent.get(text);
      if (known == null) {
        known = lattice.analyse(text);
        recent.put(text, known);
      }
      return known;
    }
  }

  /** Looks a spelling up in the analyser's dictionary. */
  private static final class Spellings {
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
}

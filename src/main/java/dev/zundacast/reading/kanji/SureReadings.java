package dev.zundacast.reading.kanji;

import dev.zundacast.disk.Resource;
import dev.zundacast.words.Morphology;
import java.util.Set;

/**
 * Tells words whose reading is sure: the analyser's dictionary reads them in one way alone, and the
 * other dictionaries in the same one, which those of {@code doubtful.txt.gz} do not.
 */
public final class SureReadings {
  /** A word of one kanji is read in many ways. */
  private static final int SHORTEST = 2;

  /** What is counted by them is read by the number in front, too: 一日 of 十月一日. */
  private static final String NUMERALS = "一二三四五六七八九十百千万";

  private final Morphology morphology;

  /** Loaded once, when a text is misread. */
  private static final class Doubtful {
    static final Set<String> WORDS = load();
  }

  public SureReadings(Morphology morphology) {
    this.morphology = morphology;
  }

  /** Whether a word is read in one way alone. */
  public boolean has(String word) {
    return word.length() >= SHORTEST
        && NUMERALS.indexOf(word.charAt(0)) < 0
        && morphology.readings(word).size() == 1
        && !Doubtful.WORDS.contains(word);
  }

  private static Set<String> load() {
    return Set.copyOf(Resource.rows(SureReadings.class, "doubtful.txt.gz"));
  }
}

package dev.zundacast.reading.kanji;

import dev.zundacast.reading.piece.Kana;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the accent of a compound falls (NHK's rules in short): a second part of three moras or more
 * keeps an accent in its middle or takes one on its first mora; before a shorter one the first part
 * has it on its last mora.
 */
final class CompoundAccent {
  private static final int LONG = 3;
  private static final int LONGEST_ACCENTED = 4;

  /** Second parts that make any compound flat. */
  private static final String FLAT = "性化的型版用製線語制場側色病家派党製産式";

  private CompoundAccent() {}

  /**
   * The accent of two parts together.
   *
   * @param written the second part
   * @param own the second part's accent, -1 where it is not known
   */
  static int of(String first, String written, String second, int own) {
    if (written.length() == 1 && FLAT.contains(written)) {
      return 0;
    }
    int before = Kana.moras(first);
    int moras = Kana.moras(second);
    if (moras < LONG) {
      return lastStrong(first);
    }
    if (own > 1 && own < moras) {
      return before + own;
    }
    return own == 0 && moras > LONGEST_ACCENTED ? 0 : before + 1;
  }

  /** The last mora that can carry an accent: not the second half of a long syllable. */
  private static int lastStrong(String kana) {
    List<String> moras = new ArrayList<>();
    for (int i = 0; i < kana.length(); i++) {
      String mora = kana.substring(i, i + 1);
      if (Kana.moras(mora) == 0 && !moras.isEmpty()) {
        moras.set(moras.size() - 1, moras.get(moras.size() - 1) + mora);
      } else {
        moras.add(mora);
      }
    }
    int last = moras.size();
    return last > 1 && "ンッーイウ".contains(moras.get(last - 1)) ? last - 1 : last;
  }
}

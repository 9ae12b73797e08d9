package dev.zundacast.draft.speech;

import java.util.Locale;
import java.util.Set;

/** The phonemes of Open JTalk's labels, of which moras are made. */
public final class Phonemes {
  private static final Set<String> VOICED = Set.of("a", "i", "u", "e", "o", "N");
  private static final Set<String> DEVOICED = Set.of("A", "I", "U", "E", "O");
  private static final Set<String> CONSONANTS =
      Set.of(
          "b", "by", "ch", "d", "dy", "f", "g", "gw", "gy", "h", "hy", "j", "k", "kw", "ky", "m",
          "my", "n", "ny", "p", "py", "r", "ry", "s", "sh", "t", "ts", "ty", "v", "w", "y", "z");

  private Phonemes() {}

  public static boolean isConsonant(String phoneme) {
    return CONSONANTS.contains(phoneme);
  }

  /** Whether {@code phoneme} ends a mora: a vowel, the syllabic n or a closure. */
  public static boolean isVowel(String phoneme) {
    return VOICED.contains(phoneme) || DEVOICED.contains(phoneme) || phoneme.equals("cl");
  }

  public static boolean isVoiced(String vowel) {
    return VOICED.contains(vowel);
  }

  public static boolean isDevoiced(String vowel) {
    return DEVOICED.contains(vowel);
  }

  /** The voiced form of a devoiced vowel; every other vowel as it is. */
  public static String voiced(String vowel) {
    return isDevoiced(vowel) ? vowel.toLowerCase(Locale.ROOT) : vowel;
  }

  /** The devoiced form of a vowel. */
  static String devoiced(String vowel) {
    return vowel.toUpperCase(Locale.ROOT);
  }
}

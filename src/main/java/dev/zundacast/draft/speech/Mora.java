package dev.zundacast.draft.speech;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One mora: what is said in one beat, its lengths in seconds.
 *
 * @param text katakana; 、 for a pause
 * @param consonantLength null exactly where {@code consonant} is
 * @param vowel a i u e o, upper case when devoiced, N, cl or pau
 * @param pitch natural logarithm of the fundamental frequency in Hz; 0 when unvoiced
 */
public record Mora(
    String text,
    @Nullable String consonant,
    @JsonProperty("consonant_length") @Nullable Double consonantLength,
    String vowel,
    @JsonProperty("vowel_length") double vowelLength,
    double pitch) {
  private static final Set<String> VOICED = Set.of("a", "i", "u", "e", "o", "N");
  private static final Set<String> DEVOICED = Set.of("A", "I", "U", "E", "O");

  /** A mora whose lengths and pitch are still to be filled. */
  static Mora plain(String text, @Nullable String consonant, String vowel) {
    return new Mora(text, consonant, consonant == null ? null : 0.0, vowel, 0, 0);
  }

  /** The pause between two accent phrases. */
  static Mora pause() {
    return plain("、", null, "pau");
  }

  /** Whether this mora can carry a pitch at all: neither devoiced nor a closure or a pause. */
  boolean voiced() {
    return VOICED.contains(vowel);
  }

  boolean devoiced() {
    return DEVOICED.contains(vowel);
  }

  Mora whispered() {
    return plain(text, consonant, vowel.toUpperCase(Locale.ROOT));
  }

  /** Whether {@code phoneme} ends a mora: a vowel, the syllabic n or a closure. */
  static boolean isVowel(String phoneme) {
    return VOICED.contains(phoneme) || DEVOICED.contains(phoneme) || phoneme.equals("cl");
  }

  /** The voiced form of a devoiced vowel; every other vowel as it is. */
  static String voiced(String vowel) {
    return DEVOICED.contains(vowel) ? vowel.toLowerCase(Locale.ROOT) : vowel;
  }

  Mora withLengths(@Nullable Double consonantLength, double vowelLength) {
    return new Mora(text, consonant, consonantLength, vowel, vowelLength, pitch);
  }

  Mora withPitch(double pitch) {
    return new Mora(text, consonant, consonantLength, vowel, vowelLength, pitch);
  }
}

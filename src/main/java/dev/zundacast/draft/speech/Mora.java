package dev.zundacast.draft.speech;

import org.jspecify.annotations.Nullable;

/**
 * One mora: what is said in one beat.
 *
 * @param text katakana; 、 for a pause
 * @param consonant phoneme before the vowel, if any
 * @param consonantLength seconds; null exactly where {@code consonant} is
 * @param vowel a i u e o, upper case when devoiced, N, cl or pau
 * @param vowelLength seconds
 * @param pitch natural logarithm of the fundamental frequency in Hz; 0 when unvoiced
 */
public record Mora(
    String text,
    @Nullable String consonant,
    @Nullable Double consonantLength,
    String vowel,
    double vowelLength,
    double pitch) {

  /** A mora whose lengths and pitch are still to be filled. */
  public static Mora plain(String text, @Nullable String consonant, String vowel) {
    return new Mora(text, consonant, consonant == null ? null : 0.0, vowel, 0, 0);
  }

  /** The pause between two accent phrases. */
  public static Mora pause() {
    return plain("、", null, "pau");
  }

  /** Whether this mora can carry a pitch at all: neither devoiced nor a closure or a pause. */
  public boolean isVoiced() {
    return Phonemes.isVoiced(vowel);
  }

  public Mora withLengths(@Nullable Double consonantLength, double vowelLength) {
    return new Mora(text, consonant, consonantLength, vowel, vowelLength, pitch);
  }

  public Mora withPitch(double pitch) {
    return new Mora(text, consonant, consonantLength, vowel, vowelLength, pitch);
  }
}

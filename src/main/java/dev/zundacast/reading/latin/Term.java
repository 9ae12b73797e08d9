package dev.zundacast.reading.latin;

/**
 * A word with its reading.
 *
 * @param kana katakana
 * @param accent mora of the accent's core from 1, 0 for flat, {@link #NO_ACCENT} when not known
 */
record Term(String kana, int accent) {
  static final int NO_ACCENT = -1;

  /** A reading made by rules, whose accent is not known. */
  static Term of(String kana) {
    return new Term(kana, NO_ACCENT);
  }
}

package dev.zundacast.reading.latin;

/**
 * A loanword of UniDic.
 *
 * @param english small letters
 * @param kana katakana
 * @param accent as in {@link Term}
 * @param cost the dictionary's cost of the word; common words cost little
 */
record Loanword(String english, String kana, int accent, int cost) {}

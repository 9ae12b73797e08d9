package dev.zundacast.episode;

/**
 * A reading with its accent, as engines' user dictionaries take it.
 *
 * @param surface the text to match
 * @param reading full-width katakana
 * @param accent mora of the accent's core from 1, 0 for flat (heiban)
 */
public record DictionaryWord(String surface, String reading, int accent) {}

package dev.zundacast.script.file;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known word that a mistyped one was meant to be. */
final class Spelling {
  private Spelling() {}

  /** "did you mean 'title'?", or "" when no known word is near. */
  static String hint(String typed, Collection<String> known) {
    return nearest(typed, known).map(word -> "did you mean '" + word + "'?").orElse("");
  }

  private static Optional<String> nearest(String typed, Collection<String> known) {
    return known.stream()
        .filter(word -> distance(fold(typed), fold(word)) <= allowed(typed, word))
        .min(Comparator.comparingInt(word -> distance(fold(typed), fold(word))));
  }

  private static int allowed(String typed, String word) {
    boolean inside = typed.length() > 1 && (word.contains(typed) || typed.contains(word));
    return inside ? Integer.MAX_VALUE : Math.max(1, word.length() / 3);
  }

  private static String fold(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  /** Levenshtein's distance. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}

package dev.zundacast.episode;

import dev.zundacast.message.Message;
import java.util.Collection;
import java.util.Comparator;

/** The known word that is closest to a misspelt one. */
public final class SimilarName {
  private SimilarName() {}

  /** "did you mean 'title'?", or "" when no known word is near. */
  public static Message hint(String word, Collection<String> known) {
    return known.stream()
        .filter(it -> isInside(word, it) || distance(word, it) <= Math.max(1, it.length() / 3))
        .min(Comparator.comparingInt(it -> distance(word, it)))
        .map(near -> Message.of("cli.near", near))
        .orElse(Message.NONE);
  }

  /** A part of a word, or a word and more, as in つむぎ for 春日部つむぎ. */
  private static boolean isInside(String word, String candidate) {
    return Math.min(word.length(), candidate.length()) > 1
        && (candidate.contains(word) || word.contains(candidate));
  }

  /** Levenshtein's distance; a difference in case counts half a letter, rounded down. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        boolean same =
            Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1));
        int next = Math.min(Math.min(row[j], row[j - 1]) + 1, diagonal + (same ? 0 : 1));
        diagonal = row[j];
        row[j] = next;
      }
    }
    return row[b.length()];
  }
}

package dev.zundacast.script.merge;

import java.util.HashMap;
import java.util.Map;

/** How alike two sentences are. */
final class Similarity {
  private Similarity() {}

  /**
   * Dice's coefficient over pairs of neighbouring characters, from 0 for nothing in common to 1 for
   * the same pairs.
   */
  static double of(String a, String b) {
    if (a.length() < 2 || b.length() < 2) {
      return a.equals(b) ? 1 : 0;
    }
    Map<String, Integer> pairs = new HashMap<>();
    for (int i = 0; i + 1 < a.length(); i++) {
      pairs.merge(a.substring(i, i + 2), 1, Integer::sum);
    }
    int common = 0;
    for (int i = 0; i + 1 < b.length(); i++) {
      int left = pairs.merge(b.substring(i, i + 2), -1, Integer::sum);
      common += left >= 0 ? 1 : 0;
    }
    return 2.0 * common / (a.length() + b.length() - 2);
  }
}

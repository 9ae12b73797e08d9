package dev.zundacast.reading.latin;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Names of products that are a word with a common head or tail (mxnet, Supascale, photonai), by the
 * rows of {@code name-parts.tsv}.
 */
final class NameParts {
  /** A shorter rest may be anything but letters that are spelled. */
  private static final int SHORTEST_REST = 4;

  /** Tails of two letters stand only behind a known word. */
  private static final int SHORTEST_TAIL = 3;

  private final Map<String, String> heads = longestFirst();
  private final Map<String, String> tails = longestFirst();

  static NameParts load() {
    NameParts parts = new NameParts();
    for (String[] row : TextRows.of("name-parts.tsv")) {
      (row[0].equals("head") ? parts.heads : parts.tails).put(row[1], row[2]);
    }
    return parts;
  }

  private static Map<String, String> longestFirst() {
    return new TreeMap<>(
        Comparator.comparingInt(String::length).reversed().thenComparing(part -> part));
  }

  /**
   * The kana of a name.
   *
   * @param known reads a word that some list has
   * @param any reads any letters
   */
  Optional<String> read(
      String lower, Function<String, Optional<Term>> known, Function<String, Term> any) {
    for (Map.Entry<String, String> tail : tails.entrySet()) {
      String rest = without(lower, lower.length() - tail.getKey().length());
      if (lower.endsWith(tail.getKey()) && isRest(rest)) {
        Optional<Term> word =
            tail.getKey().length() < SHORTEST_TAIL
                ? known.apply(rest)
                : Optional.of(any.apply(rest));
        if (word.isPresent()) {
          return word.map(term -> term.kana() + tail.getValue());
        }
      }
    }
    return heads.entrySet().stream()
        .filter(head -> lower.startsWith(head.getKey()))
        .filter(head -> lower.length() >= head.getKey().length() + SHORTEST_REST)
        .findFirst()
        .map(head -> head.getValue() + any.apply(lower.substring(head.getKey().length())).kana());
  }

  private static String without(String lower, int length) {
    return lower.substring(0, Math.max(0, length));
  }

  /** A word, or letters that no one could say. */
  private static boolean isRest(String rest) {
    boolean letters = !rest.isEmpty() && rest.chars().noneMatch(c -> "aeiouy".indexOf(c) >= 0);
    return rest.length() >= SHORTEST_REST || letters || List.of("uv", "ui", "ai").contains(rest);
  }
}

package dev.zundacast.reading.latin;

import dev.zundacast.disk.Resource;
import java.util.Comparator;
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

  /** Tails of two letters stand only behind a known word of some length, or letters. */
  private static final int SHORTEST_TAIL = 3;

  private static final int SHORTEST_BEFORE_LETTERS = 5;

  private final Map<String, String> heads = longestFirst();
  private final Map<String, String> tails = longestFirst();

  static NameParts load() {
    NameParts parts = new NameParts();
    for (String line : Resource.rows(NameParts.class, "name-parts.tsv")) {
      String[] row = line.split("\t", -1);
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
      if (lower.endsWith(tail.getKey())) {
        String rest = lower.substring(0, lower.length() - tail.getKey().length());
        Optional<Term> word = before(rest, tail.getKey(), known, any);
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

  private static Optional<Term> before(
      String rest,
      String tail,
      Function<String, Optional<Term>> known,
      Function<String, Term> any) {
    if (isLetters(rest)) {
      return Optional.of(any.apply(rest));
    }
    if (tail.length() >= SHORTEST_TAIL) {
      return rest.length() < SHORTEST_REST ? Optional.empty() : Optional.of(any.apply(rest));
    }
    return rest.length() < SHORTEST_BEFORE_LETTERS ? Optional.empty() : known.apply(rest);
  }

  /** What no one could say as a word. */
  private static boolean isLetters(String rest) {
    boolean consonants = !rest.isEmpty() && rest.chars().noneMatch(c -> "aeiouy".indexOf(c) >= 0);
    return consonants || rest.equals("uv");
  }
}

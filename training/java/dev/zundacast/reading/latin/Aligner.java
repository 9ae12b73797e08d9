package dev.zundacast.reading.latin;

import dev.zundacast.reading.latin.LetterModel.Chunk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Cuts words and their kana into chunks that belong together, by expectation and maximisation over
 * all cuts.
 */
final class Aligner {
  private static final int ROUNDS = 8;
  private static final int MOST_LETTERS = 3;
  private static final int MOST_KANA = 3;

  /** Rarer chunks come from loanwords that are no transliterations. */
  private static final double LEAST_COUNT = 2.5;

  private Map<Chunk, Double> probabilities = new HashMap<>();

  static Aligner train(Collection<Loanword> words) {
    Aligner aligner = new Aligner();
    for (int round = 0; round < ROUNDS; round++) {
      Map<Chunk, Double> counts = new HashMap<>();
      words.forEach(word -> aligner.count(word, counts));
      if (round > 2) {
        counts.values().removeIf(count -> count < LEAST_COUNT);
      }
      aligner.maximise(counts);
    }
    return aligner;
  }

  private void maximise(Map<Chunk, Double> counts) {
    double total = counts.values().stream().mapToDouble(Double::doubleValue).sum();
    counts.replaceAll((chunk, count) -> count / total);
    probabilities = counts;
  }

  /**
   * A chunk's probability, sharpened by its size: else few long chunks would always beat many short
   * ones.
   */
  private double weight(Chunk chunk) {
    double size = chunk.letters().length() + chunk.kana().length();
    if (probabilities.isEmpty()) {
      return Math.pow(1e-3, size);
    }
    Double probability = probabilities.get(chunk);
    return probability == null ? 0 : Math.pow(probability, size / 2);
  }

  private interface Step {
    void take(int letters, int kana, int nextLetters, int nextKana, double weight);
  }

  private void steps(Loanword word, Step step) {
    String letters = word.english();
    String kana = word.kana();
    for (int l = 0; l < letters.length(); l++) {
      for (int k = 0; k <= kana.length(); k++) {
        for (int l2 = l + 1; l2 <= Math.min(letters.length(), l + MOST_LETTERS); l2++) {
          for (int k2 = k; k2 <= Math.min(kana.length(), k + MOST_KANA); k2++) {
            if (l2 - l == 1 || k2 - k <= 2) {
              Chunk chunk = new Chunk(letters.substring(l, l2), kana.substring(k, k2));
              double weight = weight(chunk);
              if (weight > 0) {
                step.take(l, k, l2, k2, weight);
              }
            }
          }
        }
      }
    }
  }

  private void count(Loanword word, Map<Chunk, Double> counts) {
    int letters = word.english().length();
    int kana = word.kana().length();
    double[][] forward = new double[letters + 1][kana + 1];
    forward[0][0] = 1;
    List<int[]> arcs = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    steps(
        word,
        (l, k, l2, k2, weight) -> {
          arcs.add(new int[] {l, k, l2, k2});
          weights.add(weight);
          forward[l2][k2] += forward[l][k] * weight;
        });
    double all = forward[letters][kana];
    if (all == 0) {
      return;
    }
    double[][] backward = new double[letters + 1][kana + 1];
    backward[letters][kana] = 1;
    for (int i = arcs.size() - 1; i >= 0; i--) {
      int[] arc = arcs.get(i);
      double weight = weights.get(i);
      double behind = backward[arc[2]][arc[3]] * weight;
      double expected = forward[arc[0]][arc[1]] * behind / all;
      backward[arc[0]][arc[1]] += behind;
      if (expected > 1e-6) {
        Chunk chunk =
            new Chunk(
                word.english().substring(arc[0], arc[2]), word.kana().substring(arc[1], arc[3]));
        counts.merge(chunk, expected, Double::sum);
      }
    }
  }

  /** The likeliest cut, empty when the word cannot be cut. */
  List<Chunk> align(Loanword word) {
    int letters = word.english().length();
    int kana = word.kana().length();
    double[][] best = new double[letters + 1][kana + 1];
    int[][][] from = new int[letters + 1][kana + 1][];
    best[0][0] = 1;
    steps(
        word,
        (l, k, l2, k2, weight) -> {
          if (best[l][k] * weight > best[l2][k2]) {
            best[l2][k2] = best[l][k] * weight;
            from[l2][k2] = new int[] {l, k};
          }
        });
    List<Chunk> chunks = new ArrayList<>();
    int[] at = {letters, kana};
    while (from[at[0]][at[1]] != null) {
      int[] before = from[at[0]][at[1]];
      chunks.add(
          0,
          new Chunk(
              word.english().substring(before[0], at[0]), word.kana().substring(before[1], at[1])));
      at = before;
    }
    return Arrays.equals(at, new int[] {0, 0}) ? chunks : List.of();
  }
}

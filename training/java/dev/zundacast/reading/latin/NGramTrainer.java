package dev.zundacast.reading.latin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts sequences of tokens and smooths them by interpolated absolute discounting. */
final class NGramTrainer {
  private static final double DISCOUNT = 0.7;

  /** N-grams of the full length that were seen less often say little and cost most of the space. */
  private static final int LEAST_OF_FULL_LENGTH = 1;

  private final List<Map<Long, Integer>> counts = new ArrayList<>();

  NGramTrainer() {
    for (int order = 1; order <= NGrams.ORDER; order++) {
      counts.add(new TreeMap<>());
    }
  }

  void add(List<Integer> tokens) {
    long context = NGrams.START_CONTEXT;
    List<Integer> ended = new ArrayList<>(tokens);
    ended.add(NGrams.END);
    for (int token : ended) {
      for (int order = 1; order <= NGrams.ORDER; order++) {
        long key = NGrams.key(NGrams.shorten(context, order - 1), token);
        counts.get(order - 1).merge(key, 1, Integer::sum);
      }
      context = NGrams.shift(context, token);
    }
  }

  NGrams train() {
    long[][] keys = new long[NGrams.ORDER][];
    byte[][] probabilities = new byte[NGrams.ORDER][];
    byte[][] backoffs = new byte[NGrams.ORDER][];
    Map<Long, Double> shorter = new HashMap<>();
    for (int order = 1; order <= NGrams.ORDER; order++) {
      Map<Long, int[]> contexts = contexts(order);
      Map<Long, Double> smoothed = smoothed(order, contexts, shorter);
      Map<Long, int[]> longer = order < NGrams.ORDER ? contexts(order + 1) : Map.of();
      // The start is a context though it was never a token.
      TreeMap<Long, Double> entries = new TreeMap<>(smoothed);
      longer.keySet().forEach(context -> entries.putIfAbsent(context, Math.exp(-15)));
      fill(order - 1, entries, longer, keys, probabilities, backoffs);
      shorter = smoothed;
    }
    return new NGrams(keys, probabilities, backoffs);
  }

  /** For each context of an order: how often it was seen, and with how many different tokens. */
  private Map<Long, int[]> contexts(int order) {
    Map<Long, int[]> contexts = new HashMap<>();
    counts
        .get(order - 1)
        .forEach(
            (key, count) -> {
              int[] sums = contexts.computeIfAbsent(NGrams.contextOf(key), k -> new int[2]);
              sums[0] += count;
              sums[1]++;
            });
    return contexts;
  }

  private Map<Long, Double> smoothed(
      int order, Map<Long, int[]> contexts, Map<Long, Double> shorter) {
    Map<Long, Double> smoothed = new HashMap<>();
    counts
        .get(order - 1)
        .forEach(
            (key, count) -> {
              if (order == NGrams.ORDER && count < LEAST_OF_FULL_LENGTH) {
                return;
              }
              int[] sums = contexts.get(NGrams.contextOf(key));
              double own = Math.max(count - DISCOUNT, 0) / sums[0];
              double rest = DISCOUNT * sums[1] / sums[0];
              double below =
                  order == 1 ? 1e-4 : shorter.getOrDefault(NGrams.shorten(key, order - 1), 1e-6);
              smoothed.put(key, own + rest * below);
            });
    return smoothed;
  }

  private static void fill(
      int at,
      TreeMap<Long, Double> entries,
      Map<Long, int[]> longer,
      long[][] keys,
      byte[][] probabilities,
      byte[][] backoffs) {
    int size = entries.size();
    keys[at] = new long[size];
    probabilities[at] = new byte[size];
    backoffs[at] = new byte[size];
    int i = 0;
    for (Map.Entry<Long, Double> entry : entries.entrySet()) {
      int[] sums = longer.get(entry.getKey());
      keys[at][i] = entry.getKey();
      probabilities[at][i] = NGrams.pack(Math.log(entry.getValue()));
      backoffs[at][i] = sums == null ? 0 : NGrams.pack(Math.log(DISCOUNT * sums[1] / sums[0]));
      i++;
    }
  }
}

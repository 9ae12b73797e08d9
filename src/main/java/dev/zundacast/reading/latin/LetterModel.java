package dev.zundacast.reading.latin;

import dev.zundacast.disk.Resource;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Guesses the kana of a word from its letters: a joint n-gram over chunks of letters and the kana
 * that they become, searched with a beam.
 */
final class LetterModel {
  private static final String RESOURCE = "letters.bin.gz";
  private static final int BEAM = 24;
  private static final int PATHS_PER_GUESS = 2;

  /** A stretch of letters with the kana it becomes; either is up to three characters long. */
  record Chunk(String letters, String kana) {}

  /** A reading of a word with the logarithm of its probability. */
  record Guess(String kana, double logProbability) {}

  private final List<Chunk> chunks;
  private final NGrams ngrams;
  private final Map<String, List<Integer>> byLetters = new HashMap<>();
  private final int longest;

  LetterModel(List<Chunk> chunks, NGrams ngrams) {
    this.chunks = chunks;
    this.ngrams = ngrams;
    int most = 0;
    for (int i = 0; i < chunks.size(); i++) {
      String letters = chunks.get(i).letters();
      byLetters.computeIfAbsent(letters, l -> new ArrayList<>()).add(i + NGrams.FIRST_TOKEN);
      most = Math.max(most, letters.length());
    }
    longest = most;
  }

  /** The model that the tool brings. */
  static LetterModel load() {
    byte[] model = Resource.bytes(LetterModel.class, RESOURCE);
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(model))) {
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE, e);
    }
  }

  private static LetterModel read(DataInputStream in) throws IOException {
    List<Chunk> chunks = new ArrayList<>();
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      chunks.add(new Chunk(in.readUTF(), in.readUTF()));
    }
    return new LetterModel(chunks, NGrams.read(in));
  }

  /** The likeliest reading of a word in small letters; letters that no chunk has are left out. */
  String read(String word) {
    List<Guess> guesses = guesses(word, 1);
    return guesses.isEmpty() ? Spelling.spell(word) : guesses.get(0).kana();
  }

  /** Up to {@code count} different readings, the likeliest first. */
  List<Guess> guesses(String word, int count) {
    List<List<Path>> ends = new ArrayList<>();
    for (int i = 0; i <= word.length(); i++) {
      ends.add(new ArrayList<>());
    }
    ends.get(0).add(new Path("", NGrams.START_CONTEXT, 0));
    for (int at = 0; at < word.length(); at++) {
      for (Path path : best(ends.get(at), Math.max(BEAM, count * PATHS_PER_GUESS))) {
        extend(path, word, at, ends);
      }
    }
    return finished(ends.get(word.length()), count);
  }

  /** A way through the word up to some place. */
  private record Path(String kana, long context, double logProbability) {}

  private static List<Path> best(List<Path> paths, int count) {
    paths.sort(Comparator.comparingDouble(Path::logProbability).reversed());
    return paths.subList(0, Math.min(count, paths.size()));
  }

  private void extend(Path path, String word, int at, List<List<Path>> ends) {
    for (int length = 1; length <= longest && at + length <= word.length(); length++) {
      String letters = word.substring(at, at + length);
      for (int token : byLetters.getOrDefault(letters, List.of())) {
        double log = path.logProbability + ngrams.logProbability(path.context, token);
        String kana = path.kana + chunks.get(token - NGrams.FIRST_TOKEN).kana();
        ends.get(at + length).add(new Path(kana, NGrams.shift(path.context, token), log));
      }
    }
  }

  private List<Guess> finished(List<Path> paths, int count) {
    Map<String, Double> readings = new LinkedHashMap<>();
    for (Path path : paths) {
      double log = path.logProbability + ngrams.logProbability(path.context, NGrams.END);
      readings.merge(path.kana, log, Math::max);
    }
    return readings.entrySet().stream()
        .map(entry -> new Guess(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingDouble(Guess::logProbability).reversed())
        .limit(count)
        .toList();
  }
}

package dev.zundacast.reading.latin;

import dev.zundacast.reading.latin.LetterModel.Chunk;
import dev.zundacast.reading.latin.LetterModel.Guess;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Makes the resources that readings are found in: loanwords with accents from UniDic, the
 * letter-to-kana model trained on them, and the readings that it gives the words of CMUdict.
 */
public final class TrainReadings {
  private static final int CANDIDATES = 40;

  /** How much a step away from the pronunciation counts against the model's own opinion. */
  private static final double SOUND_WEIGHT = 5;

  private static final int SHORTEST_PRONOUNCED = 3;

  private TrainReadings() {}

  /** Takes a folder for downloads and the folder to write to. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path resources = Path.of(args[1]);
    Collection<Loanword> loanwords = UniDic.loanwords();
    writeLoanwords(loanwords, resources.resolve("loanwords.tsv.gz"));
    Map<Chunk, Integer> chunks = new HashMap<>();
    NGrams ngrams = train(loanwords, chunks);
    List<Chunk> ordered = new ArrayList<>(Collections.nCopies(chunks.size(), new Chunk("", "")));
    chunks.forEach((chunk, token) -> ordered.set(token - NGrams.FIRST_TOKEN, chunk));
    writeModel(ordered, ngrams, resources.resolve("letters.bin.gz"));
    writePronunciations(
        new LetterModel(ordered, ngrams),
        loanwords,
        CmuDictionary.words(CmuDictionary.fetch(Path.of(args[0]))),
        resources.resolve("pronunciations.tsv.gz"));
  }

  private static NGrams train(Collection<Loanword> loanwords, Map<Chunk, Integer> chunks) {
    Aligner aligner = Aligner.train(loanwords);
    NGramTrainer trainer = new NGramTrainer();
    for (Loanword word : loanwords) {
      List<Integer> tokens = new ArrayList<>();
      for (Chunk chunk : aligner.align(word)) {
        tokens.add(chunks.computeIfAbsent(chunk, c -> chunks.size() + NGrams.FIRST_TOKEN));
      }
      if (!tokens.isEmpty()) {
        trainer.add(tokens);
      }
    }
    return trainer.train();
  }

  private static void writeLoanwords(Collection<Loanword> loanwords, Path file) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (Loanword word : loanwords) {
      lines.append(word.english()).append('\t').append(word.kana());
      if (word.accent() != Term.NO_ACCENT) {
        lines.append('\t').append(word.accent());
      }
      lines.append('\n');
    }
    writeGzip(file, lines.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void writeModel(List<Chunk> chunks, NGrams ngrams, Path file) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(chunks.size());
    for (Chunk chunk : chunks) {
      out.writeUTF(chunk.letters());
      out.writeUTF(chunk.kana());
    }
    ngrams.write(out);
    writeGzip(file, bytes.toByteArray());
  }

  /** The words whose best reading is not the one that the model would give them anyway. */
  private static void writePronunciations(
      LetterModel model,
      Collection<Loanword> loanwords,
      Map<String, List<String>> words,
      Path file)
      throws IOException {
    Map<String, String> known = new TreeMap<>();
    loanwords.forEach(word -> known.put(word.english(), word.kana()));
    Map<String, String> readings = new TreeMap<>();
    words.entrySet().parallelStream()
        .filter(word -> word.getKey().length() >= SHORTEST_PRONOUNCED)
        .filter(word -> !known.containsKey(word.getKey()))
        .forEach(
            word -> {
              List<Guess> guesses = model.guesses(word.getKey(), CANDIDATES);
              String best = best(guesses, Sounds.of(word.getValue()));
              if (!guesses.isEmpty()) {
                synchronized (readings) {
                  readings.put(word.getKey(), best);
                }
              }
            });
    StringBuilder lines = new StringBuilder();
    readings.forEach((word, kana) -> lines.append(word).append('\t').append(kana).append('\n'));
    writeGzip(file, lines.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String best(List<Guess> guesses, String sounds) {
    String best = "";
    double least = Double.MAX_VALUE;
    for (Guess guess : guesses) {
      double cost =
          -guess.logProbability() + SOUND_WEIGHT * Sounds.distance(Sounds.of(guess.kana()), sounds);
      if (cost < least) {
        least = cost;
        best = guess.kana();
      }
    }
    return best;
  }

  private static void writeGzip(Path file, byte[] bytes) throws IOException {
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(file), 1 << 16) {
          {
            def.setLevel(Deflater.BEST_COMPRESSION);
          }
        }) {
      out.write(bytes);
    }
  }
}

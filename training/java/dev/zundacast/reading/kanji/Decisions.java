package dev.zundacast.reading.kanji;

import dev.zundacast.reading.piece.Kana;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a person decided where dictionaries do not: rows {@code
 * word<TAB>surface<TAB>reading<TAB>accent}, {@code alone} for the same with no kanji beside it,
 * {@code name<TAB>surface<TAB>reading} for one that is only listed where it is misread, {@code
 * verb<TAB>dictionary form<TAB>its reading} for the one reading of several that is meant, and
 * {@code not<TAB>surface} for what is left to the engine.
 */
record Decisions(List<Row> words, Map<String, String> verbs, Set<String> left) {

  static Decisions of(Path file) throws IOException {
    Decisions decisions = new Decisions(new ArrayList<>(), new HashMap<>(), new HashSet<>());
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        decisions.add(line.split("\t", -1));
      }
    }
    return decisions;
  }

  private void add(String[] fields) {
    switch (fields[0]) {
      case "word" ->
          words.add(
              new Row(fields[1], Kana.said(fields[2]), Integer.parseInt(fields[3]), Set.of()));
      case "alone" ->
          words.add(
              new Row(fields[1], Kana.said(fields[2]), Integer.parseInt(fields[3]), Row.ALONE));
      case "name" -> words.add(new Row(fields[1], Kana.said(fields[2]), -1, Set.of()));
      case "verb" -> verbs.put(fields[1], fields[2]);
      case "not" -> left.add(fields[1]);
      default -> throw new IllegalArgumentException(String.join("\t", fields));
    }
  }
}

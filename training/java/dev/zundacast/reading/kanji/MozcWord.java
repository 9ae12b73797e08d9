package dev.zundacast.reading.kanji;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A word or compound of Mozc's dictionary, whose costs say which of several readings people mean.
 *
 * @param kana in hiragana
 * @param first part of speech of its first word, fields joined by commas
 * @param last the same of its last word
 * @param cost the lower the commoner; 500 less is about three times as common
 */
record MozcWord(String surface, String kana, String first, String last, int cost) {
  private static final int FILES = 10;
  private static final int FIELDS = 5;

  /** All words by their surface, from the folder {@code dictionary_oss} of Mozc's source. */
  static Map<String, List<MozcWord>> all(Path folder) throws IOException {
    List<String> speech = new ArrayList<>();
    for (String row : Files.readAllLines(folder.resolve("id.def"))) {
      speech.add(row.substring(row.indexOf(' ') + 1));
    }
    Map<String, List<MozcWord>> words = new TreeMap<>();
    for (int file = 0; file < FILES; file++) {
      try (BufferedReader in =
          Files.newBufferedReader(folder.resolve("dictionary0" + file + ".txt"))) {
        in.lines()
            .map(row -> row.split("\t", -1))
            .filter(fields -> fields.length == FIELDS)
            .map(fields -> of(fields, speech))
            .forEach(word -> words.computeIfAbsent(word.surface, s -> new ArrayList<>()).add(word));
      }
    }
    return words;
  }

  private static MozcWord of(String[] fields, List<String> speech) {
    return new MozcWord(
        fields[4],
        fields[0],
        speech.get(Integer.parseInt(fields[1])),
        speech.get(Integer.parseInt(fields[2])),
        Integer.parseInt(fields[3]));
  }

  /** A noun, also one behind a prefix. */
  boolean isNoun() {
    return last.startsWith("名詞") && (first.startsWith("名詞") || first.startsWith("接頭詞"));
  }

  boolean isProperNoun() {
    return first.startsWith("名詞,固有名詞") || last.startsWith("名詞,固有名詞");
  }
}

package dev.zundacast.script.speech;

import dev.zundacast.message.Message;
import dev.zundacast.words.Morpheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The rows of endings.tsv, humble.tsv, verbs.tsv and words.tsv: what is the same for all ways of
 * speaking.
 */
record Endings(
    List<Ending> longestFirst,
    Map<String, Verb> humble,
    Map<String, Verb> mistaken,
    WholeWords wholeWords) {
  /**
   * One row of endings.tsv and one way to write its suffix.
   *
   * @param name what styles call it
   * @param host what stands before the suffix
   * @param suffix the ending, "" for none
   * @param plain what says it without politeness before けど, から, し, と
   * @param attributive what says it without politeness before a noun or ので
   * @param polite whether the suffix is polite, so that it is looked for inside a sentence too
   * @param closed whether it ends a sentence only with a mark like 。 behind it
   * @param wonders whether it is one only behind a question word
   */
  record Ending(
      String name,
      Host host,
      String suffix,
      String plain,
      String attributive,
      boolean polite,
      boolean closed,
      boolean wonders) {}

  /**
   * @param folders of voices, the show's own first
   */
  static Endings load(List<Path> folders) {
    List<Ending> endings = new ArrayList<>();
    for (Table.Row row : Table.layered(folders, "endings.tsv").rows()) {
      for (String suffix : row.cell(2).split("\\|", -1)) {
        endings.add(ending(row, suffix));
      }
    }
    endings.sort(Comparator.comparingInt(it -> -it.suffix().length()));
    return new Endings(
        endings,
        verbs(folders, "humble.tsv"),
        verbs(folders, "verbs.tsv"),
        new WholeWords(Table.layered(folders, "words.tsv").rows()));
  }

  private static Ending ending(Table.Row row, String suffix) {
    Host host =
        Arrays.stream(Host.values())
            .filter(h -> h.word().equals(row.cell(1)))
            .findFirst()
            .orElseThrow(() -> Table.wrong(row, Message.of("speech.unknownHost", row.cell(1))));
    String marks = row.cell(5);
    return new Ending(
        row.cell(0),
        host,
        suffix,
        row.cell(3),
        row.cell(4),
        marks.contains("polite"),
        marks.contains("closed"),
        marks.contains("wonders"));
  }

  private static Map<String, Verb> verbs(List<Path> folders, String file) {
    Map<String, Verb> verbs = new HashMap<>();
    for (Table.Row row : Table.layered(folders, file).rows()) {
      verbs.putIfAbsent(row.cell(0), new Verb(row.cell(1), row.cell(2)));
    }
    return verbs;
  }

  /** The everyday verb for a polite word of doing. */
  Optional<Verb> everyday(String word) {
    return Optional.ofNullable(humble.get(word));
  }

  /** The names that a style's table may use. */
  Set<String> names() {
    return longestFirst.stream().map(Ending::name).collect(Collectors.toCollection(TreeSet::new));
  }

  /** Joins the pieces of the words in words.tsv, which the dictionary cuts. */
  record WholeWords(List<Table.Row> rows) {

    List<Morpheme> in(String text, List<Morpheme> pieces) {
      List<Morpheme> words = new ArrayList<>();
      int end = 0;
      for (Morpheme piece : pieces) {
        if (piece.start() >= end) {
          Morpheme word =
              rows.stream()
                  .filter(row -> isAt(row, piece, text, pieces))
                  .max(Comparator.comparingInt(row -> row.cell(0).length()))
                  .map(row -> word(row, piece.start()))
                  .orElse(piece);
          words.add(word);
          end = word.end();
        }
      }
      return words;
    }

    /** Whether a row's word begins with this piece and ends with another one. */
    private static boolean isAt(Table.Row row, Morpheme piece, String text, List<Morpheme> pieces) {
      int end = piece.start() + row.cell(0).length();
      String behind = row.cell(5);
      return end > piece.end()
          && text.startsWith(row.cell(0), piece.start())
          && pieces.stream().anyMatch(it -> it.end() == end)
          && (behind.isEmpty()
              || pieces.stream().anyMatch(it -> it.start() == end && it.base().equals(behind)));
    }

    private static Morpheme word(Table.Row row, int start) {
      return new Morpheme(
          row.cell(0), start, row.cell(2), row.cell(1), row.cell(3), row.cell(4), "");
    }
  }
}

package dev.zundacast.script.speech;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rows of endings.tsv, humble.tsv, verbs.tsv and words.tsv: what is the same for all ways of
 * speaking.
 */
final class Endings {
  private final List<Ending> longestFirst;
  private final Map<Character, List<Ending>> politeByFirst = new HashMap<>();
  private final Map<String, Verb> humble;
  private final Map<String, Verb> mistaken;
  private final WholeWords wholeWords;

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

  private Endings(List<Path> folders, List<Ending> endings) {
    this.humble = verbs(folders, "humble.tsv");
    this.mistaken = verbs(folders, "verbs.tsv");
    this.wholeWords = new WholeWords(folders);
    this.longestFirst =
        endings.stream()
            .sorted((one, other) -> Integer.compare(other.suffix().length(), one.suffix().length()))
            .toList();
    for (Ending ending : longestFirst) {
      if (ending.polite()) {
        politeByFirst
            .computeIfAbsent(ending.suffix().charAt(0), first -> new ArrayList<>())
            .add(ending);
      }
    }
  }

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
    return new Endings(folders, endings);
  }

  private static Ending ending(Table.Row row, String suffix) {
    Host host =
        Arrays.stream(Host.values())
            .filter(h -> h.word().equals(row.cell(1)))
            .findFirst()
            .orElseThrow(() -> Table.wrong(row, "unknown host '" + row.cell(1) + "'"));
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

  /** All endings, those with a longer suffix first. */
  List<Ending> longestFirst() {
    return longestFirst;
  }

  /** The polite endings whose suffix begins with this character, longer ones first. */
  List<Ending> polite(char first) {
    return politeByFirst.getOrDefault(first, List.of());
  }

  /** The everyday verb for a polite word of doing. */
  Optional<Verb> everyday(String word) {
    return Optional.ofNullable(humble.get(word));
  }

  /** The verb that the dictionary took for this one. */
  Verb meant(Verb verb) {
    return mistaken.getOrDefault(verb.base(), verb);
  }

  /** The words that the dictionary cuts. */
  WholeWords wholeWords() {
    return wholeWords;
  }

  /** The names that a style's table may use. */
  Set<String> names() {
    Set<String> names = new TreeSet<>();
    longestFirst.forEach(ending -> names.add(ending.name()));
    return names;
  }
}

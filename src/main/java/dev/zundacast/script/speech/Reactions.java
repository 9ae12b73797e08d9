package dev.zundacast.script.speech;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a character says to an article: kinds.tsv tells what kind a sentence is of, where that is
 * certain, and {@code NAME-reactions.tsv} what the character says to each kind. None of them states
 * a fact.
 */
public final class Reactions {
  private final List<Kind> kinds = new ArrayList<>();
  private final List<Table.Row> sayings;

  private record Kind(String name, Pattern is, Pattern isNot) {}

  private Reactions(List<Table.Row> sayings) {
    this.sayings = sayings;
  }

  /** The reactions of a way of speaking. */
  public static Reactions of(List<Path> folders, String style) {
    String file = style + "-reactions.tsv";
    Reactions reactions =
        new Reactions(
            Table.exists(folders, file) ? Table.layered(folders, file).rows() : List.of());
    for (Table.Row row : Table.layered(folders, "kinds.tsv").rows()) {
      String not = row.cell(2).isEmpty() ? "(?!)" : row.cell(2);
      reactions.kinds.add(
          new Kind(row.cell(0), Pattern.compile(row.cell(1)), Pattern.compile(not)));
    }
    return reactions;
  }

  /**
   * What is said to an article; empty where no kind is certain.
   *
   * @param sentences what is said of it
   * @param seed the same makes the same choice
   */
  public Optional<String> to(List<String> sentences, int seed) {
    for (Kind kind : kinds) {
      List<String> said =
          sayings.stream()
              .filter(row -> row.cell(0).equals(kind.name()))
              .map(row -> row.cell(1))
              .toList();
      boolean certain =
          !said.isEmpty()
              && sentences.stream()
                  .anyMatch(it -> kind.is().matcher(it).find() && !kind.isNot().matcher(it).find());
      if (certain) {
        return Optional.of(said.get(Math.floorMod(seed, said.size())));
      }
    }
    return Optional.empty();
  }
}

package dev.zundacast.script.speech;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a character says to an article: kinds.tsv tells what kind a sentence is of, where that is
 * certain, and {@code NAME-reactions.tsv} what the character says to each kind. None of them states
 * a fact.
 */
public final class Reactions {
  /** The kind of which nothing is cried. */
  private static final String GRAVE = "grave";

  /** Kinds to which nothing glad is said: the rows below theirs do not count. */
  private static final Set<String> SAD = Set.of(GRAVE, "sad");

  private final List<Kind> kinds = new ArrayList<>();
  private final Map<String, List<String>> sayings = new HashMap<>();

  /** One row of kinds.tsv. */
  private record Kind(String name, Pattern is, Pattern isNot) {
    /** Whether one of the sentences tells of it, and none of what speaks against it. */
    private boolean fits(List<String> sentences) {
      return sentences.stream().anyMatch(is.asPredicate())
          && sentences.stream().noneMatch(isNot.asPredicate());
    }
  }

  /** The reactions of a way of speaking. */
  public Reactions(List<Path> folders, String style) {
    for (Table.Row row : Table.layered(folders, style + "-reactions.tsv").rows()) {
      sayings.computeIfAbsent(row.cell(0), kind -> new ArrayList<>()).add(row.cell(1));
    }
    for (Table.Row row : Table.layered(folders, "kinds.tsv").rows()) {
      String not = row.cell(2).isEmpty() ? "(?!)" : row.cell(2);
      kinds.add(
          new Kind(row.cell(0), Table.expression(row, row.cell(1)), Table.expression(row, not)));
    }
  }

  /** Whether nothing is cried of an article that has these sentences. */
  public boolean isGrave(List<String> sentences) {
    return kinds.stream().anyMatch(it -> it.name().equals(GRAVE) && it.fits(sentences));
  }

  /**
   * What is said to an article; empty where no kind is certain.
   *
   * @param lead its title, its headline and what is said of it first
   * @param all its title and all of its sentences
   * @param told kinds that an episode has heard, which takes in this one
   * @param seed the same makes the same choice
   */
  public Optional<String> to(List<String> lead, List<String> all, Set<String> told, int seed) {
    return kinds.stream()
        .filter(kind -> sayings.containsKey(kind.name()) || SAD.contains(kind.name()))
        .filter(kind -> !told.contains(kind.name()))
        .filter(kind -> kind.fits(SAD.contains(kind.name()) ? all : lead))
        .findFirst()
        .filter(kind -> !SAD.contains(kind.name()))
        .map(kind -> said(kind, told, seed));
  }

  private String said(Kind kind, Set<String> told, int seed) {
    told.add(kind.name());
    List<String> said = sayings.getOrDefault(kind.name(), List.of());
    return said.get(Math.floorMod(seed, said.size()));
  }
}

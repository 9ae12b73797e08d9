package dev.zundacast.script.speech;

import dev.zundacast.words.Search;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;

/**
 * A table of what is said otherwise: a name, a pattern, what stands for it. Every row is tried in
 * its order; a match that begins inside somebody's words is left alone.
 */
public final class Replacements {
  private final List<Rule> rules;

  /**
   * One row.
   *
   * @param needs words of which one has to stand in the text, none when the pattern tells itself
   */
  private record Rule(String name, Search pattern, String replacement, List<String> needs) {
    boolean mayFit(String text) {
      return needs.isEmpty() || needs.stream().anyMatch(text::contains);
    }
  }

  private Replacements(List<Rule> rules) {
    this.rules = rules;
  }

  /**
   * A table of the program, with the rows of the folders' own before it.
   *
   * @throws dev.zundacast.episode.Problem that names file and line of a row that is no pattern
   */
  public static Replacements load(List<Path> folders, String file) {
    List<Rule> rules = new ArrayList<>();
    for (Table.Row row : Table.layered(folders, file).rows()) {
      Search pattern = Table.expression(row, row.cell(1), Search::of);
      rules.add(new Rule(row.cell(0), pattern, row.cell(2), needs(row.cell(3))));
    }
    return new Replacements(rules);
  }

  private static List<String> needs(String cell) {
    return cell.isEmpty() ? List.of() : List.of(cell.split("\\|", -1));
  }

  /** The text after all rows. */
  public String apply(String text, List<String> used) {
    String now = text;
    for (Rule rule : rules) {
      if (rule.mayFit(now) && rule.pattern().in(now)) {
        String next = replaced(now, rule.pattern().pattern().matcher(now), rule.replacement());
        if (!next.equals(now)) {
          used.add(rule.name());
          now = next;
        }
      }
    }
    return now;
  }

  private static String replaced(String text, Matcher matcher, String replacement) {
    BitSet quoted = Quotes.in(text);
    StringBuilder result = new StringBuilder();
    while (matcher.find()) {
      boolean own = !quoted.get(matcher.start()) || matcher.start() == 0;
      matcher.appendReplacement(
          result, own ? replacement : Matcher.quoteReplacement(matcher.group()));
    }
    return matcher.appendTail(result).toString();
  }
}

package dev.zundacast.script.speech;

import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rows of rules.tsv and sets.tsv: patterns over a sentence's text in which {NAME} stands for
 * any word of a set. A row is a sign, by which a sentence is known, or a rewrite of what it finds.
 * Safe for many threads.
 */
public final class Rules {
  private static final Pattern SET = Pattern.compile("(?<!\\\\p)\\{([A-Z_]{2,})\\}");

  private static final String UNSAID = "not said on air";

  private final Map<String, List<Rule>> byStage;

  /**
   * One row.
   *
   * @param stage what asks for it
   * @param name what it is called in explanations
   * @param instead what is said for what is found; for signs their weight, or ""
   */
  public record Rule(String stage, String name, Pattern pattern, String instead) {
    /** Whether it is found in a text. */
    public boolean finds(String text) {
      return pattern.matcher(text).find();
    }

    /** Its matches in a text. */
    public Stream<MatchResult> matches(String text) {
      return pattern.matcher(text).results();
    }
  }

  private Rules(Stream<Rule> rules) {
    byStage = rules.collect(Collectors.groupingBy(Rule::stage));
  }

  /**
   * The rows of the program, with those of the folders' own tables before them.
   *
   * @throws Problem that names file and line of a row that is wrong
   */
  public static Rules load(List<Path> folders) {
    Map<String, String> sets = sets(folders);
    Stream<Rule> rows =
        Table.layered(folders, "rules.tsv").rows().stream()
            .map(row -> rule(row, row.cell(0), 1, sets));
    Stream<Rule> unsaid =
        Table.beside(folders, "not-said.tsv").rows().stream()
            .map(row -> Pattern.compile(Pattern.quote(row.cell(0))))
            .map(word -> new Rule("silent", UNSAID, word, ""));
    return new Rules(Stream.concat(rows, unsaid));
  }

  /**
   * A table of rows without examples, all of one stage that is called as its file: a name, a
   * pattern, what stands for it.
   *
   * @throws Problem that names file and line of a row that is no pattern
   */
  public static Rules table(List<Path> folders, String file) {
    Map<String, String> sets = sets(folders);
    return new Rules(
        Table.layered(folders, file).rows().stream().map(row -> rule(row, file, 0, sets)));
  }

  private static Rule rule(Table.Row row, String stage, int from, Map<String, String> sets) {
    Pattern pattern = pattern(row, row.cell(from + 1), sets);
    return new Rule(stage, row.cell(from), pattern, row.cell(from + 2));
  }

  /** The sets of words that patterns name in braces. */
  static Map<String, String> sets(List<Path> folders) {
    Map<String, String> sets = new HashMap<>();
    for (Table.Row row : Table.layered(folders, "sets.tsv").rows()) {
      sets.merge(row.cell(0), expanded(row.cell(1), sets, row), (one, more) -> one + "|" + more);
    }
    return sets;
  }

  /** A pattern whose sets are their words. */
  static Pattern pattern(Table.Row row, String regex, Map<String, String> sets) {
    return Table.expression(row, expanded(regex, sets, row));
  }

  private static String expanded(String pattern, Map<String, String> sets, Table.Row row) {
    Matcher set = SET.matcher(pattern);
    StringBuilder all = new StringBuilder();
    while (set.find()) {
      String words = sets.get(set.group(1));
      if (words == null) {
        throw Table.wrong(row, Message.of("speech.noSet", set.group(1)));
      }
      set.appendReplacement(all, Matcher.quoteReplacement("(?:" + words + ")"));
    }
    return set.appendTail(all).toString();
  }

  /** The rows of a stage, in their order. */
  public List<Rule> stage(String stage) {
    return byStage.getOrDefault(stage, List.of());
  }

  /** What a stage's rows match in a text. */
  public Stream<MatchResult> matches(String stage, String text) {
    return stage(stage).stream().flatMap(it -> it.matches(text));
  }

  /** The name of the first row of a stage that is found in the text, "" for none. */
  public String found(String stage, String text) {
    return stage(stage).stream()
        .filter(rule -> rule.finds(text))
        .findFirst()
        .map(Rule::name)
        .orElse("");
  }

  /** Whether a row of a stage is found in the text. */
  public boolean finds(String stage, String text) {
    return !found(stage, text).isEmpty();
  }

  /** The sum of the weights of a stage's rows that are found in the text. */
  public double weight(String stage, String text) {
    return stage(stage).stream()
        .filter(rule -> rule.finds(text))
        .mapToDouble(rule -> Double.parseDouble(rule.instead()))
        .sum();
  }

  /** The text after all rewrites of a stage; what stands inside quotes is left alone. */
  public String rewritten(String stage, String text) {
    return rewritten(stage, text, new ArrayList<>());
  }

  /**
   * The same.
   *
   * @param used takes the names of the rows that fit
   */
  public String rewritten(String stage, String text, List<String> used) {
    String now = text;
    for (Rule rule : stage(stage)) {
      String next = rewritten(rule, now);
      if (!next.equals(now)) {
        used.add(rule.name());
        now = next;
      }
    }
    return now;
  }

  private static String rewritten(Rule rule, String text) {
    if (!rule.finds(text)) {
      return text;
    }
    BitSet quoted = Quotes.in(text);
    return rule.pattern()
        .matcher(text)
        .replaceAll(
            it ->
                it.start() == 0 || !quoted.get(it.start())
                    ? rule.instead()
                    : Matcher.quoteReplacement(it.group()));
  }

  /** The first word of a text that is not said on air, "" for none. */
  public String unsaid(String text) {
    return stage("silent").stream()
        .filter(it -> it.name().equals(UNSAID))
        .flatMap(it -> it.matches(text).map(MatchResult::group))
        .findFirst()
        .orElse("");
  }

  /** What somebody who does not know it asks before a sentence that explains a term. */
  public Optional<String> question(String text) {
    return matches("explains", text).map(it -> it.group(1).strip() + "とは何ですか？").findFirst();
  }
}

package dev.zundacast.reading.piece;

import dev.zundacast.disk.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is said for what stands in a text, by the rows of a table: a pattern, which may look behind
 * and ahead, and what is sent for what it finds. The first row that fits counts.
 *
 * @param words what a row asks for by a name
 * @param source of all that is read by them
 */
public record SpokenRules(List<Rule> rules, Words words, Source source) {
  private static final Pattern SET = Pattern.compile("\\{([A-Z_]{2,})\\}");
  private static final Pattern PART = Pattern.compile("\\$(\\d)|\\{(\\w+)(?::(\\d))?\\}");

  /** Of a table whose rows ask for nothing by a name. */
  public static final Words NO_WORDS = (word, text, found) -> "";

  /** What is said for a part of what was found. */
  @FunctionalInterface
  public interface Words {
    /**
     * What a row's word asks for.
     *
     * @param text the part that is meant
     * @param found all that was found
     */
    String of(String word, String text, MatchResult found);
  }

  /**
   * A row of a table.
   *
   * @param spoken what is sent, with $1 for a group and {word:1} for what is made of one
   */
  public record Rule(Pattern written, String spoken) {}

  /**
   * The rules of a table; a row that begins with a NAME is a set, which stands for {NAME} in later
   * patterns.
   *
   * @param sets those that the table does not have itself
   */
  public static SpokenRules of(
      Class<?> beside, String table, Map<String, String> sets, Words words, Source source) {
    Map<String, String> known = new HashMap<>(sets);
    List<Rule> rules = new ArrayList<>();
    for (String row : Resource.rows(beside, table)) {
      String[] fields = row.split("\t", -1);
      if (fields[0].matches("[A-Z_]{2,}")) {
        known.put(fields[0], expanded(fields[1], known));
      } else {
        rules.add(new Rule(Pattern.compile(expanded(fields[0], known)), fields[1]));
      }
    }
    return new SpokenRules(rules, words, source);
  }

  private static String expanded(String pattern, Map<String, String> sets) {
    return SET.matcher(pattern)
        .replaceAll(
            set -> Matcher.quoteReplacement(Objects.requireNonNull(sets.get(set.group(1)))));
  }

  /** What begins at {@code from} as the first row reads it that fits; empty when none does. */
  public Optional<PieceReading> at(String text, int from) {
    for (Rule rule : rules) {
      Matcher written =
          rule.written().matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
      if (written.region(from, text.length()).lookingAt()) {
        return Optional.of(new PieceReading(written.group(), said(rule, written), source));
      }
    }
    return Optional.empty();
  }

  private String said(Rule rule, MatchResult found) {
    return PART.matcher(rule.spoken())
        .replaceAll(
            part ->
                Matcher.quoteReplacement(
                    part.group(1) == null
                        ? words.of(part.group(2), group(found, part.group(3)), found)
                        : group(found, part.group(1))));
  }

  /** A group's text, "" where nothing was found for it; all that was found without a number. */
  private static String group(MatchResult found, @Nullable String number) {
    String text = number == null ? found.group() : found.group(Integer.parseInt(number));
    return text == null ? "" : text;
  }
}

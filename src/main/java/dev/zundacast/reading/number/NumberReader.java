package dev.zundacast.reading.number;

import dev.zundacast.disk.Resource;
import dev.zundacast.reading.piece.PieceReading;
import dev.zundacast.reading.piece.Source;
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
 * Finds the numbers that engines misread and says what to send instead, by the rows of {@code
 * rules.tsv}. Plain numbers with a Japanese counter are left alone: engines know 6本 and 20日 better
 * than any table here.
 */
public final class NumberReader {
  /**
   * Signs that a rule may begin with; any other character than these and digits begins no number.
   */
  private static final String SIGNS = "$¥€£₩#+-−±^²³°№≒≈<>＜＞≤≥≦≧▲△¼½¾⅓⅔⅕⅛AIPUVXⅠ";

  /** Behind these a Latin unit may stand without a digit: 数GB. */
  private static final String COUNTING = "数何十百千万億";

  private static final Pattern SET = Pattern.compile("\\{([A-Z_]{2,})\\}");
  private static final Pattern PART = Pattern.compile("\\$(\\d)|\\{(\\w+)(?::(\\d))?\\}");
  private static final List<Rule> RULES = rules();

  /**
   * One way to write a number that engines misread, and how it is said.
   *
   * @param written what stands in the text; it may look behind and ahead
   * @param spoken what is sent for it, with $1 for a group and {word:1} for what is made of one
   */
  private record Rule(Pattern written, String spoken) {}

  private NumberReader() {}

  /**
   * The number that begins at {@code from}, empty when none does; digits that engines read right
   * stay digits.
   */
  public static Optional<PieceReading> at(String text, int from) {
    char c = text.charAt(from);
    boolean unit = from > 0 && COUNTING.indexOf(text.charAt(from - 1)) >= 0;
    if ((c < '0' || c > '9') && SIGNS.indexOf(c) < 0 && !unit) {
      return Optional.empty();
    }
    for (Rule rule : RULES) {
      // It may look behind and ahead of the place.
      Matcher written =
          rule.written().matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
      if (written.region(from, text.length()).lookingAt()) {
        Optional<String> said = said(rule, written);
        if (said.isPresent()) {
          return said.map(it -> new PieceReading(written.group(), it, Source.NUMBER));
        }
      }
    }
    return Optional.empty();
  }

  private static List<Rule> rules() {
    Map<String, String> sets = new HashMap<>(Map.of("UNIT", NumberWords.unitPattern()));
    List<Rule> rules = new ArrayList<>();
    for (String row : Resource.rows(NumberReader.class, "rules.tsv")) {
      String[] fields = row.split("\t", -1);
      if (fields[0].matches("[A-Z_]{2,}")) {
        sets.put(fields[0], expanded(fields[1], sets));
      } else {
        rules.add(new Rule(Pattern.compile(expanded(fields[0], sets)), fields[1]));
      }
    }
    return rules;
  }

  private static String expanded(String pattern, Map<String, String> sets) {
    return SET.matcher(pattern)
        .replaceAll(
            set -> Matcher.quoteReplacement(Objects.requireNonNull(sets.get(set.group(1)))));
  }

  /** A group's text, "" where nothing was found for it; all that was found without a number. */
  private static String group(MatchResult found, @Nullable String number) {
    String text = number == null ? found.group() : found.group(Integer.parseInt(number));
    return text == null ? "" : text;
  }

  /** What is said of what a rule found; empty where its figures make no sense. */
  private static Optional<String> said(Rule rule, MatchResult found) {
    StringBuilder said = new StringBuilder();
    Matcher part = PART.matcher(rule.spoken());
    while (part.find()) {
      Optional<String> word =
          part.group(1) == null
              ? NumberWords.of(part.group(2), group(found, part.group(3)), found)
              : Optional.of(group(found, part.group(1)));
      if (word.isEmpty()) {
        return word;
      }
      part.appendReplacement(said, Matcher.quoteReplacement(word.get()));
    }
    return Optional.of(part.appendTail(said).toString());
  }
}

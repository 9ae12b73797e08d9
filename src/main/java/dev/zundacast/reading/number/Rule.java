package dev.zundacast.reading.number;

import dev.zundacast.disk.Resource;
import dev.zundacast.reading.number.NumberReader.NumberMatch;
import dev.zundacast.words.Search;
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
 * One way to write a number that engines misread, and how it is said: a row of {@code rules.tsv}.
 *
 * @param written what stands in the text; it may look behind and ahead
 * @param spoken what is sent for it, with $1 for a group and {word:1} for what is made of one
 */
record Rule(Search written, String spoken) {
  private static final Pattern SET = Pattern.compile("\\{([A-Z_]{2,})\\}");
  private static final Pattern PART = Pattern.compile("\\$(\\d)|\\{(\\w+)(?::(\\d))?\\}");

  /** All rows in their order. */
  static List<Rule> load() {
    Map<String, String> sets = new HashMap<>(Map.of("UNIT", NumberWords.unitPattern()));
    List<Rule> rules = new ArrayList<>();
    for (String row : Resource.rows(Rule.class, "rules.tsv")) {
      String[] fields = row.split("\t", -1);
      if (fields[0].matches("[A-Z_]{2,}")) {
        sets.put(fields[0], expanded(fields[1], sets));
      } else {
        rules.add(new Rule(Search.of(expanded(fields[0], sets)), fields[1]));
      }
    }
    return rules;
  }

  private static String expanded(String pattern, Map<String, String> sets) {
    return SET.matcher(pattern)
        .replaceAll(
            set -> Matcher.quoteReplacement(Objects.requireNonNull(sets.get(set.group(1)))));
  }

  /** The number that stands at a place; empty where none does, or its figures make no sense. */
  Optional<NumberMatch> at(String text, int place) {
    return written
        .at(text, place)
        .flatMap(found -> said(found).map(said -> new NumberMatch(found.end(), said)));
  }

  /** A group's text, "" where nothing was found for it; all that was found without a number. */
  private static String group(MatchResult found, @Nullable String number) {
    String text = number == null ? found.group() : found.group(Integer.parseInt(number));
    return text == null ? "" : text;
  }

  private Optional<String> said(MatchResult found) {
    StringBuilder said = new StringBuilder();
    Matcher part = PART.matcher(spoken);
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

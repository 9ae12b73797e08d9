package dev.zundacast.reading.kanji;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Kanji whose reading hangs on what stands beside them, by the rows of {@code rules.tsv}: a pattern,
 * the kana for what it matches, the accent where these are a noun, then texts that it is meant for
 * and texts that it must leave alone.
 */
final class ContextRules {
  private static final int SPOKEN = 1;
  private static final int ACCENT = 2;
  private static final int MEANT_FOR = 3;
  private static final int LEFT_ALONE = 4;

  /** One row. */
  record Rule(
      Pattern pattern, String kana, int accent, List<String> meantFor, List<String> leftAlone) {
    private static Rule of(String row) {
      String[] fields = row.split("\t", -1);
      int accent = fields[ACCENT].isEmpty() ? -1 : Integer.parseInt(fields[ACCENT]);
      return new Rule(
          Pattern.compile(fields[0]),
          fields[SPOKEN],
          accent,
          examples(fields, MEANT_FOR),
          examples(fields, LEFT_ALONE));
    }

    private static List<String> examples(String[] fields, int at) {
      return at < fields.length && !fields[at].isEmpty() ? List.of(fields[at].split("／")) : List.of();
    }

    void addTo(List<Respelling> found, String text) {
      Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        found.add(
            accent < 0
                ? Respelling.plain(matcher.start(), matcher.end(), kana)
                : Respelling.noun(matcher.start(), matcher.end(), kana, accent));
      }
    }
  }

  private final List<Rule> rules;

  private ContextRules(List<Rule> rules) {
    this.rules = rules;
  }

  static ContextRules load() {
    return new ContextRules(rows("rules.tsv").stream().map(Rule::of).toList());
  }

  /** The rows of a resource of this package, without comments. */
  static List<String> rows(String name) {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(ContextRules.class.getResourceAsStream(name), name),
                StandardCharsets.UTF_8))) {
      return in.lines().filter(row -> !row.isBlank() && !row.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  List<Rule> rules() {
    return rules;
  }

  List<Respelling> in(String text) {
    List<Respelling> found = new ArrayList<>();
    rules.forEach(rule -> rule.addTo(found, text));
    return found;
  }
}

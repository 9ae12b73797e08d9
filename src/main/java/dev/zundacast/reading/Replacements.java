package dev.zundacast.reading;

import dev.zundacast.disk.Resource;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What stands in a text for what a pattern finds, by the rows of a table, one after the other. */
record Replacements(List<Map.Entry<Pattern, String>> rows) {
  /** A table of this package: a pattern, and what stands for it. */
  static Replacements of(String table) {
    return new Replacements(
        Resource.rows(Replacements.class, table).stream()
            .map(row -> row.split("\t", -1))
            .map(row -> Map.entry(Pattern.compile(row[0]), row[1]))
            .toList());
  }

  String in(String text) {
    String replaced = text;
    for (Map.Entry<Pattern, String> row : rows) {
      replaced = row.getKey().matcher(replaced).replaceAll(row.getValue());
    }
    return replaced;
  }
}

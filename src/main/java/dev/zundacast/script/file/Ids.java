package dev.zundacast.script.file;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows which line ids were ever used in a script, also by lines that are comments now. */
final class Ids {
  private static final Pattern COMMENTED = Pattern.compile("#\\s*\\[(\\S+?)[\\s\\]].*");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");
  private static final String NAME = "[\\p{L}\\p{N}_-]+";

  private final Map<String, Integer> next = new HashMap<>();

  private final String only;

  private Ids(String only) {
    this.only = only;
  }

  static Ids of(List<Row> rows) {
    return of(rows, "");
  }

  /** The number of a section's next new line. */
  static int nextNumber(List<Row> rows, String section) {
    return of(rows, section + ".").nextNumber(section);
  }

  /** Only those that begin like this. */
  private static Ids of(List<Row> rows, String only) {
    Ids ids = new Ids(only);
    for (Row row : rows) {
      if (row.content() instanceof Row.Utterance line) {
        ids.used(line.head().id());
      } else if (row.content() instanceof Row.Base base) {
        ids.used(base.of());
      } else if (row.content() instanceof Row.Comment && row.raw().contains("[" + only)) {
        Matcher commented = COMMENTED.matcher(row.raw().strip());
        if (commented.matches()) {
          ids.used(commented.group(1));
        }
      }
    }
    return ids;
  }

  private void used(MergeBase base) {
    next.merge(base.section(), base.next(), Math::max);
    base.traces().forEach(trace -> used(trace.id()));
  }

  private void used(String id) {
    if (!id.startsWith(only)) {
      return;
    }
    int dot = id.lastIndexOf('.');
    String number = id.substring(dot + 1);
    if (dot > 0 && NUMBER.matcher(number).matches()) {
      next.merge(id.substring(0, dot), Integer.parseInt(number) + 1, Math::max);
    }
  }

  /** Whether this may name a section: letters, digits, _ and -. */
  static boolean isSection(String word) {
    return word.matches(NAME);
  }

  /** Whether this may name a line: its section, a dot, and a name like a section's. */
  static boolean isLine(String word) {
    return word.matches(NAME + "\\." + NAME);
  }

  private int nextNumber(String section) {
    return next.getOrDefault(section, 1);
  }

  String next(String section) {
    int number = nextNumber(section);
    next.put(section, number + 1);
    return String.format(Locale.ROOT, "%s.%02d", section, number);
  }
}

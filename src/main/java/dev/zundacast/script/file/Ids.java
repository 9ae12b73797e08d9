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
  private static final Pattern NUMBERED = Pattern.compile("(.+)\\.(\\d{1,6})");

  private final Map<String, Integer> next = new HashMap<>();

  private Ids() {}

  static Ids of(List<Row> rows) {
    Ids ids = new Ids();
    for (Row row : rows) {
      if (row.part() instanceof Part.Utterance line) {
        ids.used(line.head().id());
      } else if (row.part() instanceof Part.Trace trace) {
        ids.used(trace.footprint());
      } else if (row.part() instanceof Part.Comment) {
        Matcher commented = COMMENTED.matcher(row.raw().strip());
        if (commented.matches()) {
          ids.used(commented.group(1));
        }
      }
    }
    return ids;
  }

  private void used(Footprint footprint) {
    next.merge(footprint.section(), footprint.next(), Math::max);
    footprint.traces().forEach(trace -> used(trace.id()));
  }

  private void used(String id) {
    Matcher numbered = NUMBERED.matcher(id);
    if (numbered.matches()) {
      next.merge(numbered.group(1), Integer.parseInt(numbered.group(2)) + 1, Math::max);
    }
  }

  int nextNumber(String section) {
    return next.getOrDefault(section, 1);
  }

  String next(String section) {
    int number = nextNumber(section);
    next.put(section, number + 1);
    return String.format(Locale.ROOT, "%s.%02d", section, number);
  }
}

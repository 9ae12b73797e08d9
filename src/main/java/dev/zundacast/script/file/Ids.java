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
  private static final int NUMBER_DIGITS = 6;

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
    int dot = id.lastIndexOf('.');
    String number = id.substring(dot + 1);
    if (dot > 0 && RowWords.isNumber(number, NUMBER_DIGITS)) {
      next.merge(id.substring(0, dot), Integer.parseInt(number) + 1, Math::max);
    }
  }

  /** Whether this may name a section: letters, digits, _ and -. */
  static boolean isSection(String word) {
    return !word.isEmpty() && isName(word, 0, word.length());
  }

  /** Whether this may name a line: its section, a dot, and a name like a section's. */
  static boolean isLine(String word) {
    int dot = word.indexOf('.');
    return dot > 0
        && dot < word.length() - 1
        && isName(word, 0, dot)
        && isName(word, dot + 1, word.length());
  }

  private static boolean isName(String word, int from, int to) {
    int at = from;
    while (at < to && isOfName(word.codePointAt(at))) {
      at += Character.charCount(word.codePointAt(at));
    }
    return at >= to;
  }

  private static boolean isOfName(int c) {
    return switch (Character.getType(c)) {
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
      default -> Character.isLetter(c) || c == '_' || c == '-';
    };
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

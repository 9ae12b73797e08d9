package dev.zundacast.post;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ways in which posts write their date. */
final class PostDates {
  /** A post without an offset means its own show's time, and the shows read here are Japanese. */
  private static final ZoneOffset HOME = ZoneOffset.ofHours(9);

  private static final Pattern DATE =
      Pattern.compile(
          "(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})"
              + "(?:[T\\s]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d+)?)?)?"
              + "\\s*(Z|UTC|JST|[+-]\\d{1,2}(?::?\\d{2})?)?");

  private PostDates() {}

  static Optional<OffsetDateTime> parse(String value) {
    String text = value.strip();
    Matcher date = DATE.matcher(text);
    try {
      return date.matches()
          ? Optional.of(at(date))
          : Optional.of(OffsetDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME));
    } catch (DateTimeException e) {
      return Optional.empty(); // the caller says what was expected
    }
  }

  /** The date that a post's file name begins with. */
  static Optional<OffsetDateTime> ofFileName(String name) {
    Matcher date = Pattern.compile("(\\d{4}-\\d{1,2}-\\d{1,2})-.*").matcher(name);
    return date.matches() ? parse(date.group(1)) : Optional.empty();
  }

  private static OffsetDateTime at(Matcher date) {
    LocalDate day = LocalDate.of(number(date, 1), number(date, 2), number(date, 3));
    LocalDateTime time = day.atTime(number(date, 4), number(date, 5), number(date, 6));
    return time.atOffset(offset(date.group(7)));
  }

  private static int number(Matcher date, int group) {
    return date.group(group) == null ? 0 : Integer.parseInt(date.group(group));
  }

  private static ZoneOffset offset(String text) {
    if (text == null || text.equals("JST")) {
      return HOME;
    }
    return text.equals("UTC")
        ? ZoneOffset.UTC
        : ZoneOffset.of(text.length() == 2 ? text + ":00" : text);
  }
}

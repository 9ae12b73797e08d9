package dev.zundacast.script;

import java.time.OffsetDateTime;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values for the {@code {names}} of a template. */
final class Placeholders {
  /** In the order in which people read about them. */
  static final List<String> KNOWN =
      List.of(
          "show",
          "date",
          "year",
          "month",
          "day",
          "weekday",
          "number",
          "count",
          "name",
          "title",
          "ordinal",
          "index",
          "language",
          "text");

  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\{(" + String.join("|", KNOWN) + ")}");

  private final Map<String, String> values;

  Placeholders(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  /** Values for {@code {date} {year} {month} {day} {weekday}}: 8月21日, 2026, 8, 21, 金曜日. */
  static Map<String, String> ofDate(OffsetDateTime date) {
    return Map.of(
        "date", date.getMonthValue() + "月" + date.getDayOfMonth() + "日",
        "year", Integer.toString(date.getYear()),
        "month", Integer.toString(date.getMonthValue()),
        "day", Integer.toString(date.getDayOfMonth()),
        "weekday", date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.JAPANESE));
  }

  /** The same values and these. */
  Placeholders with(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(values);
    all.putAll(more);
    return new Placeholders(all);
  }

  /** The text with its values; empty when one of them has none, so that its line is left out. */
  Optional<String> fill(String text) {
    StringBuilder filled = new StringBuilder();
    Matcher matcher = PLACEHOLDER.matcher(text);
    while (matcher.find()) {
      String value = values.getOrDefault(matcher.group(1), "");
      if (value.isEmpty()) {
        return Optional.empty();
      }
      matcher.appendReplacement(filled, Matcher.quoteReplacement(value));
    }
    return Optional.of(matcher.appendTail(filled).toString());
  }
}

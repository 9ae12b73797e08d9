package dev.zundacast.script;

import java.time.OffsetDateTime;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;

/** A date in the words of a Japanese radio show. */
final class JapaneseDate {
  private JapaneseDate() {}

  /** Values for {@code {date} {year} {month} {day} {weekday}}: 8月21日, 2026, 8, 21, 金曜日. */
  static Map<String, String> placeholders(OffsetDateTime date) {
    return Map.of(
        "date", date.getMonthValue() + "月" + date.getDayOfMonth() + "日",
        "year", Integer.toString(date.getYear()),
        "month", Integer.toString(date.getMonthValue()),
        "day", Integer.toString(date.getDayOfMonth()),
        "weekday", date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.JAPANESE));
  }
}

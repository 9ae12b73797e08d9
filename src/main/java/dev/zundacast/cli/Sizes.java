package dev.zundacast.cli;

import dev.zundacast.episode.Problem;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes on the disk as people write them. */
final class Sizes {
  private static final Pattern SIZE =
      Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?)\\s*([KMGT]?)B?", Pattern.CASE_INSENSITIVE);

  /** Steps of a thousand, as file managers count. */
  private static final List<String> UNITS = List.of("", "K", "M", "G", "T");

  private Sizes() {}

  /** {@code 500MB} to 500,000,000. */
  static long parse(String text) {
    Matcher size = SIZE.matcher(text.strip());
    if (!size.matches()) {
      throw Problem.of(
          Problem.Kind.USAGE, "'" + text + "' is no size; write one like 500MB or 5GB");
    }
    int power = UNITS.indexOf(size.group(2).toUpperCase(Locale.ROOT));
    return Math.round(Double.parseDouble(size.group(1)) * Math.pow(1000, power));
  }

  /** 1,234,567 to {@code 1.2 MB}. */
  static String words(long bytes) {
    double size = bytes;
    int power = 0;
    while (size >= 1000 && power < UNITS.size() - 1) {
      size /= 1000;
      power++;
    }
    String number = power == 0 ? Long.toString(bytes) : String.format(Locale.ROOT, "%.1f", size);
    return number + " " + UNITS.get(power) + "B";
  }
}

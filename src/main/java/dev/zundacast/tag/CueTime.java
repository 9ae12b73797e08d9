package dev.zundacast.tag;

/** Milliseconds to the time of a caption, {@code 01:02:03.004}. */
final class CueTime {
  private CueTime() {}

  /**
   * Writes a time. An hour has two of them for every line, so the digits are put down one by one: a
   * format would be read anew each time.
   *
   * @param mark between seconds and milliseconds
   */
  static StringBuilder append(StringBuilder text, long millis, char mark) {
    digits(text, millis / 3_600_000, 10).append(':');
    digits(text, millis / 60_000 % 60, 10).append(':');
    digits(text, millis / 1000 % 60, 10).append(mark);
    return digits(text, millis % 1000, 100);
  }

  /**
   * Writes a number with leading zeros.
   *
   * @param least 10 for two digits, 100 for three
   */
  static StringBuilder digits(StringBuilder text, long number, int least) {
    for (long place = least; place > number && place > 1; place /= 10) {
      text.append('0');
    }
    return text.append(number);
  }
}

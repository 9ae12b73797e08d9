package dev.zundacast.reading.kanji;

import dev.zundacast.disk.Resource;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The words and compounds that Open JTalk misreads, as they stand in their resource: lines {@code
 * surface<TAB>reading<TAB>accent<TAB>followers} in the order of their bytes, found by bisection.
 */
final class MisreadWords {
  /**
   * How a word is read.
   *
   * @param reading katakana for a noun, hiragana for a form of a verb
   * @param accent its mora, -1 for a form of a verb
   * @param followers what has to stand behind it, empty for anything; ! for no kanji beside it
   */
  record Entry(String reading, int accent, List<String> followers) {
    private static final List<String> ALONE = List.of("!");

    boolean mayStandAt(String text, int from, int to) {
      if (followers.equals(ALONE)) {
        return !isKanji(text, from - 1) && !isKanji(text, to);
      }
      return followers.isEmpty() || followers.stream().anyMatch(f -> text.startsWith(f, to));
    }

    private static boolean isKanji(String text, int at) {
      return at >= 0 && at < text.length() && Character.isIdeographic(text.charAt(at));
    }
  }

  /**
   * The rows that begin with one character.
   *
   * @param start of the first
   * @param end behind the last
   * @param longest surface in characters
   */
  private record Range(int start, int end, int longest) {}

  private static final int KANA_OR_KANJI_BYTES = 3;

  private final byte[] lines;

  /** Found when a text needs them: to look through all 150,000 rows takes 0.04 s at each start. */
  private final Map<Character, Range> byFirst = new ConcurrentHashMap<>();

  private MisreadWords(byte[] lines) {
    this.lines = lines;
  }

  static MisreadWords load() {
    return new MisreadWords(Resource.bytes(MisreadWords.class, "misread.tsv.gz"));
  }

  Optional<Entry> find(String surface) {
    Range range = byFirst.computeIfAbsent(surface.charAt(0), this::range);
    if (range.longest() < surface.length()) {
      return Optional.empty();
    }
    byte[] key = surface.getBytes(StandardCharsets.UTF_8);
    int start = notBefore(key, range.start(), range.end());
    int end = lineEnd(start);
    return start < range.end() && compare(key, start, end) == 0
        ? Optional.of(entry(start, end))
        : Optional.empty();
  }

  private Range range(char first) {
    int start = notBefore(bytes(first), 0, lines.length);
    int end = notBefore(bytes((char) (first + 1)), start, lines.length);
    int longest = 0;
    for (int line = start; line < end; line = lineEnd(line) + 1) {
      longest = Math.max(longest, surfaceEnd(line, end) - line);
    }
    return new Range(start, end, longest == 0 ? 0 : longest / KANA_OR_KANJI_BYTES + 1);
  }

  private static byte[] bytes(char one) {
    return String.valueOf(one).getBytes(StandardCharsets.UTF_8);
  }

  /** Where the first line begins that does not stand before a key, {@code high} for none. */
  private int notBefore(byte[] key, int low, int high) {
    int from = low;
    int to = high;
    while (from < to) {
      int start = lineStart((from + to) >>> 1);
      int end = lineEnd(start);
      if (compare(key, start, end) > 0) {
        from = end + 1;
      } else {
        to = start;
      }
    }
    return Math.min(from, high);
  }

  private int compare(byte[] key, int start, int end) {
    return Arrays.compareUnsigned(key, 0, key.length, lines, start, surfaceEnd(start, end));
  }

  private int surfaceEnd(int start, int end) {
    int tab = start;
    while (tab < end && lines[tab] != '\t') {
      tab++;
    }
    return tab;
  }

  private int lineStart(int at) {
    int start = at;
    while (start > 0 && lines[start - 1] != '\n') {
      start--;
    }
    return start;
  }

  private int lineEnd(int at) {
    int end = at;
    while (end < lines.length && lines[end] != '\n') {
      end++;
    }
    return end;
  }

  private Entry entry(int start, int end) {
    String[] fields = new String(lines, start, end - start, StandardCharsets.UTF_8).split("\t", -1);
    boolean accented = fields.length > 2 && !fields[2].isEmpty();
    int accent = accented ? Integer.parseInt(fields[2]) : -1;
    List<String> followers = fields.length > 3 ? List.of(fields[3].split("\\|")) : List.of();
    return new Entry(fields[1], accent, followers);
  }
}

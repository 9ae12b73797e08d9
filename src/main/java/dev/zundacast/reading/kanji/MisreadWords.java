package dev.zundacast.reading.kanji;

import dev.zundacast.disk.Resource;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
   * @param end of the last
   * @param longest surface in characters
   */
  private record Range(int start, int end, int longest) {}

  private static final int KANA_OR_KANJI_BYTES = 3;

  private final byte[] lines;
  private final Map<Character, Range> byFirst = new HashMap<>();

  private MisreadWords(byte[] lines) {
    this.lines = lines;
    int from = 0;
    int longest = 0;
    for (int start = 0; start < lines.length; ) {
      int end = lineEnd(start);
      longest = Math.max(longest, surfaceEnd(start, end) - start);
      int next = end + 1;
      if (next >= lines.length || first(next) != first(start)) {
        byFirst.put(first(start), new Range(from, end, longest / KANA_OR_KANJI_BYTES + 1));
        from = next;
        longest = 0;
      }
      start = next;
    }
  }

  /** The character that a line begins with, of one byte or of three. */
  private char first(int start) {
    return lines[start] > 0
        ? (char) lines[start]
        : (char)
            ((lines[start] & 0x0f) << 12
                | (lines[start + 1] & 0x3f) << 6
                | (lines[start + 2] & 0x3f));
  }

  static MisreadWords load() {
    return new MisreadWords(Resource.bytes(MisreadWords.class, "misread.tsv.gz"));
  }

  Optional<Entry> find(String surface) {
    Range range = byFirst.get(surface.charAt(0));
    if (range == null || range.longest() < surface.length()) {
      return Optional.empty();
    }
    byte[] key = surface.getBytes(StandardCharsets.UTF_8);
    int low = range.start();
    int high = range.end();
    while (low < high) {
      int start = lineStart((low + high) >>> 1);
      int end = lineEnd(start);
      int order = compare(key, start, end);
      if (order == 0) {
        return Optional.of(entry(start, end));
      } else if (order < 0) {
        high = start;
      } else {
        low = end + 1;
      }
    }
    return Optional.empty();
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

package dev.zundacast.reading.kanji;

import dev.zundacast.disk.Resource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The words that Open JTalk misreads, by the rows of {@code words.tsv}: {@code
 * surface<TAB>reading<TAB>accent<TAB>followers}.
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

    static Entry of(String[] fields) {
      boolean accented = fields.length > 2 && !fields[2].isEmpty();
      int accent = accented ? Integer.parseInt(fields[2]) : -1;
      List<String> followers = fields.length > 3 ? List.of(fields[3].split("\\|")) : List.of();
      return new Entry(fields[1], accent, followers);
    }

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

  private final Map<String, Entry> entries = new HashMap<>();

  static MisreadWords load() {
    MisreadWords words = new MisreadWords();
    for (String row : Resource.rows(MisreadWords.class, "words.tsv")) {
      String[] fields = row.split("\t", -1);
      words.entries.put(fields[0], Entry.of(fields));
    }
    return words;
  }

  Optional<Entry> find(String surface) {
    return Optional.ofNullable(entries.get(surface));
  }
}

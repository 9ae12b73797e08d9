package dev.zundacast.reading.kanji;

import java.util.Set;
import java.util.TreeSet;

/**
 * A row of the resource.
 *
 * @param surface what Open JTalk misreads; behind ~ it may begin with the last letter of a word
 * @param reading katakana to be said as one noun, hiragana to be sent in place of the kanji
 * @param accent its mora, -1 for a row in hiragana
 * @param followers what has to stand behind it, empty for anything; ! for anything but kanji, at
 *     both ends
 */
record Row(String surface, String reading, int accent, Set<String> followers) {
  /** For a rare word, whose letters meet by chance more often than it is meant. */
  static final Set<String> ALONE = Set.of("!");

  Row {
    followers = new TreeSet<>(followers);
  }

  String line() {
    String line = surface + "\t" + reading + "\t" + (accent < 0 ? "" : Integer.toString(accent));
    return (followers.isEmpty() ? line : line + "\t" + String.join("|", followers)).stripTrailing();
  }
}

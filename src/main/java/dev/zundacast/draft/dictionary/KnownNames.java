package dev.zundacast.draft.dictionary;

import java.util.ArrayList;
import java.util.List;

/**
 * The names of the characters that scripts are written for, which Open JTalk's dictionary does not
 * know: without them a は before ずんだもん is read as the first mora of a verb.
 */
final class KnownNames {
  /** Surface, pronunciation, accent, priority. */
  private static final List<String> NAMES =
      List.of(
          "ずんだもん ズンダモン 1 10", "四国めたん シコクメタン 4 10", "春日部つむぎ カスカベツムギ 0 10", "VOICEVOX ボイスボックス 4 10");

  private KnownNames() {}

  static List<UserWord> words() {
    List<UserWord> words = new ArrayList<>();
    for (String name : NAMES) {
      String[] parts = name.split(" ", -1);
      try {
        words.add(
            UserWord.of(
                parts[0],
                parts[1],
                Integer.parseInt(parts[2]),
                WordType.PROPER_NOUN,
                Integer.parseInt(parts[3])));
      } catch (UserWord.BadWord e) {
        throw new IllegalStateException(name, e);
      }
    }
    return words;
  }
}

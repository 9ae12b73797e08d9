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
      List.of("四国めたん シコクメタン 4 10", "春日部 カスカベ 0 10", "つむぎ ツムギ 0 10", "VOICEVOX ボイスボックス 4 10");

  /** The context of a given name, which VOICEVOX's own dictionary has ずんだもん in, at no cost. */
  static final int GIVEN_NAME = 1351;

  private KnownNames() {}

  private static UserWord zundamon() {
    List<String> speech = List.of("名詞", "固有名詞", "人名", "名");
    return new UserWord(
        "ずんだもん",
        WordType.HIGHEST_PRIORITY,
        GIVEN_NAME,
        speech,
        "*",
        "*",
        "*",
        "ズンダモン",
        "ズンダモン",
        1,
        UserWord.moras("ズンダモン"),
        "*");
  }

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
    words.add(zundamon());
    return words;
  }
}

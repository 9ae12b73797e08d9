package dev.zundacast.draft;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.zundacast.episode.DictionaryWord;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A proper noun of the user dictionary.
 *
 * @param surface as it stands in texts, in full width
 * @param priority 0 to 10; a higher one is taken more often
 * @param contextId a proper noun's number in Open JTalk's dictionary, or a given name's
 * @param accentType mora after which the pitch falls; 0 when it does not
 */
public record UserWord(
    String surface,
    int priority,
    @JsonProperty("context_id") int contextId,
    String pronunciation,
    @JsonProperty("accent_type") int accentType,
    @JsonProperty("mora_count") @Nullable Integer moraCount) {
  static final int HIGHEST_PRIORITY = 10;
  static final int PROPER_NOUN = 1348;

  /** What VOICEVOX's own dictionary has ずんだもん as, at no cost. */
  static final int GIVEN_NAME = 1351;

  /** By priority from 0 on, as in VOICEVOX: the lower, the likelier a word is taken. */
  private static final int[] COSTS = {
    14176, 9110, 8984, 8859, 8734, 8609, 7328, 6048, 4768, 3488, -988
  };

  private static final Pattern KATAKANA = Pattern.compile("[ァ-ヴー]+");
  private static final String SMALL = "[ァィゥェォャュョヮ]";

  /** Open JTalk copies a word's readings into buffers of 1,024 bytes. */
  private static final int LONGEST = 200;

  public UserWord {
    surface = DictionaryWord.fullWidth(surface);
    contextId = contextId == GIVEN_NAME ? GIVEN_NAME : PROPER_NOUN;
    moraCount =
        moraCount == null ? (Integer) pronunciation.replaceAll(SMALL, "").length() : moraCount;
    if (surface.length() > LONGEST || surface.chars().anyMatch(c -> c < ' ')) {
      throw new IllegalArgumentException("surface: up to " + LONGEST + " characters of one line");
    }
    if (pronunciation.length() > LONGEST || !KATAKANA.matcher(pronunciation).matches()) {
      throw new IllegalArgumentException("pronunciation: up to " + LONGEST + " katakana");
    }
    if (accentType < 0 || accentType > moraCount || priority < 0 || priority > HIGHEST_PRIORITY) {
      throw new IllegalArgumentException(
          "accent_type from 0 to %d, priority from 0 to %d".formatted(moraCount, HIGHEST_PRIORITY));
    }
  }

  /** The same word, taken as often as any. */
  UserWord surest() {
    return new UserWord(surface, HIGHEST_PRIORITY, contextId, pronunciation, accentType, moraCount);
  }

  int cost() {
    return contextId == GIVEN_NAME ? 0 : COSTS[priority];
  }

  /** The entry's right side in the dictionary: what follows surface, contexts and cost. */
  String feature() {
    return "名詞,固有名詞,%s,*,*,*,%s,%s,%d/%d,*"
        .formatted(
            contextId == GIVEN_NAME ? "人名,名" : "一般,*",
            pronunciation,
            pronunciation,
            accentType,
            moraCount);
  }
}

package dev.zundacast.draft.dictionary;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zundacast.disk.Json;
import dev.zundacast.draft.speech.Checked;
import dev.zundacast.draft.speech.Checked.Range;
import dev.zundacast.draft.speech.KanaTable;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A word of the user dictionary, in all the fields that clients see.
 *
 * @param surface as it stands in texts, in full width
 * @param priority 0 to 10; a higher one is taken more often
 * @param accentType mora after which the pitch falls; 0 when it does not
 * @param moraCount moras of the pronunciation; counted when it is not given
 */
public record UserWord(
    String surface,
    @Range(min = 0) int priority,
    @JsonProperty(value = "context_id", defaultValue = "1348") int contextId,
    @JsonProperty("part_of_speech") String partOfSpeech,
    @JsonProperty("part_of_speech_detail_1") String detail1,
    @JsonProperty("part_of_speech_detail_2") String detail2,
    @JsonProperty("part_of_speech_detail_3") String detail3,
    @JsonProperty("inflectional_type") String inflectionalType,
    @JsonProperty("inflectional_form") String inflectionalForm,
    String stem,
    String yomi,
    String pronunciation,
    @JsonProperty("accent_type") int accentType,
    @JsonProperty("mora_count") @Nullable Integer moraCount,
    @JsonProperty("accent_associative_rule") String accentRule)
    implements Checked {
  private static final Pattern KATAKANA = Pattern.compile("[ァ-ヴー]+");

  /** Open JTalk copies a word's readings into buffers of 1,024 bytes. */
  private static final int LONGEST = 200;

  private static final String SMALL = "ァィゥェォャュョヮ";

  public UserWord {
    surface = fullWidth(surface);
    moraCount = moraCount == null ? (Integer) moras(pronunciation) : moraCount;
    Stream.of(partOfSpeech, detail1, detail2, detail3, inflectionalType, inflectionalForm)
        .forEach(Objects::requireNonNull);
    Stream.of(stem, yomi, accentRule).forEach(Objects::requireNonNull);
  }

  /** The same word, taken at least as often as this priority makes it. */
  UserWord withPriorityOf(int least) throws IOException {
    ObjectNode word = (ObjectNode) Json.tree(Json.text(this));
    return Json.bind(word.put("priority", Math.max(priority, least)), UserWord.class);
  }

  /** A new word of a kind. */
  public static UserWord of(
      String surface, String pronunciation, int accentType, WordType type, int priority)
      throws Invalid {
    List<String> speech = type.speech();
    UserWord word =
        new UserWord(
            surface,
            priority,
            type.contextId(),
            speech.get(0),
            speech.get(1),
            speech.get(2),
            speech.get(3),
            "*",
            "*",
            "*",
            pronunciation,
            pronunciation,
            accentType,
            null,
            "*");
    word.check();
    return word;
  }

  private List<String> speech() {
    return List.of(partOfSpeech, detail1, detail2, detail3);
  }

  private int moras() {
    return Objects.requireNonNull(moraCount);
  }

  @Override
  public void check() throws Invalid {
    if (surface.chars().anyMatch(c -> c == '\n' || c == '\r' || c == 0)) {
      throw new Invalid("surfaceに改行やNUL文字を含めることはできません。");
    }
    if (surface.length() > LONGEST || pronunciation.length() > LONGEST) {
      throw new Invalid("surfaceとpronunciationは" + LONGEST + "文字以内でなければいけません。");
    }
    if (!KATAKANA.matcher(pronunciation).matches()) {
      throw new Invalid("発音は有効なカタカナでなければいけません。");
    }
    for (int i = 0; i < pronunciation.length(); i++) {
      checkSmallKana(i);
    }
    if (accentType < 0 || accentType > moras()) {
      throw new Invalid(
          "誤ったアクセント型です(%d)。 expect: 0 <= accent_type <= %d".formatted(accentType, moras()));
    }
  }

  /** Whether context, part of speech, priority and accent rule belong together. */
  public boolean fits() {
    return priority >= 0
        && priority <= WordType.HIGHEST_PRIORITY
        && Stream.of(inflectionalType, inflectionalForm, stem, yomi).allMatch(UserWord::isField)
        && WordType.ofContext(contextId)
            .filter(type -> type.speech().equals(speech()) && type.allows(accentRule))
            .isPresent();
  }

  /** Whether a text can stand in an entry, whose fields are parted by commas. */
  private static boolean isField(String text) {
    return text.length() <= LONGEST && text.chars().allMatch(c -> c >= ' ' && c != ',');
  }

  private void checkSmallKana(int i) throws Invalid {
    char kana = pronunciation.charAt(i);
    char next = i + 1 < pronunciation.length() ? pronunciation.charAt(i + 1) : ' ';
    boolean small = kana == 'ッ' || SMALL.indexOf(kana) >= 0;
    if (small && (SMALL.indexOf(next) >= 0 || (kana == 'ッ' && next == 'ッ'))) {
      throw new Invalid("無効な発音です。(捨て仮名の連続)");
    }
    if (kana == 'ヮ' && i > 0 && "クグ".indexOf(pronunciation.charAt(i - 1)) < 0) {
      throw new Invalid("無効な発音です。(「くゎ」「ぐゎ」以外の「ゎ」の使用)");
    }
  }

  /** Moras of a pronunciation; a long vowel mark is one. */
  private static int moras(String pronunciation) {
    int count = 0;
    int at = 0;
    while (at < pronunciation.length()) {
      int two = Math.min(at + KanaTable.LONGEST, pronunciation.length());
      at = KanaTable.mora(pronunciation.substring(at, two)).isPresent() ? two : at + 1;
      count++;
    }
    return count;
  }

  /** ASCII in the full width that texts are brought into before they are analysed. */
  private static String fullWidth(String text) {
    StringBuilder wide = new StringBuilder();
    text.chars().forEach(c -> wide.append((char) fullWidth(c)));
    return wide.toString();
  }

  private static int fullWidth(int c) {
    return c == ' ' ? '　' : c > ' ' && c <= '~' ? c + 0xfee0 : c;
  }

  /** The entry's right side in the dictionary: what follows surface, contexts and cost. */
  String feature() {
    return String.join(",", speech())
        + ",%s,%s,%s,%s,%s,%d/%d,%s"
            .formatted(
                inflectionalType,
                inflectionalForm,
                stem,
                yomi,
                pronunciation,
                accentType,
                moraCount,
                accentRule);
  }
}

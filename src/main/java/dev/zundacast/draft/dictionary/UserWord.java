package dev.zundacast.draft.dictionary;

import dev.zundacast.draft.speech.KanaTable;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A word of the user dictionary, in all the fields that clients see.
 *
 * @param surface as it stands in texts, in full width
 * @param priority 0 to 10; a higher one is taken more often
 * @param speech part of speech and its three details
 * @param pronunciation katakana
 * @param accentType mora after which the pitch falls; 0 when it does not
 * @param moraCount moras of the pronunciation
 */
public record UserWord(
    String surface,
    int priority,
    int contextId,
    List<String> speech,
    String inflectionalType,
    String inflectionalForm,
    String stem,
    String yomi,
    String pronunciation,
    int accentType,
    int moraCount,
    String accentRule) {
  private static final Pattern KATAKANA = Pattern.compile("[ァ-ヴー]+");

  /** Open JTalk copies a word's readings into buffers of 1,024 bytes. */
  private static final int LONGEST = 200;

  private static final String SMALL = "ァィゥェォャュョヮ";

  public UserWord {
    speech = List.copyOf(speech);
  }

  /** Thrown for a word that cannot be one. */
  public static final class BadWord extends Exception {
    private static final long serialVersionUID = 1;

    BadWord(String message) {
      super(message);
    }

    @Override
    public String getMessage() {
      return String.valueOf(super.getMessage());
    }
  }

  /** The same word, taken at least as often as this priority makes it. */
  UserWord atLeast(int wanted) {
    return new UserWord(
        surface,
        Math.max(priority, wanted),
        contextId,
        speech,
        inflectionalType,
        inflectionalForm,
        stem,
        yomi,
        pronunciation,
        accentType,
        moraCount,
        accentRule);
  }

  /** A new word of its kind. */
  public static UserWord of(
      String surface, String pronunciation, int accentType, WordType type, int priority)
      throws BadWord {
    UserWord word =
        new UserWord(
            fullWidth(surface),
            priority,
            type.contextId(),
            type.speech(),
            "*",
            "*",
            "*",
            pronunciation,
            pronunciation,
            accentType,
            moras(pronunciation),
            "*");
    word.check();
    return word;
  }

  /** Refuses a word whose surface, pronunciation or accent cannot be. */
  public void check() throws BadWord {
    if (surface.chars().anyMatch(c -> c == '\n' || c == '\r' || c == 0)) {
      throw new BadWord("surfaceに改行やNUL文字を含めることはできません。");
    }
    if (surface.length() > LONGEST || pronunciation.length() > LONGEST) {
      throw new BadWord("surfaceとpronunciationは" + LONGEST + "文字以内でなければいけません。");
    }
    if (!KATAKANA.matcher(pronunciation).matches()) {
      throw new BadWord("発音は有効なカタカナでなければいけません。");
    }
    for (int i = 0; i < pronunciation.length(); i++) {
      checkSmallKana(i);
    }
    if (accentType < 0 || accentType > moraCount) {
      throw new BadWord(
          "誤ったアクセント型です(%d)。 expect: 0 <= accent_type <= %d".formatted(accentType, moraCount));
    }
  }

  /** Whether context, part of speech, priority and accent rule belong together. */
  public boolean fits() {
    return priority >= 0
        && priority <= WordType.HIGHEST_PRIORITY
        && Stream.of(inflectionalType, inflectionalForm, stem, yomi).allMatch(UserWord::isField)
        && WordType.ofContext(contextId)
            .filter(type -> type.speech().equals(speech) && type.allows(accentRule))
            .isPresent();
  }

  /** Whether a text can stand in an entry, whose fields are parted by commas. */
  private static boolean isField(String text) {
    return text.length() <= LONGEST && text.chars().allMatch(c -> c >= ' ' && c != ',');
  }

  private void checkSmallKana(int i) throws BadWord {
    char kana = pronunciation.charAt(i);
    char next = i + 1 < pronunciation.length() ? pronunciation.charAt(i + 1) : ' ';
    boolean small = kana == 'ッ' || SMALL.indexOf(kana) >= 0;
    if (small && (SMALL.indexOf(next) >= 0 || (kana == 'ッ' && next == 'ッ'))) {
      throw new BadWord("無効な発音です。(捨て仮名の連続)");
    }
    if (kana == 'ヮ' && i > 0 && "クグ".indexOf(pronunciation.charAt(i - 1)) < 0) {
      throw new BadWord("無効な発音です。(「くゎ」「ぐゎ」以外の「ゎ」の使用)");
    }
  }

  /** Moras of a pronunciation; a long vowel mark is one. */
  public static int moras(String pronunciation) {
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
  public static String fullWidth(String text) {
    StringBuilder wide = new StringBuilder();
    text.chars().forEach(c -> wide.append((char) fullWidth(c)));
    return wide.toString();
  }

  private static int fullWidth(int c) {
    return c == ' ' ? '　' : c > ' ' && c <= '~' ? c + 0xfee0 : c;
  }

  /** The entry's right side in the dictionary: what follows surface, contexts and cost. */
  String feature() {
    return String.join(",", speech)
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

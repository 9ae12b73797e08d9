package dev.zundacast.reading;

import dev.zundacast.words.Morpheme;
import dev.zundacast.words.Morphology;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes away the closing brackets before words that lean on what is in them, as particles, んだ, さん,
 * する and こと do: engines pause at each, and such a word would be said alone.
 */
record Brackets(Morphology morphology) {
  private static final String MARKS = "」』）)】〉》”";

  /** What stands before kana that may lean; （金） alone is a day of the week. */
  private static final Pattern BEFORE_KANA =
      Pattern.compile("(?<![（(][月火水木金土日祝])(?:(?<![ねよなぞわえー])[〜～~])?[" + MARKS + "]+ ?(?=[ぁ-んワ])");

  /** The particle は as {@link Particles} writes it. */
  private static final Pattern WA = Pattern.compile("ワ(?!\\p{IsKatakana})");

  /** Words that the dictionary takes for particles and forms of する: ねえ, しかし, そうなんだ. */
  private static final Pattern NEW_WORD =
      Pattern.compile("ね[ぇえこ]|しか[しも]|すると[、,]|そう(?!だ|です|な(?!ん)|に)|うち[のは]|ずんだ|よりよ|めちゃ|ものづ|ようこそ");

  /** A noun that makes no other word with the kana behind it. */
  private static final String NOUN = "データ";

  /** The longest word that leans with enough behind it to be told apart. */
  private static final int LONGEST = 8;

  String closed(String text) {
    return BEFORE_KANA
        .matcher(text)
        .replaceAll(
            it -> leans(text.substring(it.end())) ? "" : Matcher.quoteReplacement(it.group()));
  }

  /** Whether what follows a noun begins with a word that leans on it. */
  private boolean leans(String behind) {
    if (WA.matcher(behind).lookingAt()) {
      return true;
    }
    String some = behind.substring(0, Math.min(behind.length(), LONGEST));
    // A noun in front: at the beginning of a text で is the conjunction.
    return !NEW_WORD.matcher(behind).lookingAt()
        && morphology.analyse(NOUN + some).stream().skip(1).limit(1).anyMatch(Brackets::isLeaning);
  }

  /** Some parts of speech never begin what is said. */
  private static boolean isLeaning(Morpheme first) {
    return first.isAny("助詞", "助動詞", "名詞-接尾", "名詞-非自立")
        || first.base().equals("する")
        || first.surface().equals("など");
  }
}

package dev.zundacast.reading.kanji;

import dev.zundacast.episode.Sound;
import dev.zundacast.reading.piece.Kana;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Words and compounds of Mozc's dictionary that Open JTalk misreads, where UniDic reads them as
 * people mean them mostly.
 */
final class MozcRows {
  /** Words whose ends cannot be taken for a particle or a verb's. */
  private static final String SHAPE =
      "[\\p{IsHan}ァ-ヶ々][\\p{IsHan}ァ-ヶー々ぁ-ん]*[\\p{IsHan}ァ-ヶー々きぎしちひびみりいけげせてでねべめれえ]";

  private static final String WITH_KANJI = ".*\\p{IsHan}.*";
  private static final String TWO_KANJI = "\\p{IsHan}{2}";

  /** Engines read counted things by rules of their own. */
  private static final String COUNTED = ".*[0-9０-９Ａ-Ｚａ-ｚ〇一二三四五六七八九十百千万億何].*";

  /**
   * Names of more than two letters, but for places that are マチ in one county and チョウ in another.
   */
  private static final String NAME = "[\\p{IsHan}ァ-ヶー々のノヶが]{2,}[\\p{IsHan}ァ-ヶー々&&[^町村家]]";

  /** A compound without letters that Mozc's makers themselves put together in a wrong way. */
  private static final String COMPOUND = "[\\p{IsHan}ァ-ヶー&&[^何間等今人目分本位毎中以日月年時口額社行度品後]]{3,6}";

  /** Words with a particle between them may be parts of others: 専門家の方. */
  private static final String PHRASE = ".+[のでにをはがともや].+|.+たち";

  /** Mozc's makers read these by the wrong half: 表形式 オモテ, 親課題 シン, 自然形 ガタ. */
  private static final String BY_AFFIX = "[表親].*|.*形";

  private static final int LONGEST = 8;

  /** Another reading is hardly ever meant when it costs so much more: about four times rarer. */
  private static final int RARER = 700;

  /** Two kanji meet by chance more often than such a rare word is meant. */
  private static final int RARE = 6000;

  /** Hardly anybody writes a word that costs more. */
  private static final int SELDOM = 8000;

  private final Heard heard;
  private final UniDicReader unidic;

  MozcRows(Heard heard, UniDicReader unidic) {
    this.heard = heard;
    this.unidic = unidic;
  }

  List<Row> of(Map<String, List<MozcWord>> words) {
    return words.entrySet().parallelStream()
        .filter(entry -> isOfInterest(entry.getKey()))
        .flatMap(entry -> meant(entry.getValue()).stream())
        .filter(word -> !heard.isRightAnywhere(word.surface(), Kana.katakana(word.kana())))
        .filter(word -> word.isProperNoun() ? isName(word) : isWord(word))
        .map(this::row)
        .toList();
  }

  private static boolean isOfInterest(String surface) {
    return surface.length() > 1
        && surface.length() <= LONGEST
        && surface.chars().noneMatch(c -> Character.isSurrogate((char) c))
        && surface.matches(SHAPE)
        && surface.matches(WITH_KANJI)
        && !surface.matches(COUNTED)
        && !surface.matches(BY_AFFIX);
  }

  /** The reading that is meant, where it is hardly ever another one. */
  private static Optional<MozcWord> meant(List<MozcWord> readings) {
    MozcWord best = readings.stream().min(Comparator.comparingInt(MozcWord::cost)).orElseThrow();
    boolean sure =
        best.isNoun()
            && best.cost() < SELDOM
            && readings.stream()
                .filter(other -> other.cost() < best.cost() + RARER)
                .allMatch(other -> Sound.folded(other.kana()).equals(Sound.folded(best.kana())));
    return sure ? Optional.of(best) : Optional.empty();
  }

  /** A name that is long enough to be nothing else, and that Open JTalk puts together of parts. */
  private boolean isName(MozcWord word) {
    return word.surface().matches(NAME) && !heard.isOneWord(word.surface());
  }

  private boolean isWord(MozcWord word) {
    return !word.surface().matches(PHRASE) && (isReadAlike(word) || isPutTogether(word));
  }

  private boolean isReadAlike(MozcWord word) {
    return Sound.folded(unidic.kana(word.surface())).equals(Sound.folded(word.kana()));
  }

  /** A compound that UniDic and Open JTalk both put together of its parts, each in its own way. */
  private boolean isPutTogether(MozcWord word) {
    String surface = word.surface();
    return surface.matches(COMPOUND)
        && !heard.isOneWord(surface)
        && !Sound.folded(unidic.kana(surface)).equals(heard.of(surface));
  }

  private Row row(MozcWord word) {
    String said = isReadAlike(word) ? unidic.said(word.surface()) : joined(word.kana());
    boolean alone = word.cost() >= RARE && word.surface().matches(TWO_KANJI);
    return new Row(
        word.surface(), said, unidic.accent(word.surface(), said), alone ? Row.ALONE : Set.of());
  }

  /** As it is said; in タケノウチ and イノウエ the second part begins with the vowel. */
  private static String joined(String kana) {
    String katakana = Kana.katakana(kana);
    return katakana.contains("ノウ") ? katakana : Kana.said(katakana);
  }
}

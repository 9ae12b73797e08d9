package dev.zundacast.reading.kanji;

import dev.zundacast.disk.Resource;
import dev.zundacast.reading.piece.Kana;
import dev.zundacast.words.Morpheme;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Words of two kanji that no dictionary has, read in the Chinese way where both kanji nearly always
 * are in words of two, by the rows of {@code chinese.tsv}: kanji, reading, its share in percent as
 * the first and as the second kanji; ! before a word that engines know.
 */
final class ChineseCompounds {
  private record Reading(String kana, int first, int second) {}

  /** Shares of the first and the second that make a reading sure: of UniDic's words 97 %. */
  private static final int[][] SURE = {{80, 80}, {85, 50}, {70, 85}};

  /** Kanji that are put before others in their Japanese reading, too: 神回, 親機, 仮置. */
  private static final String FREE = "神生裏表子親型値空元仮鬼根葉箱枠一二三四五六七八九十百千万不";

  /** 各 stays as it is before any word. */
  private static final String EACH = "カク";

  /** Kanji that follow any word in their own reading. */
  private static final String SUFFIXES = "達前";

  /** What stands behind a name, which is hardly ever read so. */
  private static final Pattern ADDRESS = Pattern.compile("さん|氏|くん|君|ちゃん|様|先生|選手|監督|社長|教授");

  /** Longer words are flat, shorter ones mostly fall behind their first mora. */
  private static final int FLAT = 4;

  private final Map<Character, Reading> readings = new HashMap<>();
  private final Set<String> known = new HashSet<>();

  static ChineseCompounds load() {
    return of(Resource.rows(ChineseCompounds.class, "chinese.tsv"));
  }

  static ChineseCompounds of(List<String> rows) {
    ChineseCompounds compounds = new ChineseCompounds();
    for (String row : rows) {
      if (row.startsWith("!")) {
        compounds.known.add(row.substring(1));
      } else {
        String[] fields = row.split("\t", -1);
        compounds.readings.put(
            row.charAt(0),
            new Reading(fields[1], Integer.parseInt(fields[2]), Integer.parseInt(fields[3])));
      }
    }
    return compounds;
  }

  /** The word that begins with the morpheme at {@code index}. */
  Optional<Respelling> at(List<Morpheme> morphemes, int index) {
    if (index + 1 >= morphemes.size() || !isWhole(morphemes, index)) {
      return Optional.empty();
    }
    Morpheme first = morphemes.get(index);
    Morpheme second = morphemes.get(index + 1);
    return known.contains(first.surface() + second.surface())
        ? Optional.empty()
        : reading(first.surface().charAt(0), second.surface().charAt(0))
            .map(Kana::said)
            .map(
                kana ->
                    Respelling.noun(
                        first.start(), second.end(), kana, Kana.moras(kana) < FLAT ? 1 : 0));
  }

  /** Two kanji by themselves, or beside words of two kanji and more. */
  private static boolean isWhole(List<Morpheme> morphemes, int index) {
    Morpheme first = morphemes.get(index);
    Morpheme second = morphemes.get(index + 1);
    return isKanji(first)
        && isKanji(second)
        && first.end() == second.start()
        && (index == 0 || !isKanjiOrNumber(morphemes.get(index - 1), first))
        && (index + 2 >= morphemes.size() || mayStandBehind(morphemes.get(index + 2)));
  }

  private static boolean mayStandBehind(Morpheme morpheme) {
    return !isKanji(morpheme) && !ADDRESS.matcher(morpheme.surface()).matches();
  }

  private static boolean isKanji(Morpheme morpheme) {
    return morpheme.surface().length() == 1
        && Character.isIdeographic(morpheme.surface().charAt(0))
        && !morpheme.is("名詞-数")
        && !morpheme.is("名詞-固有名詞");
  }

  private static boolean isKanjiOrNumber(Morpheme before, Morpheme first) {
    char last = before.surface().charAt(before.surface().length() - 1);
    return before.end() == first.start()
        && (Character.isIdeographic(last) || Character.isDigit(last) || before.is("名詞-数"));
  }

  /** How two kanji are read together, empty where that is not sure. */
  Optional<String> reading(char a, char b) {
    Reading first = readings.get(a);
    Reading second = readings.get(b);
    if (first == null || second == null || FREE.indexOf(a) >= 0 || SUFFIXES.indexOf(b) >= 0) {
      return Optional.empty();
    }
    return Stream.of(SURE)
            .anyMatch(shares -> first.first() >= shares[0] && second.second() >= shares[1])
        ? joined(first.kana(), second.kana())
        : Optional.empty();
  }

  /** 特 and 化 are トッカ; ン before ハ may be ンパ or ンハ. */
  private static Optional<String> joined(String first, String second) {
    char last = first.charAt(first.length() - 1);
    char next = second.charAt(0);
    boolean labial = "ハヒフヘホ".indexOf(next) >= 0;
    if (last == 'ン' && labial) {
      return Optional.empty();
    }
    boolean doubled =
        first.length() > 1
            && !first.equals(EACH)
            && ((last == 'ク' && "カキクケコ".indexOf(next) >= 0)
                || ("ツチ".indexOf(last) >= 0 && (labial || "カキクケコサシスセソタチツテト".indexOf(next) >= 0)));
    String stem = doubled ? first.substring(0, first.length() - 1) + "ッ" : first;
    boolean hard = doubled && labial;
    return Optional.of(stem + (hard ? (char) (next + 2) + second.substring(1) : second));
  }
}

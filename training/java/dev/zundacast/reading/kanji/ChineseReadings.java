package dev.zundacast.reading.kanji;

import dev.zundacast.episode.Sound;
import dev.zundacast.reading.piece.Kana;
import dev.zundacast.words.Morphology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How single kanji are read in the Chinese way in words of two, and how often, counted over the
 * common nouns of UniDic.
 */
final class ChineseReadings {
  /** Hardly anybody writes a word of Mozc's dictionary that costs more. */
  private static final int SELDOM = 8000;

  private static final int FEWEST = 5;
  private static final int PERCENT = 100;

  /** Of two readings in the Chinese way the commoner has to be so much so. */
  private static final double DOMINANT = 0.85;

  /** The places of a kanji in a word of two. */
  private static final class Counts {
    final Map<Character, Map<String, Integer>> readings = new HashMap<>();
    final Map<Character, Integer> words = new HashMap<>();

    void add(char kanji, String reading) {
      readings.computeIfAbsent(kanji, key -> new TreeMap<>()).merge(reading, 1, Integer::sum);
    }

    int of(char kanji, String reading) {
      return readings.getOrDefault(kanji, Map.of()).getOrDefault(reading, 0);
    }

    int share(char kanji, String reading) {
      int all = words.getOrDefault(kanji, 0);
      return all < FEWEST ? 0 : PERCENT * of(kanji, reading) / all;
    }
  }

  private final Counts first = new Counts();
  private final Counts second = new Counts();
  private final Map<String, String> chinese = new TreeMap<>();

  ChineseReadings(Map<String, List<UniDicWord>> words) {
    words.forEach(
        (surface, all) -> {
          if (surface.matches("\\p{IsHan}{2}") && all.get(0).isCommonNoun()) {
            first.words.merge(surface.charAt(0), 1, Integer::sum);
            second.words.merge(surface.charAt(1), 1, Integer::sum);
            if (all.get(0).origin().equals("漢")) {
              chinese.put(surface, Nouns.commonest(all).kana());
            }
          }
        });
    chinese.forEach(this::countEvenly);
    chinese.forEach(this::countOthers);
  }

  /** Words of two or four moras can be cut in one way only. */
  private void countEvenly(String surface, String kana) {
    List<String> moras = moras(kana);
    if (moras.size() == 2 || moras.size() == 4) {
      count(surface, moras, moras.size() / 2);
    }
  }

  /** Words of three moras are cut where the other words would have it. */
  private void countOthers(String surface, String kana) {
    List<String> moras = moras(kana);
    if (moras.size() == 3) {
      int one = likelihood(surface, moras, 1);
      int two = likelihood(surface, moras, 2);
      if (one != two) {
        count(surface, moras, one > two ? 1 : 2);
      }
    }
  }

  private int likelihood(String surface, List<String> moras, int at) {
    return known(surface.charAt(0), part(moras, 0, at))
        * known(surface.charAt(1), part(moras, at, moras.size()));
  }

  private int known(char kanji, String reading) {
    return first.of(kanji, reading) + second.of(kanji, reading);
  }

  private void count(String surface, List<String> moras, int at) {
    first.add(surface.charAt(0), part(moras, 0, at));
    second.add(surface.charAt(1), part(moras, at, moras.size()));
  }

  private static String part(List<String> moras, int from, int to) {
    return String.join("", moras.subList(from, to));
  }

  private static List<String> moras(String kana) {
    List<String> moras = new ArrayList<>();
    for (int i = 0; i < kana.length(); i++) {
      String mora = kana.substring(i, i + 1);
      if (Kana.moras(mora) == 0 && !moras.isEmpty()) {
        moras.set(moras.size() - 1, moras.get(moras.size() - 1) + mora);
      } else {
        moras.add(mora);
      }
    }
    return moras;
  }

  /** Rows {@code kanji<TAB>reading<TAB>percent as first<TAB>percent as second}. */
  List<String> rows() {
    List<String> rows = new ArrayList<>();
    Map<Character, Integer> kanji = new TreeMap<>(first.words);
    kanji.putAll(second.words);
    for (char each : kanji.keySet()) {
      Map<String, Integer> readings = new TreeMap<>(first.readings.getOrDefault(each, Map.of()));
      second
          .readings
          .getOrDefault(each, Map.of())
          .forEach((r, n) -> readings.merge(r, n, Integer::sum));
      int all = readings.values().stream().mapToInt(Integer::intValue).sum();
      readings.entrySet().stream()
          .filter(reading -> reading.getValue() >= DOMINANT * all && all >= FEWEST)
          .forEach(
              reading ->
                  rows.add(
                      each
                          + "\t"
                          + reading.getKey()
                          + "\t"
                          + first.share(each, reading.getKey())
                          + "\t"
                          + second.share(each, reading.getKey())));
    }
    return rows;
  }

  /** The resource that {@link ChineseCompounds} reads. */
  static List<String> table(
      Map<String, List<UniDicWord>> words, Map<String, List<MozcWord>> common, Heard heard) {
    List<String> table = new ArrayList<>();
    table.add(
        "# Kanji in words of two: reading, percent as the first, percent as the second; ! words"
            + " that engines know.");
    List<String> rows = new ChineseReadings(words).rows();
    table.addAll(rows);
    table.addAll(exceptions(ChineseCompounds.of(rows), rows, common, heard));
    return table;
  }

  /** Pairs that others have as words of another reading, and the analyser has not. */
  private static List<String> exceptions(
      ChineseCompounds compounds,
      List<String> rows,
      Map<String, List<MozcWord>> common,
      Heard heard) {
    Morphology morphology = new Morphology();
    List<String> kanji = rows.stream().map(row -> row.substring(0, 1)).toList();
    return kanji.parallelStream()
        .flatMap(a -> kanji.stream().map(b -> a + b))
        .filter(
            pair ->
                compounds
                    .reading(pair.charAt(0), pair.charAt(1))
                    .filter(kana -> morphology.readings(pair).isEmpty())
                    .filter(
                        kana ->
                            isOtherWord(common.getOrDefault(pair, List.of()), kana)
                                || (isCommonWord(heard.lattice(), pair)
                                    && !heard.of(pair).equals(Sound.folded(kana))))
                    .isPresent())
        .map(pair -> "!" + pair)
        .sorted()
        .toList();
  }

  /** 最安 サイヤス: what people type for it commonly. */
  private static boolean isOtherWord(List<MozcWord> readings, String kana) {
    return readings.stream()
        .filter(word -> word.isNoun() && !word.isProperNoun() && word.cost() < SELDOM)
        .min(Comparator.comparingInt(MozcWord::cost))
        .filter(word -> !Sound.folded(word.kana()).equals(Sound.folded(kana)))
        .isPresent();
  }

  /** Names are not meant where a text does not address somebody. */
  private static boolean isCommonWord(MecabLattice lattice, String pair) {
    if (!lattice.hasWord(pair)) {
      return false;
    }
    List<MecabLattice.Word> words = lattice.analyse(pair);
    return words.size() == 1 && !words.get(0).field(1).equals("固有名詞");
  }
}

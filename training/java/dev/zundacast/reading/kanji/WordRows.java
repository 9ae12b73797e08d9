package dev.zundacast.reading.kanji;

import dev.zundacast.episode.Sound;
import dev.zundacast.reading.piece.Kana;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Words of UniDic that Open JTalk reads as no dictionary does, alone or before a particle. */
final class WordRows {
  private static final String WITH_NUMERAL = ".*[一二三四五六七八九十百千万億〇0-9０-９Ａ-Ｚａ-ｚ].*";

  /** Words whose ends cannot be taken for a particle or a verb's. */
  private static final String SHAPE =
      "[\\p{IsHan}ァ-ヶ々][\\p{IsHan}ァ-ヶー々ぁ-ん]*[\\p{IsHan}ァ-ヶー々きぎしちひびみりいけげせてでねべめれえ]";

  private static final Set<String> SPEECH = Set.of("名詞", "形状詞");

  /** So many words with the same cost have one that nobody counted. */
  private static final int UNCOUNTED = 1000;

  /** What may follow a word, and how it sounds. */
  private record Follower(String written, String kana) {}

  private static final List<Follower> PARTICLES =
      List.of(
          new Follower("、", "、"),
          new Follower("を", "ヲ"),
          new Follower("が", "ガ"),
          new Follower("の", "ノ"),
          new Follower("と", "ト"),
          new Follower("や", "ヤ"),
          new Follower("に", "ニ"),
          new Follower("は", "ワ"),
          new Follower("も", "モ"),
          new Follower("で", "デ"),
          new Follower("って", "ッテ"),
          new Follower("だ", "ダ"),
          new Follower("から", "カラ"));

  private static final List<Follower> VERBAL =
      List.of(new Follower("する", "スル"), new Follower("した", "シタ"), new Follower("し、", "シ、"));

  private static final List<Follower> ADJECTIVAL = List.of(new Follower("な", "ナ"));

  /** What a word may stand between, and how it sounds: 欧米である holds 米で. */
  private record Place(String before, String beforeKana, String after, String afterKana) {}

  private static final List<Place> PLACES =
      List.of(
          new Place("これは", "コレワ", "である", "デアル"),
          new Place("それを", "ソレオ", "を見る", "オミル"),
          new Place("また", "マタ", "より大きい", "ヨリオーキイ"),
          new Place("描かれ", "エガカレ", "データ", "データ"),
          new Place("よく", "ヨク", "だけを使う", "ダケオツカウ"),
          new Place("より", "ヨリ", "なら使う", "ナラツカウ"),
          new Place("同じ", "オナジ", "に近い", "ニチカイ"));

  private final Heard heard;
  private final Set<Integer> rare = new HashSet<>();

  WordRows(Heard heard) {
    this.heard = heard;
  }

  List<Row> of(Map<String, List<UniDicWord>> words) {
    Map<Integer, Long> costs =
        words.values().stream()
            .flatMap(List::stream)
            .filter(UniDicWord::isCommonNoun)
            .collect(Collectors.groupingBy(UniDicWord::cost, Collectors.counting()));
    costs.forEach((cost, count) -> addIf(count > UNCOUNTED, cost));
    return words.entrySet().parallelStream()
        .filter(entry -> entry.getKey().matches(SHAPE) && !isDeed(entry.getKey(), words))
        .filter(entry -> !entry.getKey().matches(WITH_NUMERAL))
        .flatMap(entry -> row(entry.getKey(), entry.getValue()).stream())
        .toList();
  }

  private void addIf(boolean uncounted, int cost) {
    if (uncounted) {
      rare.add(cost);
    }
  }

  /** 抽出し: a noun with a form of する. */
  private static boolean isDeed(String surface, Map<String, List<UniDicWord>> words) {
    String stem = surface.substring(0, surface.length() - 1);
    return surface.endsWith("し")
        && words.getOrDefault(stem, List.of()).stream()
            .anyMatch(word -> word.speech().contains("サ変"));
  }

  private Optional<Row> row(String surface, List<UniDicWord> all) {
    List<UniDicWord> nominal =
        all.stream()
            .filter(word -> SPEECH.contains(word.speech().split("-", -1)[0]))
            .filter(word -> !word.speech().startsWith("名詞-数詞"))
            .filter(word -> !word.speech().endsWith("-名"))
            .toList();
    if (nominal.isEmpty() || nominal.size() < all.size()) {
      return Optional.empty();
    }
    UniDicWord word = Nouns.commonest(nominal);
    Set<String> readings = new LinkedHashSet<>();
    nominal.forEach(each -> readings.add(Sound.folded(each.kana())));
    boolean several = readings.size() > 1 || !Kana.isReading(word.kana());
    if (several) {
      return Optional.empty();
    }
    // What the dictionary has as a word of its own is read as its makers meant it.
    return heard.isOneWord(surface) ? whereTorn(word) : misread(word);
  }

  private Optional<Row> misread(UniDicWord word) {
    String surface = word.surface();
    boolean inside =
        word.isProperNoun()
            ? heard.isRight(surface, word.kana())
            : heard.isRightAnywhere(surface, word.kana())
                && heard.isRight(surface + "データ", word.kana(), "データ");
    return inside ? whereTorn(word) : Optional.of(row(word, Set.of()));
  }

  /** A word that is read right alone but not before some particles. */
  private Optional<Row> whereTorn(UniDicWord word) {
    if (!heard.isRight(word.surface(), word.kana())) {
      return Optional.empty();
    }
    if (!word.isProperNoun() && !heard.isRightAnywhere(word.surface(), word.kana())) {
      return Optional.of(row(word, Set.of()));
    }
    List<Follower> followers = new ArrayList<>(PARTICLES);
    if (word.speech().contains("サ変")) {
      followers.addAll(VERBAL);
    }
    if (word.speech().contains("形状詞")) {
      followers.addAll(ADJECTIVAL);
    }
    Set<String> bad = new LinkedHashSet<>();
    for (Follower follower : followers) {
      String text = word.surface() + follower.written();
      boolean inside =
          word.isProperNoun() || heard.isRight("利用" + text, "リヨウ", word.kana(), follower.kana());
      if (!inside || !heard.isRight(text, word.kana(), follower.kana())) {
        bad.add(follower.written());
      }
    }
    return bad.isEmpty() ? inPlaces(word) : Optional.of(row(word, bad));
  }

  /** A word that is read right alone and before particles but not in every sentence. */
  private Optional<Row> inPlaces(UniDicWord word) {
    boolean right =
        word.isProperNoun()
            || word.origin().equals("外")
            || PLACES.stream().allMatch(place -> isRight(word, place));
    return right ? Optional.empty() : Optional.of(row(word, Set.of()));
  }

  private boolean isRight(UniDicWord word, Place place) {
    return heard.isRight(
        place.before() + word.surface() + place.after(),
        place.beforeKana(),
        word.kana(),
        place.afterKana());
  }

  private Row row(UniDicWord word, Set<String> followers) {
    boolean alone =
        followers.isEmpty()
            && (rare.contains(word.cost()) || word.isProperNoun())
            && word.surface().matches("\\p{IsHan}{2}");
    return new Row(
        word.surface(), word.said(), Math.max(0, word.accent()), alone ? Row.ALONE : followers);
  }
}

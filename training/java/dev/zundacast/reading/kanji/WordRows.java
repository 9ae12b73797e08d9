package dev.zundacast.reading.kanji;

import dev.zundacast.reading.piece.Kana;
import dev.zundacast.reading.piece.Sound;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Words of UniDic that Open JTalk reads as no dictionary does, alone or before a particle. */
final class WordRows {
  private static final String WITH_NUMERAL = ".*[一二三四五六七八九十百千万億〇0-9０-９Ａ-Ｚａ-ｚ].*";
  private static final String KANJI = ".*\\p{IsHan}.*";
  private static final Set<String> SPEECH = Set.of("名詞", "形状詞", "副詞", "接続詞");

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
          new Follower("で", "デ"));

  private static final List<Follower> VERBAL =
      List.of(new Follower("する", "スル"), new Follower("した", "シタ"), new Follower("し、", "シ、"));

  private static final List<Follower> ADJECTIVAL = List.of(new Follower("な", "ナ"));

  private final Heard heard;

  WordRows(Heard heard) {
    this.heard = heard;
  }

  List<Row> of(Map<String, List<UniDicWord>> words) {
    return words.entrySet().parallelStream()
        .filter(entry -> entry.getKey().length() > 1 && entry.getKey().matches(KANJI))
        .filter(entry -> !entry.getKey().matches(WITH_NUMERAL))
        .flatMap(entry -> row(entry.getKey(), entry.getValue()).stream())
        .toList();
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
        heard.isRightAnywhere(surface, word.kana())
            && heard.isRight(surface + "データ", word.kana(), "データ");
    return inside ? whereTorn(word) : Optional.of(row(word, Set.of()));
  }

  /** A word that is read right alone but not before some particles. */
  private Optional<Row> whereTorn(UniDicWord word) {
    if (!heard.isRight(word.surface(), word.kana())) {
      return Optional.empty();
    }
    if (!heard.isRightAnywhere(word.surface(), word.kana())) {
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
      if (!heard.isRight(word.surface() + follower.written(), word.kana(), follower.kana())) {
        bad.add(follower.written());
      }
    }
    return bad.isEmpty() ? Optional.empty() : Optional.of(row(word, bad));
  }

  private static Row row(UniDicWord word, Set<String> followers) {
    return new Row(word.surface(), word.kana(), Math.max(0, word.accent()), followers);
  }
}

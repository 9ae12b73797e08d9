package dev.zundacast.reading.kanji;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Forms of adjectives that Open JTalk takes for another word's: 鋭さ, 厳しめ, 古そう. */
final class AdjectiveRows {
  /** Another reading is hardly ever meant when its word costs so much more: 悪い as わりい. */
  private static final int RARER = 1500;

  private static final String WITH_KANJI = "\\p{IsHan}[\\p{IsHan}ぁ-ん]*い";

  /** What stands before a form, and how it sounds. */
  private record Place(String written, String kana) {}

  private static final List<Place> PLACES =
      List.of(
          new Place("", ""),
          new Place("これは", "コレワ"),
          new Place("その", "ソノ"),
          new Place("画像の", "ガゾーノ"),
          new Place("より", "ヨリ"));

  /** What makes a form of a stem, and what may follow it. */
  private record Ending(String written, List<String> followers) {}

  private static final List<Ending> ENDINGS =
      List.of(
          new Ending("さ", List.of("を", "と", "が", "は")),
          new Ending("め", List.of("に", "の", "で", "だ")),
          new Ending("そう", List.of("に", "だ", "な")),
          new Ending("すぎ", List.of("る", "た")),
          new Ending("くて", List.of("も", "、")),
          new Ending("ければ", List.of("、")));

  private final Heard heard;

  AdjectiveRows(Heard heard) {
    this.heard = heard;
  }

  List<Row> of(Map<String, List<UniDicWord>> words) {
    return words.entrySet().parallelStream()
        .filter(entry -> entry.getKey().matches(WITH_KANJI))
        .flatMap(entry -> sure(entry.getValue()).stream())
        .flatMap(word -> rows(word, words))
        .toList();
  }

  /** The adjective that a surface is mostly read as. */
  private static Optional<UniDicWord> sure(List<UniDicWord> all) {
    List<UniDicWord> adjectives =
        all.stream()
            .filter(word -> word.speech().startsWith("形容詞") && word.form().equals("終止形-一般"))
            .toList();
    if (adjectives.isEmpty()) {
      return Optional.empty();
    }
    UniDicWord word = Nouns.commonest(adjectives);
    boolean several =
        adjectives.stream()
            .anyMatch(
                other -> !other.kana().equals(word.kana()) && other.cost() < word.cost() + RARER);
    return several || !word.kana().endsWith("イ") ? Optional.empty() : Optional.of(word);
  }

  private Stream<Row> rows(UniDicWord word, Map<String, List<UniDicWord>> words) {
    String stem = cut(word.surface());
    String kana = cut(word.kana());
    List<Row> rows = new ArrayList<>();
    for (Ending ending : ENDINGS) {
      String surface = stem + ending.written();
      // 温め is a verb's, 細め may be one's: a word of its own has rows of its own.
      if (!words.containsKey(surface) && isMisread(surface, kana, ending)) {
        rows.add(new Row(surface, VerbRows.hiragana(kana) + ending.written(), -1, Set.of()));
      }
    }
    return rows.stream();
  }

  private boolean isMisread(String surface, String kana, Ending ending) {
    boolean wrong = false;
    for (Place place : PLACES) {
      for (String follower : ending.followers()) {
        String tail = ending.written() + follower;
        String said = follower.equals("は") ? ending.written() + "わ" : tail;
        wrong |= !heard.isRight(place.written() + surface + follower, place.kana(), kana, said);
        if (!heard.isRight(
            place.written() + VerbRows.hiragana(kana) + tail, place.kana(), kana, said)) {
          return false;
        }
      }
    }
    return wrong;
  }

  private static String cut(String text) {
    return text.substring(0, text.length() - 1);
  }
}
